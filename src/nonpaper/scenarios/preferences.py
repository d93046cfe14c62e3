"""Preferences as numbers a state, or as a comparison of each two states where some are unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from nonpaper.model.scenario import Preference, Prioritised, Ranked, Unstated, Weighted
from nonpaper.scenarios.conditions import Truth, truth
from nonpaper.scenarios.space import Values

Taken = Callable[[int], Truth]


def is_known(preference: Preference, states: int) -> bool:
    """Whether every two states are compared, so that one number a state says all."""
    match preference:
        case Prioritised(statements=statements):
            return all(s.known for s in statements)
        case Ranked(classes=classes, unknown=unknown):
            return not unknown and sum(map(len, classes)) == states
        case Weighted(unknown=unknown):
            return not unknown
        case Unstated():
            return False


def ranks(preference: Preference, taken: Taken, places: Mapping[int, int] | None, size: int) -> Values:
    """A number a state, higher preferred; statements and options of unknown liking count nothing here.

    `places` gives the place of each id and is needed for explicit rankings alone.
    """
    match preference:
        case Prioritised(statements=statements):
            return _by_statements([truth(s.condition, taken) for s in statements if s.known], size)
        case Weighted(weights=weights):
            return _by_weights(weights, taken, size)
        case Ranked(classes=classes):
            assert places is not None
            found = np.zeros(size, dtype=np.int32)
            for height, ids in enumerate(reversed(classes)):
                found[[places[i] for i in ids]] = height
            return found
        case Unstated():
            return np.zeros(size, dtype=np.int32)


def cuts(preference: Preference, values: Values, taken: Taken, size: int) -> Values | None:
    """The number below which a state is greatly less preferred than this one; None where nothing is great."""
    match preference:
        case Prioritised(statements=statements, strong=strong) if strong:
            bands = _by_statements([truth(s.condition, taken) for s in statements[:strong] if s.known], size)
        case Ranked(classes=classes, gaps=gaps) if gaps:
            heights = np.array([sum(gap <= place for gap in gaps) for place in range(len(classes))][::-1])
            bands = -heights[values].astype(np.int32)
        case Weighted(weights=weights, great=great) if great is not None:
            return _below_gap(_sums(weights, taken, size), values, great)
        case _:
            return None
    return _lowest_of_band(bands, values)


def _by_statements(flags: list[Truth], size: int) -> Values:
    score = np.zeros(size, dtype=np.int64)
    for number, flag in enumerate(flags, start=1):
        score = score * 2 + flag
        if number % 60 == 0:
            score = np.unique(score, return_inverse=True)[1].astype(np.int64)
    if len(flags) < 31:
        return score.astype(np.int32)
    return np.unique(score, return_inverse=True)[1].astype(np.int32)


def _sums(weights: tuple[float, ...], taken: Taken, size: int) -> NDArray[np.float64]:
    total = np.zeros(size)
    for option, weight in enumerate(weights):
        if weight:
            total += np.where(taken(option), weight, 0.0)
    return np.round(total, 9)  # sums of decimals that are equal on paper


def _by_weights(weights: tuple[float, ...], taken: Taken, size: int) -> Values:
    return np.unique(_sums(weights, taken, size), return_inverse=True)[1].astype(np.int32)


def _below_gap(sums: NDArray[np.float64], values: Values, great: float) -> Values:
    levels = np.unique(sums)
    return np.searchsorted(levels, np.round(levels - great, 9), side="right").astype(np.int32)[values]


def _lowest_of_band(bands: Values, values: Values) -> Values:
    kinds, which = np.unique(bands, return_inverse=True)
    lowest = np.full(kinds.size, np.iinfo(np.int32).max, dtype=np.int32)
    np.minimum.at(lowest, which, values)
    return lowest[which]


def compared(
    preference: Preference, taken: Taken, places: Mapping[int, int], size: int
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """`better[s, t]`: t is known to be preferred to s; `unknown[s, t]`: it is not known which is preferred.

    Memory and time grow with the square of the number of states.
    """
    values = ranks(preference, taken, places, size)
    better = values[None, :] > values[:, None]
    unknown = np.zeros((size, size), dtype=bool)
    match preference:
        case Prioritised(statements=statements):
            better[:] = False
            for statement in reversed(statements):
                flag = truth(statement.condition, taken)
                differ = flag[None, :] != flag[:, None]
                better = np.where(differ, (flag[None, :] & ~flag[:, None]) & statement.known, better)
                unknown = np.where(differ, not statement.known, unknown)
        case Weighted(unknown=options):
            for option in options:
                unknown |= taken(option)[None, :] != taken(option)[:, None]
        case Ranked(classes=classes, unknown=pairs):
            unplaced = np.ones(size, dtype=bool)
            unplaced[[places[i] for ids in classes for i in ids]] = False
            unknown |= unplaced[None, :] | unplaced[:, None]
            for left, right in pairs:
                unknown[places[left], places[right]] = unknown[places[right], places[left]] = True
        case Unstated():
            unknown[:] = True
    np.fill_diagonal(unknown, val=False)
    return better & ~unknown, unknown

