"""The best BIO labelling of each role, and the spans it marks.

A Viterbi search over the three states O, B and I in which I may follow only B or I (Viterbi 1967). O(pieces).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

OUT, BEGIN, INSIDE = range(3)
NEVER = -1e9


def best_labels(scores: Floats) -> Ints:
    """Labels [n] of the best path through log scores [n, 3] (O, B, I)."""
    n = len(scores)
    if n == 0:
        return np.zeros(0, dtype=np.int64)
    back = np.zeros((n, 3), dtype=np.int64)
    out, begin, inside = scores[0, OUT], scores[0, BEGIN], NEVER
    rows = scores.tolist()
    for i in range(1, n):
        free = max((out, OUT), (begin, BEGIN), (inside, INSIDE))
        held = max((begin, BEGIN), (inside, INSIDE))
        back[i] = free[1], free[1], held[1]
        out, begin, inside = free[0] + rows[i][OUT], free[0] + rows[i][BEGIN], held[0] + rows[i][INSIDE]
    return _trace(back, max((out, OUT), (begin, BEGIN), (inside, INSIDE))[1])


def _trace(back: Ints, last: int) -> Ints:
    labels = np.zeros(len(back), dtype=np.int64)
    for i in range(len(back) - 1, -1, -1):
        labels[i] = last
        last = int(back[i, last])
    return labels


def spans_of(labels: Ints) -> Ints:
    """Spans [k, 2] of pieces, first and last inclusive, in order."""
    starts = np.flatnonzero(labels == BEGIN)
    follows = np.append(labels[1:], OUT)
    ends = np.flatnonzero((labels != OUT) & (follows != INSIDE))
    return np.stack([starts, ends], axis=1).astype(np.int64) if len(starts) else np.zeros((0, 2), dtype=np.int64)
