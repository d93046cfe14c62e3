"""The bargaining solutions read off a frontier: exact, with every package that ties.

Gains are utilities less reservation values. Nash (1950): the largest product of gains. Egalitarian (Kalai 1977): the
largest smallest gain. Leximin: the smallest gain first, then the next, and so on. Kalai and Smorodinsky (1975), in the
variant that fits finite sets: the largest smallest share of each party's ideal gain, the ideal being the party's best
over individually rational efficient packages. Utilitarian: the largest sum of utilities.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nonpaper.analysis.frontier import Frontier
from nonpaper.analysis.table import Floats, Table

Key = Callable[[Sequence[Fraction]], Any]
NEAR = 1e-9
"""Packages this near the best in floating point are compared exactly."""


def read_off(table: Table, found: Frontier) -> dict[str, NDArray[np.int64]]:
    """For each solution, the rows of the frontier that attain it; empty where there is none."""
    if not len(found.sums):
        return {name: np.zeros(0, np.int64) for name in KEYS}
    gains = found.utilities - table.floor
    ideal = exact_ideal(table, found)
    rows = {}
    for name, rough in _rough(gains, np.array([float(i) for i in ideal])).items():
        near = np.flatnonzero(rough >= rough.max() - NEAR * max(1.0, abs(float(rough.max()))))
        if name == "nash" and rough.max() <= 0:
            near = near[:0]  # without a package in which every party gains, the product says nothing
        rows[name] = _best(table, found, near, KEYS[name](ideal))
    return rows


def exact_ideal(table: Table, found: Frontier) -> tuple[Fraction, ...]:
    """Each party's largest gain over the packages found."""
    ideal = []
    for party in range(len(table.parties)):
        column, doubt = found.sums[:, party], table.scaled.doubt
        near = np.flatnonzero(column >= column.max() - doubt) if doubt else [int(column.argmax())]
        ideal.append(max(table.total(found.combinations[i])[party] for i in near) - table.reserve[party])
    return tuple(ideal)


def _rough(gains: Floats, ideal: Floats) -> dict[str, Floats]:
    smallest = gains.min(axis=1)
    open_to_gain = ideal > 0
    shares = gains[:, open_to_gain] / ideal[open_to_gain] if open_to_gain.any() else np.zeros((len(gains), 1))
    return {
        "nash": np.clip(gains, 0, None).prod(axis=1),
        "egalitarian": smallest,
        "kalai_smorodinsky": shares.min(axis=1),
        "leximin": smallest,
        "utilitarian": gains.sum(axis=1),
    }


def _product(gains: Sequence[Fraction]) -> Fraction:
    product = Fraction(1)
    for gain in gains:
        product *= gain
    return product


def _share(ideal: Sequence[Fraction]) -> Key:
    return lambda gains: min((g / i for g, i in zip(gains, ideal, strict=True) if i > 0), default=Fraction(0))


KEYS: dict[str, Callable[[Sequence[Fraction]], Key]] = {
    "nash": lambda _: _product,
    "egalitarian": lambda _: min,
    "kalai_smorodinsky": _share,
    "leximin": lambda _: sorted,
    "utilitarian": lambda _: sum,
}
"""What each solution makes as large as it can, of exact gains."""


def _best(table: Table, found: Frontier, near: NDArray[np.int64], key: Key) -> NDArray[np.int64]:
    gains = [tuple(u - r for u, r in zip(table.total(found.combinations[i]), table.reserve, strict=True)) for i in near]
    scores = [key(g) for g in gains]
    top = max(scores, default=None)
    return np.array([row for row, score in zip(near, scores, strict=True) if score == top], np.int64)
