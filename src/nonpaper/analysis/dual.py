"""Prices that bound what any package can reach, and every package that comes within a distance of that bound.

A goal that is a concave function of utilities is at most its linear bound at any prices; at the best prices the bound
is near the best package. Every package loses, block by block, some of the bound against the best combination there: one
whose losses add to more than bound less best known cannot be better. So a list of all packages within a loss decides.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.analysis.table import Floats

Combinations = NDArray[np.int32]

MOST_TRIED = 60_000_000
"""Packages scored at most; where more come within the loss, the answer stands with the gap that is proved."""
AT_ONCE = 400_000
"""Packages scored in one go, so that memory stays flat."""
Score = Callable[[Floats], Floats]
"""Scores of packages from their utilities (rows); -inf for one that does not count."""


class Best(msgspec.Struct, frozen=True, kw_only=True):
    """Packages of highest score (rows of `combinations`, one column a block), their utilities, how many were tried."""

    combinations: Combinations
    sums: Floats
    tried: int


class _Half(msgspec.Struct, frozen=True, kw_only=True):
    sums: Floats
    losses: Floats
    moves: Combinations


def best_prices(
    blocks: Sequence[Floats], reserve: Floats, *, base: Floats, log_weight: float, sum_to_one: bool
) -> Floats:
    """Prices λ ≥ 0 that make the bound Σ_b max_c (base + λ)·v_bc - λ·reserve - log_weight Σ log λ smallest.

    `sum_to_one` holds prices on the simplex. Only the bound's sharpness depends on how well they are found: any prices
    give a valid one.
    """
    found = better_prices(blocks, reserve, base=base, log_weight=log_weight, sum_to_one=sum_to_one)
    return deque(found, maxlen=1)[0]


def better_prices(
    blocks: Sequence[Floats], reserve: Floats, *, base: Floats, log_weight: float, sum_to_one: bool
) -> Iterator[Floats]:
    """The prices of `best_prices` as they get better: a smoothed Newton method.

    Maxima are soft at a temperature that falls step by step.
    """
    bound = _Bound(
        values=np.concatenate(blocks),
        starts=np.cumsum([0, *(len(b) for b in blocks[:-1])]),
        sizes=np.array([len(b) for b in blocks]),
        reserve=reserve,
        base=base,
        simplex=sum_to_one,
    )
    prices = np.full(len(reserve), 1.0 / len(reserve) if sum_to_one else 1.0)
    spread = max(sum(float(np.ptp(b, axis=0).max()) for b in blocks) / len(blocks), 1e-12)
    for temperature in spread * 0.3 ** np.arange(1, 16):
        prices = bound.lowest(prices, float(temperature), max(log_weight, float(temperature)))
        yield prices


class _Bound(msgspec.Struct, frozen=True, kw_only=True):
    """The bound as a smooth function of prices; `values` stacks the blocks, which begin at `starts`."""

    values: Floats
    starts: NDArray[np.int64]
    sizes: NDArray[np.int64]
    reserve: Floats
    base: Floats
    simplex: bool

    def lowest(self, prices: Floats, temperature: float, barrier: float) -> Floats:
        """Newton steps from `prices` until they gain nothing."""
        for _ in range(12):
            step, fall = self._step(prices, temperature, barrier)
            room = float(np.min(np.where(step < 0, -prices / np.minimum(step, -1e-300), np.inf)))
            prices = self._down(prices, step, min(1.0, 0.95 * room), fall, temperature, barrier)
            if fall < 1e-9:
                break
        return prices

    def _soft(self, prices: Floats, temperature: float) -> tuple[Floats, Floats, Floats]:
        """Each block's best score, the combinations' exponentials against it, and their sums."""
        scores = self.values @ (self.base + prices) / temperature
        top = np.maximum.reduceat(scores, self.starts)
        powers = np.exp(scores - np.repeat(top, self.sizes))
        return top, powers, np.add.reduceat(powers, self.starts)

    def _value(self, prices: Floats, temperature: float, barrier: float) -> float:
        top, _, sums = self._soft(prices, temperature)
        soft = temperature * float((top + np.log(sums)).sum())
        return soft - float(prices @ self.reserve) - barrier * float(np.log(prices).sum())

    def _step(self, prices: Floats, temperature: float, barrier: float) -> tuple[Floats, float]:
        """The Newton step, and half its decrement squared."""
        _, powers, sums = self._soft(prices, temperature)
        shared = self.values * (powers / np.repeat(sums, self.sizes))[:, None]
        means = np.add.reduceat(shared, self.starts, axis=0)
        gradient = means.sum(axis=0) - self.reserve - barrier / prices
        curve = (shared.T @ self.values - means.T @ means) / temperature + np.diag(barrier / prices**2)
        curve += np.eye(len(prices)) * 1e-12 * np.trace(curve)
        step = -np.linalg.solve(curve, gradient)
        if self.simplex:
            ones = np.linalg.solve(curve, np.ones(len(prices)))
            step -= ones * step.sum() / ones.sum()
        return step, float(max(0.0, -(gradient @ step)) / 2)

    def _down(
        self, prices: Floats, step: Floats, size: float, fall: float, temperature: float, barrier: float
    ) -> Floats:
        """Halves the step until the value falls enough."""
        here = self._value(prices, temperature, barrier)
        for _ in range(30):
            there = prices + size * step
            if self._value(there, temperature, barrier) <= here - 0.1 * size * fall:
                return there
            size /= 2
        return prices


def losses(blocks: Sequence[Floats], prices: Floats) -> tuple[Floats, ...]:
    """What each combination loses against the best of its block at these prices."""
    return tuple(_lost(block @ prices) for block in blocks)


def _lost(worth: Floats) -> Floats:
    return np.asarray(worth.max() - worth)


def best_of(
    blocks: Sequence[Floats],
    lost: Sequence[Floats],
    budget: float,
    score: Score,
    *,
    near: float,
    most: int = MOST_TRIED,
) -> Best | None:
    """The packages of highest score, with ties to within `near`, among all whose losses add to at most `budget`.

    None where those are more than `most`. Blocks are listed in two halves, which are then paired: time grows with the
    pairs, memory with the halves (Horowitz and Sahni 1974).
    """
    best = np.array([int(x.argmin()) for x in lost], np.int32)
    sums = np.sum([b[i] for b, i in zip(blocks, best, strict=True)], axis=0)
    free = [b for b in range(len(blocks)) if np.count_nonzero(lost[b] <= budget) > 1]
    free.sort(key=lambda b: -float(np.partition(lost[b], 1)[1]))
    halves = [_half(blocks, lost, best, part, budget, most) for part in (free[::2], free[1::2])]
    if halves[0] is None or halves[1] is None:
        return None
    one, other = halves[0], halves[1]
    partners = np.searchsorted(other.losses, budget - one.losses, side="right")
    if int(partners.sum()) > most:
        return None
    left, right = _highest(one, other, partners, sums, score, near)
    whole = np.tile(best, (len(left), 1))
    whole[:, free[::2]], whole[:, free[1::2]] = one.moves[left], other.moves[right]
    return Best(combinations=whole, sums=sums + one.sums[left] + other.sums[right], tried=int(partners.sum()))


def _half(
    blocks: Sequence[Floats], lost: Sequence[Floats], best: Combinations, part: Sequence[int], budget: float, most: int
) -> _Half | None:
    """All choices in some blocks that lose at most `budget`, by rising loss; sums are against the best choices'."""
    sums, spent, moves = np.zeros((1, blocks[0].shape[1])), np.zeros(1), np.zeros((1, 0), np.int32)
    for block in part:
        change = blocks[block] - blocks[block][best[block]]
        grown = []
        for c in np.flatnonzero(lost[block] <= budget):
            fits = np.flatnonzero(spent + lost[block][c] <= budget)
            chosen = np.column_stack([moves[fits], np.full(len(fits), c, np.int32)])
            grown.append((sums[fits] + change[c], spent[fits] + lost[block][c], chosen))
        if sum(len(g[1]) for g in grown) > most // 20:
            return None
        sums, spent, moves = (np.concatenate(parts) for parts in zip(*grown, strict=True))
    order = np.argsort(spent, kind="stable")
    return _Half(sums=sums[order], losses=spent[order], moves=moves[order])


def _highest(
    one: _Half, other: _Half, partners: NDArray[np.int64], base: Floats, score: Score, near: float
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pairs of highest score; each of `one` goes with its first `partners` of `other`."""
    top, kept = -np.inf, []
    ends = np.cumsum(partners)
    start = 0
    while start < len(partners):
        stop = max(start + 1, int(np.searchsorted(ends, (ends[start - 1] if start else 0) + AT_ONCE, side="right")))
        count = partners[start:stop]
        left = np.repeat(np.arange(start, stop), count)
        right = np.arange(len(left)) - np.repeat(np.cumsum(count) - count, count)
        scores = score(base + one.sums[left] + other.sums[right])
        if scores.size and scores.max() >= top - near:
            top = max(top, float(scores.max()))
            high = np.flatnonzero(scores >= top - near)
            kept.append((left[high], right[high], scores[high]))
        start = stop
    left, right, scores = (np.concatenate(parts) for parts in zip(*kept, strict=True))
    high = np.flatnonzero(scores >= top - near)
    return left[high], right[high]
