"""Each solution by a solver of its own, for problems whose frontier is too large to list. Gaps are proved.

Prices give a bound on the goal (`dual`); every package within bound less best known is tried, so that what is found is
the best there is, up to the precision of floating point; ties are settled exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

import msgspec
import numpy as np

from nonpaper.analysis.dual import Best, Combinations, Score, best_of, best_prices, losses
from nonpaper.analysis.frontier import thin
from nonpaper.analysis.solutions import KEYS
from nonpaper.analysis.table import Floats, Table

NEAR = 1e-10
ROUNDING = 1e-12
"""What floating point may be off by in a sum of losses."""


class Solved(msgspec.Struct, frozen=True, kw_only=True):
    """Packages that attain a goal (combinations, one a block), its value, and how far off the best may be at most."""

    combinations: Combinations
    value: float
    gap: float
    tried: int = 0


class Goal(msgspec.Struct, frozen=True, kw_only=True):
    """A goal to be made large: how packages score, and the form of the bound that prices give."""

    score: Score
    base: Floats
    log_weight: float
    sum_to_one: bool
    bound: Callable[[float, Floats], float]
    """From the largest priced utility Σ_b max_c (base + λ)·v and the prices λ to the bound on the score."""


def egalitarian(reserve: Floats) -> Goal:
    """The smallest gain. Its bound at prices that sum to one is the priced gain."""
    return Goal(
        score=lambda sums: np.asarray((sums - reserve).min(axis=1)),
        base=np.zeros(len(reserve)),
        log_weight=0.0,
        sum_to_one=True,
        bound=lambda most, prices: most - float(prices @ reserve),
    )


def nash(reserve: Floats) -> Goal:
    """The sum of the logarithms of gains. log g ≤ λg - 1 - log λ gives its bound."""
    return Goal(
        score=lambda sums: np.log(np.maximum(sums - reserve, 1e-300)).sum(axis=1),
        base=np.zeros(len(reserve)),
        log_weight=1.0,
        sum_to_one=False,
        bound=lambda most, prices: most - float(prices @ reserve + len(prices) + np.log(prices).sum()),
    )


def weighted(base: Floats, reserve: Floats) -> Goal:
    """A weighted sum of utilities over the packages that all would sign."""

    def score(sums: Floats) -> Floats:
        return np.where((sums >= reserve - ROUNDING).all(axis=1), sums @ base, -np.inf)

    return Goal(
        score=score,
        base=base,
        log_weight=0.0,
        sum_to_one=False,
        bound=lambda most, prices: most - float(prices @ reserve),
    )


def solve(blocks: Sequence[Floats], reserve: Floats, goal: Goal) -> Solved:
    """The best packages for a goal, with the gap that is proved (0 up to rounding where all that matters was tried)."""
    prices = best_prices(blocks, reserve, base=goal.base, log_weight=goal.log_weight, sum_to_one=goal.sum_to_one)
    lost = losses(blocks, goal.base + prices)
    bound = goal.bound(sum(float((b @ (goal.base + prices)).max()) for b in blocks), prices)
    budget = _first_budget(lost)
    found: Best | None = None
    value, proved, tried = -np.inf, 0.0, 0
    while budget > proved:
        best = best_of(blocks, lost, budget, goal.score, near=NEAR)
        if best is None and found is None and budget > ROUNDING:
            budget = ROUNDING
            continue
        if best is None:
            break
        found, proved, tried = best, budget, tried + best.tried
        value = float(goal.score(best.sums).max())
        need = max(0.0, bound - value) + NEAR + ROUNDING
        budget = _next_budget(proved, need)
    if found is None:
        return Solved(combinations=np.zeros((0, len(blocks)), np.int32), value=value, gap=np.inf)
    gap = max(0.0, bound - proved - value) if bound - value > proved else 0.0
    return Solved(combinations=found.combinations, value=value, gap=gap, tried=tried)


def _first_budget(lost: Sequence[Floats]) -> float:
    """A loss within which there are about a thousand packages."""
    all_losses = np.sort(np.concatenate([x[x > 0] for x in lost] or [np.zeros(0)]))
    return float(all_losses[min(10, len(all_losses) - 1)]) + ROUNDING if len(all_losses) else ROUNDING


def _next_budget(proved: float, need: float) -> float:
    """What is still needed, in steps, since each step may raise the best known and lower the need."""
    if need <= proved:
        return proved
    if not np.isfinite(need):
        return proved * 1.6
    return min(need, proved * 1.6)


def all_alone(table: Table) -> tuple[dict[str, Solved], tuple[Fraction, ...], Table]:
    """Every solution of `solutions.KEYS`, each solved alone; none where no package is worth its reserve to all.

    Also the exact ideal gains on which Kalai and Smorodinsky's solution rests, and the table that the combinations are
    of: `table` without combinations that another of their block dominates.
    """
    table = thin(table)
    blocks, reserve = table.floats, table.floor
    fair = solve(blocks, reserve, egalitarian(reserve))
    nothing = Solved(combinations=fair.combinations[:0], value=-np.inf, gap=0.0)
    if fair.value < -ROUNDING:
        return (
            dict.fromkeys(KEYS, nothing) | {"egalitarian": msgspec.structs.replace(nothing, value=fair.value)},
            (),
            table,
        )
    ideal = tuple(_ideal(table, party) for party in range(len(table.parties)))
    moving = np.array([i > 0 for i in ideal])
    scale = np.where(moving, [float(i) or 1.0 for i in ideal], 1.0)
    relative = [(b / scale)[:, moving] for b in blocks]
    smorodinsky = (
        solve(relative, (reserve / scale)[moving], egalitarian((reserve / scale)[moving])) if moving.any() else fair
    )
    found = {
        "nash": solve(blocks, reserve, nash(reserve)) if fair.value > ROUNDING else nothing,
        "egalitarian": fair,
        "kalai_smorodinsky": smorodinsky,
        "leximin": fair,
        "utilitarian": solve(blocks, reserve, weighted(np.ones(len(reserve)), reserve)),
    }
    settled = {name: _settled(table, solved, KEYS[name](ideal)) for name, solved in found.items()}
    return settled, ideal, table


def _ideal(table: Table, party: int) -> Fraction:
    """A party's largest exact gain over the packages that all would sign."""
    base = np.zeros(len(table.parties))
    base[party] = 1.0
    best = solve(table.floats, table.floor, weighted(base, table.floor))
    return max((table.total(c)[party] for c in best.combinations), default=table.reserve[party]) - table.reserve[party]


def _settled(table: Table, solved: Solved, key: Callable[[Sequence[Fraction]], object]) -> Solved:
    """Of the packages that tie in floating point, those best exactly, one of each vector, none dominated by another."""
    exact: dict[tuple[Fraction, ...], int] = {}
    for row, combination in enumerate(solved.combinations):
        exact.setdefault(table.total(combination), row)
    signed = [u for u in exact if all(a >= r for a, r in zip(u, table.reserve, strict=True))]
    scores = {u: key([a - r for a, r in zip(u, table.reserve, strict=True)]) for u in signed}
    top = max(scores.values(), default=None)  # type: ignore[type-var]
    best = [u for u in signed if scores[u] == top]
    kept = [u for u in best if not any(_dominates(v, u) for v in best)]
    return msgspec.structs.replace(solved, combinations=solved.combinations[[exact[u] for u in kept]])


def _dominates(one: Sequence[Fraction], other: Sequence[Fraction]) -> bool:
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))
