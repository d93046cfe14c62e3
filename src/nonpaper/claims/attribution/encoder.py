"""The encoder over overlapping windows: of each piece its scores, of each window the vectors of its pieces."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.claims.attribution.blocks import blocks
from nonpaper.claims.attribution.pieces import Pieces
from nonpaper.claims.attribution.views import View

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]

WINDOW = 382
"""Pieces a window, without the two marks at its ends, as in training: vectors tell places that were learned, and no others."""
OVERLAP = 64
"""Pieces that two windows share at the least; their scores are averaged there."""
FIRST, LAST = 101, 102
ROWS = (3, 5)
"""Rows of tags: three roles; five of terms."""
OUT_OF_ALL = (0.0, -1e9, -1e9)
"""Log scores (O, B, I) of a piece in no window in which terms were looked for."""


def windows(n: int) -> list[tuple[int, int]]:
    """The fewest half-open windows that cover n pieces, all of one size: attention costs the square of it."""
    if n <= WINDOW:
        return [(0, n)] if n else []
    count = -((OVERLAP - n) // (WINDOW - OVERLAP))
    size = -((-n - OVERLAP * (count - 1)) // count)
    return [(start, start + size) for start in (i * (n - size) // (count - 1) for i in range(count))]


class Encoded(msgspec.Struct, frozen=True, kw_only=True):
    """Of each piece the log scores of its tags [n, 3 * rows] (O, B, I of each row), and each window's vectors."""

    tags: Floats
    views: tuple[View, ...]


class _Sums:
    """Tags of all pieces, added up over the windows that hold them, and vectors window by window."""

    def __init__(self, n: int, rows: int) -> None:
        self.tags, self.total = np.zeros((n, 3 * rows), np.float32), np.zeros((n, 1), np.float32)
        self.views: list[View] = []

    def add(self, start: int, end: int, scores: Floats, vectors: Floats) -> None:
        weight = _triangle(end - start)
        self.tags[start:end] += weight * _log_softmax(scores)[1:-1]
        self.views.append(View(start, vectors[0, 1:-1]))
        self.total[start:end] += weight

    def mean(self) -> Encoded:
        total = np.maximum(self.total, np.float32(1e-9))
        tags = self.tags / total
        tags[self.total[:, 0] == 0] = np.tile(OUT_OF_ALL, tags.shape[1] // 3)
        return Encoded(tags=tags, views=tuple(self.views))


def everywhere(start: int, end: int) -> bool:
    """Terms are looked for in every window."""
    return start < end


def encode(
    session: InferenceSession, pieces: Pieces, wanted: Callable[[int, int], bool] = everywhere
) -> tuple[Encoded, Encoded | None]:
    """For roles (source, cue, content) and for terms; one run of the encoder a window. O(n) time and memory.

    `wanted` tells of the half-open characters of a window whether terms are looked for there; None where they nowhere are.
    """
    roles, terms = (_Sums(len(pieces), rows) for rows in ROWS)
    looked, in_blocks = False, any(given.name == "looking" for given in session.get_inputs())
    for start, end in windows(len(pieces)):
        # One window a run: the scales of integer arithmetic are taken over a run, so that batch mates would show.
        look = wanted(int(pieces.starts[start]), int(pieces.ends[end - 1]))
        who = places(end - start + 2) if in_blocks else {}
        found = session.run(None, {**inputs(pieces, start, end), **who, WANTED: np.array(look)})
        roles.add(start, end, *found[:2])
        if look:
            terms.add(start, end, *found[2:])
        looked = looked or look
    return roles.mean(), terms.mean() if looked else None


def encode_roles(session: InferenceSession, pieces: Pieces) -> Encoded:
    """For roles alone, by an encoder that reads no terms."""
    roles = _Sums(len(pieces), ROWS[0])
    for start, end in windows(len(pieces)):
        roles.add(start, end, *session.run(None, inputs(pieces, start, end)))
    return roles.mean()


def encode_terms(
    session: InferenceSession, pieces: Pieces, wanted: Callable[[int, int], bool] = everywhere
) -> Encoded | None:
    """For terms alone, by an encoder of their own; run only in windows that are `wanted`, None where none is."""
    terms, looked = _Sums(len(pieces), ROWS[1]), False
    for start, end in windows(len(pieces)):
        if wanted(int(pieces.starts[start]), int(pieces.ends[end - 1])):
            terms.add(start, end, *session.run(None, inputs(pieces, start, end)))
            looked = True
    return terms.mean() if looked else None


WANTED = "term.wanted"
"""The encoder's input that says whether terms are looked for."""


def inputs(pieces: Pieces, start: int, end: int) -> dict[str, Ints]:
    """What the encoder takes of one window: ids and shapes [1, n + 2] between its two marks."""
    size = end - start
    ids, shapes = (np.zeros((1, size + 2), np.int64) for _ in range(2))
    ids[0, 0], ids[0, 1:-1], ids[0, -1] = FIRST, pieces.ids[start:end], LAST
    shapes[0, 1:-1] = pieces.shapes[start:end]
    return {"ids": ids, "shapes": shapes}


def places(n: int) -> dict[str, Ints]:
    """What an encoder takes beside that whose attention goes by blocks: who looks, and at what."""
    return dict(zip(("looking", "seen"), blocks(n), strict=True))


def _triangle(n: int) -> Floats:
    """Weights [n, 1] that fall from the middle to the ends, where context is missing."""
    place = np.arange(n, dtype=np.float32)
    return (1 + np.minimum(place, n - 1 - place))[:, None]


def _log_softmax(found: Floats) -> Floats:
    """Log probabilities of O, B and I for each role or row of the one window of a run, [n + 2, 3 * rows].

    The three are compared and added one by one: numpy takes four times as long along an axis so short.
    """
    scores = found[0].reshape(len(found[0]), -1, 3)
    scores = scores - np.maximum(np.maximum(scores[..., 0], scores[..., 1]), scores[..., 2])[..., None]
    shares = np.exp(scores)
    total = shares[..., 0] + shares[..., 1] + shares[..., 2]
    logs: Floats = (scores - np.log(total)[..., None]).reshape(len(scores), -1)
    return logs
