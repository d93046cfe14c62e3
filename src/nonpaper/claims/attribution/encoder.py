"""The encoder over overlapping windows: per piece its role scores and its vector."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.claims.attribution.pieces import Pieces

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.floating[Any]]
Ints = NDArray[np.int64]

WINDOW = 382
"""Pieces a window, without the two marks at its ends; as in training."""
OVERLAP = 64
"""Pieces that two windows share at the least; their values are averaged there."""
FIRST, LAST = 101, 102
WIDTH = 384
ROWS = (3, 5)
"""Rows of tags: three roles; five of terms."""


def windows(n: int) -> list[tuple[int, int]]:
    """The fewest half-open windows that cover n pieces, all of one size: attention costs the square of it."""
    if n <= WINDOW:
        return [(0, n)] if n else []
    count = -((OVERLAP - n) // (WINDOW - OVERLAP))
    size = -((-n - OVERLAP * (count - 1)) // count)
    return [(start, start + size) for start in (i * (n - size) // (count - 1) for i in range(count))]


class Encoded(msgspec.Struct, frozen=True, kw_only=True):
    """Of each piece the log scores of its tags [n, 3 * rows] (O, B, I of each row) and its vector [n, 384]."""

    tags: Floats
    vectors: Floats


def encode(session: InferenceSession, pieces: Pieces) -> tuple[Encoded, Encoded]:
    """For roles (source, cue, content) and for terms; one run of the encoder a window. O(n) time and memory."""
    n = len(pieces)
    out = [np.zeros((n, size), np.float32) for rows in ROWS for size in (3 * rows, WIDTH)]
    total = np.zeros((n, 1), np.float32)
    for start, end in windows(n):
        # One window a run: the scales of integer arithmetic are taken over a run, so that batch mates would show.
        roles, role_vectors, terms, term_vectors = session.run(None, inputs(pieces, start, end))
        weight = _triangle(end - start)
        found = (_log_softmax(roles), role_vectors[0], _log_softmax(terms), term_vectors[0])
        for whole, part in zip(out, found, strict=True):
            whole[start:end] += weight * part[1:-1]
        total[start:end] += weight
    first, second, third, fourth = (whole / np.maximum(total, np.float32(1e-9)) for whole in out)
    return Encoded(tags=first, vectors=second), Encoded(tags=third, vectors=fourth)


def inputs(pieces: Pieces, start: int, end: int) -> dict[str, Ints]:
    """What the encoder takes of one window: ids and shapes [1, n + 2] between its two marks."""
    size = end - start
    ids, shapes = (np.zeros((1, size + 2), np.int64) for _ in range(2))
    ids[0, 0], ids[0, 1:-1], ids[0, -1] = FIRST, pieces.ids[start:end], LAST
    shapes[0, 1:-1] = pieces.shapes[start:end]
    return {"ids": ids, "shapes": shapes}


def _triangle(n: int) -> Floats:
    """Weights [n, 1] that fall from the middle to the ends, where context is missing."""
    place = np.arange(n, dtype=np.float32)
    return (1 + np.minimum(place, n - 1 - place))[:, None]


def _log_softmax(found: Floats) -> Floats:
    """Log probabilities of O, B and I for each role or row of the one window of a run, [n + 2, 3 * rows]."""
    scores = found[0].reshape(len(found[0]), -1, 3)
    scores = scores - scores.max(axis=2, keepdims=True)
    logs: Floats = (scores - np.log(np.exp(scores).sum(axis=2, keepdims=True))).reshape(len(scores), -1)
    return logs
