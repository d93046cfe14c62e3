"""Whether a zone of possible agreement exists, and by how much it is cleared or missed."""

from __future__ import annotations

from fractions import Fraction

import msgspec
import numpy as np

from nonpaper.analysis.alone import ROUNDING, egalitarian, solve, weighted
from nonpaper.analysis.frontier import thin
from nonpaper.analysis.table import Table, table
from nonpaper.model.acceptance import Zone
from nonpaper.model.problem import Problem


class Widest(msgspec.Struct, frozen=True, kw_only=True):
    """The package whose smallest gain is largest: its options, that gain exactly, and by how much more there may be."""

    options: tuple[int, ...]
    margin: Fraction
    gap: float


def widest(numbers: Table) -> Widest:
    """The package that clears the reservation values by most, or misses them by least."""
    best = solve(numbers.floats, numbers.floor, egalitarian(numbers.floor))
    combination = best.combinations[0].tolist()
    margin = min(u - r for u, r in zip(numbers.total(combination), numbers.reserve, strict=True))
    options = numbers.options(combination)
    return Widest(options=tuple(options[k] for k in sorted(options)), margin=margin, gap=best.gap)


def zone(problem: Problem) -> Zone:
    """The margin by which the best package clears every reservation value, or misses one. Numbers must be known."""
    numbers = thin(table(problem))
    best = widest(numbers)
    alone: dict[str, float | None] = {}
    for party, name in enumerate(numbers.parties):
        most = _most(numbers, party)
        alone[name] = None if most is None else most - float(numbers.reserve[party])
    return Zone(
        exists=best.margin >= 0,
        margin=float(best.margin),
        gap=best.gap,
        package={i.name: i.options[o] for i, o in zip(problem.issues, best.options, strict=True)},
        alone=alone,
    )


def _most(numbers: Table, party: int) -> float | None:
    """The most utility a party can have with every other reservation value reached; None where they cannot be."""
    others = np.array([j != party for j in range(len(numbers.parties))])
    reserve = numbers.floor[others]
    if solve([b[:, others] for b in numbers.floats], reserve, egalitarian(reserve)).value < -ROUNDING:
        return None
    free = np.where(others, numbers.floor, sum(b[:, party].min() for b in numbers.floats) - 1.0)
    return solve(numbers.floats, free, weighted(np.where(others, 0.0, 1.0), free)).value
