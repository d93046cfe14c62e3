"""Exact order of sums: ranks that decide dominance without rounding."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Exact = Callable[[Ints, int], NDArray[Any]]
"""Exact integers of the given rows in one column, for values too near one another to tell."""


def dense_ranks(values: Ints, doubt: int, exact: Exact) -> Ints:
    """Ranks of each column, 0 the lowest, equal values sharing one. O(n log n) a column.

    `values` is n × d. Values further apart than `doubt` are ordered as they stand; nearer ones are compared by `exact`.
    """
    ranks = np.empty_like(values)
    for column in range(values.shape[1]):
        order = np.argsort(np.ascontiguousarray(values[:, column]))
        if doubt:
            order, apart = _told_apart(values, column, order, doubt, exact)
        else:
            ordered = values[order, column]
            apart = ordered[1:] != ordered[:-1]
        ranks[order, column] = np.concatenate(([0], np.cumsum(apart)))
    return ranks


def _told_apart(values: Ints, column: int, order: Ints, doubt: int, exact: Exact) -> tuple[Ints, NDArray[np.bool_]]:
    """The order with near values put right by their exact sums, and where a new value starts."""
    apart = np.diff(values[order, column]) > doubt
    near = np.concatenate(([False], ~apart)) | np.concatenate((~apart, [False]))
    places = np.flatnonzero(near)
    if not places.size:
        return order, apart
    runs = np.concatenate(([0], np.cumsum(apart)))[places]
    sums = exact(order[places], column)
    sorting = sorted(range(len(places)), key=lambda i: (runs[i], sums[i]))
    rows = order[places][sorting]
    order[places] = rows
    known = dict(zip(places.tolist(), (sums[i] for i in sorting), strict=True))
    for place in places.tolist():
        if place + 1 in known and not apart[place]:
            apart[place] = known[place] != known[place + 1]
    return order, apart


def one_of_each(ranks: Ints) -> Ints:
    """Indices of one row of each distinct vector, the first in the order given."""
    order = np.lexsort(ranks.T)
    ordered = ranks[order]
    first = np.concatenate(([True], (ordered[1:] != ordered[:-1]).any(axis=1)))
    return np.sort(order[first])


def strict_ranks(ranks: Ints) -> NDArray[np.int32]:
    """Ranks without ties that keep dominance, d × n: for distinct rows, q ≥ p exactly where q is above p throughout.

    Ties in a column are broken by the sum over columns, which is larger for whatever dominates.
    """
    total = ranks.sum(axis=1)
    n, d = ranks.shape
    strict = np.empty((d, n), np.int32)
    for column in range(d):
        if not has_ties(ranks[:, column]):
            strict[column] = ranks[:, column]
            continue
        strict[column, np.argsort(ranks[:, column] * (d * n) + total)] = np.arange(n, dtype=np.int32)
    return strict


def has_ties(ranks: Ints) -> bool:
    """Whether two rows share a place in a column of dense ranks."""
    return bool(int(ranks.max(initial=-1)) != len(ranks) - 1)
