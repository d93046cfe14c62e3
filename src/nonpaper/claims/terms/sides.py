"""On whose side somebody seems to be who is named without his party: where in the text that party is named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nonpaper.claims.attribution.encoder import Encoded
from nonpaper.claims.attribution.link import Ints, buckets, gaps
from nonpaper.claims.attribution.linker import SPAN, Weights, network, softmax, span_vectors
from nonpaper.claims.attribution.pieces import Pieces
from nonpaper.claims.attribution.views import by_view
from nonpaper.claims.terms.records import Side
from nonpaper.model.span import Span

Floats = NDArray[np.floating[Any]]

REACH = 380
"""Largest gap in pieces at which a name is believed to be the party's: about a window, the widest that was learned."""
LEAST = 0.02
"""Share below which a place is not worth telling."""


def sides_of(
    pieces: Pieces, encoded: Encoded, weights: Weights, asked: Sequence[Span], named: Sequence[Span]
) -> tuple[Side, ...]:
    """For each stretch that is asked, in order, the places that are `named` with their shares; O(asked * named).

    A stretch that holds such a place itself is not asked, nor anything of a network that was not taught it.
    """
    near = [a for a in dict.fromkeys(asked) if not any(n.overlaps(a) for n in named)]
    who, children = _placed(pieces, near)
    where, parents = _placed(pieces, named)
    if "side_none.weight" not in weights or not who or not where:
        return ()
    shares = _shares(weights, encoded, children, parents)
    return tuple(Side(who=w, named=_told(where, row)) for w, row in zip(who, shares.tolist(), strict=True))


def _told(where: Sequence[Span], row: Sequence[float]) -> tuple[tuple[Span, float], ...]:
    return tuple((place, share) for place, share in zip(where, row[:-1], strict=True) if share >= LEAST)


def _shares(weights: Weights, encoded: Encoded, children: Ints, parents: Ints) -> Floats:
    """How likely each parent [c, p + 1] is where the child's party is named; the last: that it nowhere is."""
    child = network(weights, "side_child", _vectors(encoded, children))
    parent = network(weights, "side_parent", _vectors(encoded, parents))
    gap = gaps(children, parents)
    scores = child @ parent.T / np.sqrt(np.float32(SPAN)) + weights["side_dist"][buckets(gap)]
    scores = np.where(np.abs(gap) > REACH, np.float32(-1e9), scores)
    none = child @ weights["side_none.weight"].T + weights["side_none.bias"]
    return softmax(np.concatenate([scores, none], axis=1))


def _vectors(encoded: Encoded, at: Ints) -> Floats:
    """Those of each stretch in the window in which it stands furthest inside."""
    found = np.zeros((len(at), 3 * encoded.views[0].vectors.shape[1]), np.float32)
    for view, mine in by_view(encoded.views, at):
        found[mine] = span_vectors(view.vectors, view.local(at[mine]))
    return found


def _placed(pieces: Pieces, spans: Sequence[Span]) -> tuple[list[Span], Ints]:
    """The stretches that lie in these pieces, with the first and last piece of each."""
    first = np.searchsorted(pieces.ends, [s.start for s in spans], side="right")
    last = np.searchsorted(pieces.starts, [s.end for s in spans]) - 1
    kept = np.flatnonzero(first <= last)
    return [spans[i] for i in kept.tolist()], np.stack([first, last], axis=1)[kept]
