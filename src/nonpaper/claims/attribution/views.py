"""Vectors as one window has them: those of two windows are not put beside each other.

A vector tells where in its window a piece stands, so that spans linked across windows, or by the mean of what two windows
have, are linked badly: on PolNeAR's development part 74.6 are found with each link made in one window, 74.0 with means.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from nonpaper.claims.attribution.link import Ints

Floats = NDArray[np.floating[Any]]


class View(NamedTuple):
    """Vectors [w, width] of the pieces of one window, which begins at the piece `start`."""

    start: int
    vectors: Floats

    @property
    def end(self) -> int:
        """The first piece after it."""
        return self.start + len(self.vectors)

    def local(self, spans: Ints) -> Ints:
        """Spans (first, last) [k, 2] counted from its first piece, as far as they lie in it."""
        inside: Ints = np.clip(spans - self.start, 0, len(self.vectors) - 1)
        return inside

    def holds(self, spans: Ints) -> NDArray[np.bool_]:
        """Which of the spans lie in it."""
        held: NDArray[np.bool_] = (spans[:, 0] >= self.start) & (spans[:, 1] < self.end)
        return held


def by_view(views: Sequence[View], spans: Ints) -> Iterator[tuple[View, Ints]]:
    """Each window with the numbers of the spans [k, 2] that stand further inside it than in any other."""
    if not len(spans):
        return
    starts, ends = np.array([v.start for v in views]), np.array([v.end for v in views])
    room = np.minimum(spans[:, :1] - starts, ends - 1 - spans[:, 1:])
    best = room.argmax(axis=1)
    for number in sorted(set(best.tolist())):
        yield views[number], np.flatnonzero(best == number)
