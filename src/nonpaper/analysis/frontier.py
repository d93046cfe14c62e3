"""The exact Pareto frontier of an additive problem, by a dynamic programme over Minkowski sums.

Adding one block at a time, only partial sums that nothing dominates can belong to an efficient package (utilities are
additive), and only those that can still reach every reservation value to one that all would sign.
"""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.analysis.dominance import efficient
from nonpaper.analysis.ranks import dense_ranks, has_ties, one_of_each, strict_ranks
from nonpaper.analysis.table import Block, Floats, Ints, Scaled, Table

Combinations = NDArray[np.int32]

LIMIT = 500_000
"""Partial sums kept at a step; beyond it the frontier is cut, and the answer says so."""
AT_ONCE = 3_000_000
"""Candidates looked at in one go, so that memory stays under 2 GB."""


class Frontier(msgspec.Struct, frozen=True, kw_only=True):
    """Efficient packages: one row a package, `combinations` one column a block, `utilities` one a party.

    `same` counts packages left out because a listed one has exactly their utilities (a float: it may be huge).
    `largest` is the most partial sums kept at a step; `cut` how many were dropped past the limit (0: exact).
    """

    combinations: Combinations
    sums: Ints
    utilities: Floats
    same: float = 0.0
    largest: int = 0
    cut: int = 0


class _Partial(msgspec.Struct, frozen=True, kw_only=True):
    combinations: Combinations
    sums: Ints
    ways: Floats
    cut: int = 0


def frontier(table: Table, *, rational: bool = True, limit: int = LIMIT) -> Frontier:
    """Every efficient package; with `rational`, only those worth its reservation value or more to every party.

    Dominance is decided exactly. Time grows with the partial frontiers' sizes, near-linearly; memory with the largest.
    Method: Minkowski sums with dominance and bound at each step (Nemhauser and Ullmann 1969, extended to many parties).
    """
    scaled = table.scaled
    order = _order(scaled)
    rest = _best_after(scaled, order)
    partial = _nothing(len(table.parties), len(order))
    largest = cut = 0
    for step, block in enumerate(order):
        need = scaled.reserve - rest[step + 1] - scaled.doubt if rational else None
        partial = _extended(partial, scaled, block, need, limit)
        largest, cut = max(largest, len(partial.sums)), cut + partial.cut
    if rational:
        partial = _at(partial, _reaching(partial, scaled))
    partial = _at(partial, np.lexsort(-partial.sums.T[::-1]))  # the first party's best first
    scale = np.array([float(s) for s in scaled.scale])
    return Frontier(
        combinations=partial.combinations,
        sums=partial.sums,
        utilities=partial.sums / scale,
        same=float((partial.ways - 1).sum()),
        largest=largest,
        cut=cut,
    )


def _order(scaled: Scaled) -> list[int]:
    """Blocks with the fewest efficient combinations first, then the narrowest: partial frontiers stay small longest."""
    spread = np.array([(v.max(axis=0) - v.min(axis=0)) / 2.0**30 for v in scaled.values])
    relative = (spread / np.maximum(spread.sum(axis=0), 1e-300)).sum(axis=1)
    alone = [len(_kept(_start(scaled, b), scaled)) for b in range(len(scaled.values))]
    return sorted(range(len(scaled.values)), key=lambda b: (alone[b], float(relative[b]), b))


def _start(scaled: Scaled, block: int) -> _Partial:
    count = len(scaled.values[block])
    combinations = np.zeros((count, len(scaled.values)), np.int32)
    combinations[:, block] = np.arange(count)
    return _Partial(combinations=combinations, sums=scaled.values[block], ways=np.ones(count))


def _nothing(parties: int, blocks: int) -> _Partial:
    return _Partial(
        combinations=np.zeros((1, blocks), np.int32), sums=np.zeros((1, parties), np.int64), ways=np.ones(1)
    )


def _best_after(scaled: Scaled, order: list[int]) -> list[Ints]:
    """For each step, the most that the blocks still to come can add for each party."""
    best = [np.zeros_like(scaled.reserve)]
    for block in reversed(order):
        best.append(best[-1] + scaled.values[block].max(axis=0))
    return best[::-1]


def _extended(partial: _Partial, scaled: Scaled, block: int, need: Ints | None, limit: int) -> _Partial:
    """All partial sums with one more block, thinned to the efficient ones that can still reach what is needed."""
    values = scaled.values[block]
    group = max(1, AT_ONCE // max(1, len(partial.sums)))
    pool = _at(partial, np.zeros(0, np.int64))
    for start in range(0, len(values), group):
        grown = _grown(partial, values, block, range(start, min(start + group, len(values))))
        if need is not None:
            grown = _at(grown, np.flatnonzero((grown.sums >= need).all(axis=1)))
        pool = _thinned(_joined(pool, grown), scaled)
    return _cut(pool, limit) if len(pool.sums) > limit else pool


def _grown(partial: _Partial, values: Ints, block: int, take: range) -> _Partial:
    count = len(partial.sums)
    combinations = np.tile(partial.combinations, (len(take), 1))
    combinations[:, block] = np.repeat(np.arange(take.start, take.stop, dtype=np.int32), count)
    sums = (values[take.start : take.stop, None, :] + partial.sums[None, :, :]).reshape(-1, values.shape[1])
    return _Partial(combinations=combinations, sums=sums, ways=np.tile(partial.ways, len(take)))


def _joined(one: _Partial, other: _Partial) -> _Partial:
    return _Partial(
        combinations=np.concatenate([one.combinations, other.combinations]),
        sums=np.concatenate([one.sums, other.sums]),
        ways=np.concatenate([one.ways, other.ways]),
    )


def _at(partial: _Partial, rows: NDArray[Any]) -> _Partial:
    return _Partial(
        combinations=partial.combinations[rows], sums=partial.sums[rows], ways=partial.ways[rows], cut=partial.cut
    )


def _thinned(partial: _Partial, scaled: Scaled) -> _Partial:
    """One partial sum of each efficient vector, with the number of ways to reach it."""
    return partial if len(partial.sums) < 2 else _with_ways(partial, scaled)


def _with_ways(partial: _Partial, scaled: Scaled) -> _Partial:
    ranks = _ranks(partial, scaled)
    if not all(has_ties(column) for column in ranks.T):  # where one column tells all apart, no two are the same
        return _at(partial, np.flatnonzero(efficient(strict_ranks(ranks))))
    order = np.lexsort(ranks.T)
    ordered = ranks[order]
    first = np.flatnonzero(np.concatenate(([True], (ordered[1:] != ordered[:-1]).any(axis=1))))
    ways = np.add.reduceat(partial.ways[order], first)
    lowest = np.minimum.reduceat(order, first)
    one = _Partial(combinations=partial.combinations[lowest], sums=partial.sums[lowest], ways=ways)
    return _at(one, np.flatnonzero(efficient(strict_ranks(ranks[lowest]))))


def _ranks(partial: _Partial, scaled: Scaled) -> Ints:
    return dense_ranks(partial.sums, scaled.doubt, lambda rows, party: scaled.exact(partial.combinations[rows], party))


def thin(table: Table) -> Table:
    """The table without combinations that another of their block equals or dominates; no goal that rises needs them."""
    rows = [_kept(_start(table.scaled, b), table.scaled) for b in range(len(table.blocks))]
    return Table(
        parties=table.parties,
        blocks=tuple(Block(issues=b.issues, choices=b.choices[r]) for b, r in zip(table.blocks, rows, strict=True)),
        worth=tuple(tuple(worth[i] for i in r) for worth, r in zip(table.worth, rows, strict=True)),
        reserve=table.reserve,
    )


def _kept(partial: _Partial, scaled: Scaled) -> NDArray[Any]:
    ranks = _ranks(partial, scaled)
    each = one_of_each(ranks)
    return each[efficient(strict_ranks(ranks[each]))]


def _cut(partial: _Partial, limit: int) -> _Partial:
    """Each party's best partial sums and an even choice of the others, so that no party is favoured."""
    share = limit // (2 * partial.sums.shape[1])
    best = {int(i) for column in partial.sums.T for i in np.argsort(-column, kind="stable")[:share]}
    others = np.setdiff1d(np.arange(len(partial.sums)), np.fromiter(best, np.int64))
    even = others[np.linspace(0, len(others) - 1, max(1, limit - len(best))).astype(np.int64)]
    rows = np.unique(np.concatenate([np.fromiter(best, np.int64), even]))
    kept = _at(partial, rows)
    return msgspec.structs.replace(kept, cut=len(partial.sums) - len(rows))


def _reaching(partial: _Partial, scaled: Scaled) -> NDArray[Any]:
    """Rows that reach every reservation value, exactly."""
    reached = np.asarray((partial.sums >= scaled.reserve + scaled.doubt).all(axis=1))
    close = np.flatnonzero(~reached & (partial.sums >= scaled.reserve - scaled.doubt).all(axis=1))
    if close.size and scaled.doubt:
        reached[close] = [
            all(
                scaled.exact(partial.combinations[i : i + 1], j)[0] >= scaled.big_reserve[j]
                for j in range(len(scaled.reserve))
            )
            for i in close
        ]
    return np.flatnonzero(reached)
