"""The assignment of rows to columns with the greatest total gain.

Method: shortest augmenting paths with dual prices (Kuhn 1955; Jonker and Volgenant 1987), the inner loop over columns
in numpy. Rows and columns that share no possible pair are solved apart: the same answer for less work.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

Gains = NDArray[np.int64]
Places = NDArray[np.int64]


def assigned(gains: Gains) -> tuple[tuple[int, int], ...]:
    """(row, column) pairs, ascending by row, with the greatest sum of `gains` (>= 0; a gain of 0 is no pair).

    O(n squared m) at worst for the n rows and m columns, n <= m, of the largest group that hangs together.
    """
    found: list[tuple[int, int]] = []
    for rows, columns in _apart(gains > 0):
        part = gains[np.ix_(rows, columns)]
        turned = part.shape[0] > part.shape[1]
        for row, column in enumerate(_solved(part.T if turned else part)):
            i, j = (column, row) if turned else (row, column)
            if part[i, j] > 0:
                found.append((int(rows[i]), int(columns[j])))
    return tuple(sorted(found))


def _apart(possible: NDArray[np.bool_]) -> Iterator[tuple[Places, Places]]:
    """Groups of rows and columns that no possible pair ties to others. O(rows times columns)."""
    left: NDArray[np.bool_] = np.asarray(possible.any(axis=1))
    while left.any():
        rows = np.zeros(len(left), dtype=np.bool_)
        rows[int(np.argmax(left))] = True
        while True:
            columns = np.asarray(possible[rows].any(axis=0))
            wider: NDArray[np.bool_] = np.asarray(possible[:, columns].any(axis=1))
            if (wider == rows).all():
                break
            rows = wider
        left &= ~rows
        yield np.flatnonzero(rows), np.flatnonzero(columns)


def _solved(gains: Gains) -> list[int]:
    """For each row its column; every row has one, as there are no more rows than columns."""
    count, width = gains.shape
    costs = gains.max() - gains
    row_price = costs.min(axis=1)
    column_price = np.zeros(width, dtype=np.int64)
    owner = np.full(width, -1, dtype=np.int64)
    for row in range(count):
        free = np.flatnonzero((costs[row] == row_price[row]) & (owner < 0))
        if len(free):
            owner[free[0]] = row
    placed = set(owner[owner >= 0].tolist())
    for row in range(count):
        if row not in placed:
            _augment(costs, row_price, column_price, owner, row)
    columns = [0] * count
    for column in np.flatnonzero(owner >= 0):
        columns[int(owner[column])] = int(column)
    return columns


def _augment(costs: Gains, row_price: Places, column_price: Places, owner: Places, start: int) -> None:
    """Gives row `start` a column along the cheapest path of exchanges, and moves the prices."""
    width = costs.shape[1]
    far = np.iinfo(np.int64).max
    reach = np.full(width, far, dtype=np.int64)
    before = np.full(width, -1, dtype=np.int64)  # the column stepped from; -1 is the start
    done = np.zeros(width, dtype=np.bool_)
    row, column, length = start, -1, 0
    while True:
        step = costs[row] - row_price[row] - column_price + length
        nearer = ~done & (step < reach)
        reach[nearer] = step[nearer]
        before[nearer] = column
        column = int(np.argmin(np.where(done, far, reach)))
        length = int(reach[column])
        done[column] = True
        if owner[column] < 0:
            break
        row = int(owner[column])
    row_price[start] += length
    closed = done & (owner >= 0)
    row_price[owner[closed]] += length - reach[closed]
    column_price[closed] -= length - reach[closed]
    while column >= 0:
        previous = int(before[column])
        owner[column] = owner[previous] if previous >= 0 else start
        column = previous
