"""Which pairs of many statements can be near at all, found by one matrix product a block instead of one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from nonpaper.drafts.statement import Statement

ROWS = 512
"""Statements compared with all at once, so that memory stays flat."""


def likely(
    statements: Sequence[Statement], weights: Callable[[Statement], dict[str, float]], least: float
) -> Iterator[tuple[int, int]]:
    """Pairs (i, j), i < j, of one topic whose likeness may reach `least`; none that does is left out.

    O(n² v) multiplications of floats, n the statements and v their different words, in blocks of `ROWS`.
    """
    told = [weights(s) for s in statements]
    place = {word: at for at, word in enumerate(sorted({w for row in told for w in row}))}
    weighed = np.zeros((len(told), len(place) or 1), np.float32)
    for row, words in enumerate(told):
        for word, weight in words.items():
            weighed[row, place[word]] = weight
    has = (weighed > 0).astype(np.float32)
    sums = weighed.sum(axis=1)
    kinds = _kinds(statements)
    for start in range(0, len(told), ROWS):
        shared = weighed[start : start + ROWS] @ has.T
        bound = _bound(shared, sums[start : start + ROWS, None], sums[None, :])
        common = kinds[start : start + ROWS] @ kinds.T > 0
        bound = np.where(common, np.maximum(bound, _bound(shared + 1, sums[start : start + ROWS, None] + 1, sums[None, :] + 1)), bound)
        for i, j in zip(*np.nonzero(bound >= least - 1e-4), strict=True):
            if start + i < j:
                yield int(start + i), int(j)


def _bound(shared: np.ndarray, mine: np.ndarray, yours: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    total, least = mine + yours, np.minimum(mine, yours)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(least > 0, shared / total + 0.5 * shared / least, 0.0)


def _kinds(statements: Sequence[Statement]) -> np.ndarray:  # type: ignore[type-arg]
    """Which kinds of amount each statement gives."""
    order = ("count", "share", "money", "duration", "distance")
    given = [{q.kind for q in s.amounts} for s in statements]
    return np.array([[float(k in kinds) for k in order] for kinds in given], np.float32).reshape(len(given), 5)
