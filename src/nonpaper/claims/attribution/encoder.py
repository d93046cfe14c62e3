"""The encoder over overlapping windows: per piece its role scores and its vector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from nonpaper.claims.attribution.pieces import Pieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]

WINDOW = 382
"""Pieces a window, without the two marks at its ends; as in training."""
STRIDE = 318
"""Pieces from one window's start to the next; what overlaps is averaged."""
FIRST, LAST = 101, 102
WIDTH, ROLES = 384, 9


def windows(n: int) -> list[tuple[int, int]]:
    """Half-open windows that cover n pieces; the last one is moved back so that it is full."""
    if n <= WINDOW:
        return [(0, n)] if n else []
    starts = [*range(0, n - WINDOW, STRIDE), n - WINDOW]
    return [(s, s + WINDOW) for s in starts]


def encode(session: InferenceSession, pieces: Pieces) -> tuple[Floats, Floats]:
    """Role log scores [n, 9] (source, cue, content by O, B, I) and vectors [n, 384]. O(n) time and memory."""
    n = len(pieces)
    tags, vectors = np.zeros((n, ROLES), np.float32), np.zeros((n, WIDTH), np.float32)
    total = np.zeros((n, 1), np.float32)
    for start, end in windows(n):
        # One window a run: the scales of int8 arithmetic are taken over a run, so that batch mates would show.
        found, hidden = session.run(None, _inputs(pieces, start, end))
        weight = _triangle(end - start)
        tags[start:end] += weight * _log_softmax(found[0, 1:-1])
        vectors[start:end] += weight * hidden[0, 1:-1]
        total[start:end] += weight
    total = np.maximum(total, np.float32(1e-9))
    return tags / total, vectors / total


def _inputs(pieces: Pieces, start: int, end: int) -> dict[str, Ints]:
    """One window [1, n + 2] between its two marks."""
    size = end - start
    ids, shapes = (np.zeros((1, size + 2), np.int64) for _ in range(2))
    ids[0, 0], ids[0, 1:-1], ids[0, -1] = FIRST, pieces.ids[start:end], LAST
    shapes[0, 1:-1] = pieces.shapes[start:end]
    return {"ids": ids, "shapes": shapes, "mask": np.ones((1, size + 2), np.int64)}


def _triangle(n: int) -> Floats:
    """Weights [n, 1] that fall from the middle to the ends, where context is missing."""
    place = np.arange(n, dtype=np.float32)
    return (1 + np.minimum(place, n - 1 - place))[:, None]


def _log_softmax(scores: Floats) -> Floats:
    """Log probabilities of O, B and I for each of the three roles, [n, 9]."""
    by_role = scores.reshape(-1, 3, 3)
    by_role = by_role - by_role.max(axis=2, keepdims=True)
    logs: Floats = (by_role - np.log(np.exp(by_role).sum(axis=2, keepdims=True))).reshape(-1, ROLES)
    return logs
