"""Which of many points nothing dominates: a grid decides most of them, a tree of boxes the rest.

Points are columns of strict ranks (see `ranks`): q dominates p exactly where q is above p in every row.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ranks = NDArray[np.int32]
Mask = NDArray[np.bool_]
Indices = NDArray[np.int64]

FEW = 1_200
"""Points compared each with each."""
CELLS = 24
"""Cells of the grid for each point."""
MOST_CELLS = 6_000_000
LEAF = 16
FAN = 8
"""Points in a leaf, children of a node."""
AT_ONCE = 512
"""Leaves of questions asked of the tree in one go, so that memory stays flat."""


def efficient(ranks: Ranks) -> Mask:
    """True for each column of `ranks` (d × n, strict) that no other column dominates.

    Quadratic for few points; beyond, near-linear passes over a grid and a tree. O(n) memory besides the grid.
    """
    d, n = ranks.shape
    if d == 1:
        return np.asarray(ranks[0] == n - 1)
    if d == 2:
        return _staircase(ranks)
    if n <= FEW:
        return ~_beaten(ranks, ranks)
    lost, won = _by_grid(ranks)
    alive = np.flatnonzero(~lost)
    doubtful = np.flatnonzero(~lost & ~won)
    lost[doubtful] = _by_tree(ranks[:, doubtful], ranks[:, alive])
    return ~lost


def _staircase(ranks: Ranks) -> Mask:
    """Two criteria: down the first, whatever raises the best of the second."""
    order = np.argsort(-ranks[0])
    second = ranks[1][order]
    kept = np.empty(ranks.shape[1], np.bool_)
    kept[order] = second >= np.maximum.accumulate(second)
    return kept


def _beaten(asked: Ranks, among: Ranks) -> Mask:
    """Which columns of `asked` some column of `among` dominates, by comparing all pairs."""
    beaten = np.zeros(asked.shape[1], np.bool_)
    for start in range(0, asked.shape[1], 256):
        above = np.ones((min(256, asked.shape[1] - start), among.shape[1]), np.bool_)
        for row, other in zip(asked[:, start : start + 256], among, strict=True):
            above &= other[None, :] > row[:, None]
        beaten[start : start + 256] = above.any(axis=1)
    return beaten


def _by_grid(ranks: Ranks) -> tuple[Mask, Mask]:
    """Points surely dominated, and points surely not.

    Cells cut all rows but the last into parts of equal count. Each holds the best last rank of the points in it and in
    cells above it; a point loses to the cells above its own in every row, and wins against its own and all above.
    """
    d, n = ranks.shape
    parts = int(min(CELLS * n, MOST_CELLS) ** (1 / (d - 1)))
    width = parts + 1
    cell = np.zeros(n, np.int64)
    for row in ranks[:-1]:
        cell = cell * width + row.astype(np.int64) * parts // n
    last = ranks[-1]
    best = np.full(width ** (d - 1), -1, np.int32)
    rising = np.argsort(last)
    best[cell[rising]] = last[rising]
    cube = best.reshape((width,) * (d - 1))
    for axis in range(d - 1):
        down = np.flip(cube, axis)
        np.maximum.accumulate(down, axis=axis, out=down)
    best = cube.reshape(-1)
    step = sum(width**k for k in range(d - 1))
    return best[cell + step] > last, best[cell] <= last


def _by_tree(asked: Ranks, among: Ranks) -> Mask:
    """As `_beaten`, by a tree of boxes over `among` that leaves of near points in `asked` walk down together."""
    n = int(max(asked.max(initial=0), among.max(initial=0))) + 1
    order = np.argsort(_curve(asked, n), kind="stable")
    questions = _in_leaves(asked[:, order], n)
    levels = _levels(_in_leaves(among[:, np.argsort(_curve(among, n), kind="stable")], -1))
    points = levels.pop(0)
    lowest = questions.min(axis=2)
    beaten = np.zeros((questions.shape[1], LEAF), np.bool_)
    for start in range(0, questions.shape[1], AT_ONCE):
        asking, boxes = _meeting(lowest[:, start : start + AT_ONCE], levels)
        _compare(beaten, questions, points, asking + start, boxes)
    found = np.empty(asked.shape[1], np.bool_)
    found[order] = beaten.reshape(-1)[: asked.shape[1]]
    return found


def _curve(ranks: Ranks, n: int) -> Indices:
    """Places along a Z-order curve, so that near points lie near one another."""
    bits = 60 // max(6, len(ranks))
    scaled = (ranks.astype(np.int64) << bits) // n
    code = np.zeros(ranks.shape[1], np.int64)
    for bit in range(bits - 1, -1, -1):
        for row in scaled:
            code = (code << 1) | ((row >> bit) & 1)
    return code


def _in_leaves(ranks: Ranks, filler: int) -> Ranks:
    """Columns cut into leaves, d × leaves × LEAF, the last filled up."""
    d, n = ranks.shape
    leaves = -(-n // LEAF)
    padding = np.full((d, leaves * LEAF - n), filler, np.int32)
    return np.concatenate([ranks, padding], axis=1).reshape(d, leaves, LEAF)


def _levels(points: Ranks) -> list[Ranks]:
    """The points, then the upper corners of leaves, of nodes of FAN leaves, and so on to a few dozen."""
    levels = [points, points.max(axis=2)]
    while levels[-1].shape[1] > 64:
        corners = levels[-1]
        d, n = corners.shape
        nodes = -(-n // FAN)
        filled = np.concatenate([corners, np.full((d, nodes * FAN - n), -1, np.int32)], axis=1)
        levels[-1] = filled
        levels.append(filled.reshape(d, nodes, FAN).max(axis=2))
    return levels


def _meeting(lowest: Ranks, levels: list[Ranks]) -> tuple[Indices, Indices]:
    """Pairs (leaf of questions, leaf of points) in which a point may dominate a question, sorted by question."""
    top = levels[-1]
    may = np.ones((lowest.shape[1], top.shape[1]), np.bool_)
    for corner, low in zip(top, lowest, strict=True):
        may &= corner[None, :] > low[:, None]
    asking, boxes = np.nonzero(may)
    for corners in levels[-2::-1]:
        asking = np.repeat(asking, FAN)
        boxes = (boxes[:, None] * FAN + np.arange(FAN)).reshape(-1)
        inside = np.ones(len(asking), np.bool_)
        for corner, low in zip(corners, lowest, strict=True):
            inside &= corner[boxes] > low[asking]
        asking, boxes = asking[inside], boxes[inside]
    return asking, boxes


def _compare(beaten: Mask, questions: Ranks, points: Ranks, asking: Indices, boxes: Indices) -> None:
    """Marks in `beaten` the questions that a point in one of the boxes dominates."""
    for start in range(0, len(asking), 2_048):
        asks, holds = asking[start : start + 2_048], boxes[start : start + 2_048]
        above = np.ones((len(asks), LEAF, LEAF), np.bool_)
        for question, point in zip(questions, points, strict=True):
            above &= point[holds][:, None, :] > question[asks][:, :, None]
        first = np.flatnonzero(np.concatenate(([True], asks[1:] != asks[:-1])))
        beaten[asks[first]] |= np.logical_or.reduceat(above.any(axis=2), first, axis=0)
