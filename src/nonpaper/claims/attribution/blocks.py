"""Which pieces of a window look at which, where attention goes by blocks.

What a piece is tagged depends on what stands near it. So the quick reader's pieces look at their block, at some pieces
before and after it, and at the window's two marks: time that grows with a window's length, not with its square.
"""

from __future__ import annotations

import numpy as np

from nonpaper.claims.attribution.link import Ints

MOST = 96
"""Pieces of a block at the most."""
REACH = 32
"""Pieces looked at before a block and after it."""


def blocks(n: int) -> tuple[Ints, Ints]:
    """Places that look [b, q], and those that each block of them looks at [b, k]; of n, the two marks with them.

    Blocks are few and of one size, so that the last may look twice from the window's last place; a window that is no
    longer than what a block sees is one.
    """
    count = -(-n // MOST)
    size = -(-n // max(count, 1))
    seen = size + 2 * REACH
    if n <= seen + 2:
        return np.arange(n)[None], np.arange(n)[None]
    first = np.arange(count)[:, None] * size
    near = np.clip(first - REACH, 1, n - 1 - seen) + np.arange(seen)
    marks = np.tile([0, n - 1], (count, 1))
    return np.minimum(first + np.arange(size), n - 1), np.concatenate([near, marks], 1)
