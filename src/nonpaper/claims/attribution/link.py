"""What two spans are to each other: how far apart, how many paragraphs and rival spans lie between them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

DISTANCES = 40
"""Number of distance buckets: twenty before, twenty after; each a factor of the square root of two wide."""
BREAKS = 4
"""Paragraph marks between two spans: 0, 1, 2, 3 or more."""
RIVALS = 4
"""Other possible parents between two spans: 0, 1, 2, 3 or more."""


def gaps(children: Ints, parents: Ints) -> Ints:
    """Signed gap in pieces from each child [c, 2] to each parent [p, 2]: [c, p], 0 where they overlap.

    Spans are (first, last), both inclusive; positive where the parent follows.
    """
    after = parents[None, :, 0] - children[:, None, 1]
    before = children[:, None, 0] - parents[None, :, 1]
    signed: Ints = np.where(after > 0, after, np.where(before > 0, -before, 0))
    return signed


def buckets(gap: Ints) -> Ints:
    """Logarithmic bucket of each signed gap, 0 to DISTANCES - 1."""
    half = DISTANCES // 2
    size = np.minimum(2 * np.log2(1 + np.abs(gap)), half - 1).astype(np.int64)
    bucket: Ints = size + half * (gap > 0)
    return bucket


def breaks_between(children: Ints, parents: Ints, marks: Ints) -> Ints:
    """Paragraph marks between each child and parent [c, p], at most BREAKS - 1; `marks` [n] is 1 at a mark."""
    upto = np.cumsum(marks)
    first, last = upto[children[:, 0]][:, None], upto[children[:, 1]][:, None]
    between = np.maximum(upto[parents[:, 0]][None] - last, first - upto[parents[:, 1]][None])
    counted: Ints = np.clip(between, 0, BREAKS - 1)
    return counted


def rivals_between(gap: Ints) -> Ints:
    """How many parents are nearer on the same side [c, p], at most RIVALS - 1. O(c p^2)."""
    side, size = np.sign(gap), np.abs(gap)
    nearer = (side[:, :, None] == side[:, None, :]) & (size[:, None, :] < size[:, :, None])
    counted: Ints = np.minimum(nearer.sum(axis=2), RIVALS - 1)
    return counted
