"""The best BIO labelling of each role, and the spans it marks.

A Viterbi search over the three states O, B and I in which I may follow only B or I (Viterbi 1967). Where each piece's own
best label breaks that rule nowhere, they are the best labelling; so the search is made only around the places where they do.
O(pieces).
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

OUT, BEGIN, INSIDE = range(3)
NEVER = -1e9


def best_labels(scores: Floats) -> Ints:
    """Labels [n] of the best path through log scores [n, 3] (O, B, I)."""
    labels: Ints = scores.argmax(axis=1).astype(np.int64)
    for start, end in tuple(_broken(scores, labels)):
        follows = start > 0 and labels[start - 1] != OUT
        labels[start:end] = _searched(scores[start:end].tolist(), follows=bool(follows))
    return labels


SURE, MOST = 1e-6, 1e4
"""Log odds by which a path must be worse than another to be left out, whatever rounding does; and more than which none is."""


def _broken(scores: Floats, labels: Ints) -> Iterator[tuple[int, int]]:
    """Stretches in which some I follows an O, each from the first of those O that may change to the last of those I.

    What lies outside keeps its own best label in the best path too: nothing there is forbidden by a neighbour. A run of O
    may change from a place on where a B there, and I up to the end, lose no more than a B at the end or right after it.
    """
    size, place = len(labels), np.arange(len(labels))
    out = labels == OUT
    last_in = np.maximum.accumulate(np.where(out, -1, place))
    next_other = np.minimum.accumulate(np.where(labels == INSIDE, size, place)[::-1])[::-1]
    wrong = np.flatnonzero((labels == INSIDE) & np.concatenate([[True], out[:-1]]))
    before = np.maximum(wrong - 1, 0)
    lost = np.cumsum(np.where(out, np.minimum(scores[:, OUT] - scores[:, INSIDE], MOST), 0.0))
    by_begin = np.minimum(scores[before, OUT] - scores[before, BEGIN], scores[wrong, INSIDE] - scores[wrong, BEGIN])
    runs, least, ends = last_in[before] + 1, lost[before] - by_begin - SURE, next_other[wrong]
    begun, end = 0, -1
    for first, run, at_least, stop in zip(wrong.tolist(), runs.tolist(), least.tolist(), ends.tolist(), strict=True):
        start = run + int(lost[run:first].searchsorted(at_least)) if first else 0
        if start > end:
            if end > 0:
                yield begun, end
            begun = start
        end = stop
    if end > 0:
        yield begun, end


def _searched(rows: list[list[float]], *, follows: bool) -> list[int]:
    """The best labels of one stretch; its first may be I where something that is not O comes before it."""
    before_any: list[int] = []  # what comes before O or B, and what before I: one entry a row, by what is best so far
    before_inside: list[int] = []
    out, begin, inside = rows[0][OUT], rows[0][BEGIN], rows[0][INSIDE] if follows else NEVER
    for to_out, to_begin, to_inside in rows[1:]:
        held, which = (inside, INSIDE) if inside >= begin else (begin, BEGIN)
        free, any_of_all = (held, which) if held >= out else (out, OUT)
        before_any.append(any_of_all)
        before_inside.append(which)
        out, begin, inside = free + to_out, free + to_begin, held + to_inside
    label = max((out, OUT), (begin, BEGIN), (inside, INSIDE))[1]
    labels = [label]
    for any_of_all, which in zip(reversed(before_any), reversed(before_inside), strict=True):
        label = which if label == INSIDE else any_of_all
        labels.append(label)
    return labels[::-1]


def spans_of(labels: Ints) -> Ints:
    """Spans [k, 2] of pieces, first and last inclusive, in order."""
    starts = np.flatnonzero(labels == BEGIN)
    follows = np.append(labels[1:], OUT)
    ends = np.flatnonzero((labels != OUT) & (follows != INSIDE))
    return np.stack([starts, ends], axis=1).astype(np.int64) if len(starts) else np.zeros((0, 2), dtype=np.int64)
