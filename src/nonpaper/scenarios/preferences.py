"""Preferences as numbers a state, or as a comparison of each two states where some are unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from nonpaper.model.scenario import Preference, Prioritised, Ranked, Statement, Unstated, Wanted, Weighted
from nonpaper.scenarios.conditions import Truth, truth
from nonpaper.scenarios.space import Places, Values

Taken = Callable[[int], Truth]


def is_known(preference: Preference, states: int) -> bool:
    """Whether every two states are compared, so that one number a state says all."""
    match preference:
        case Prioritised(statements=statements):
            return all(s.known for s in statements)
        case Wanted(statements=statements):
            return len(statements) == 1 and statements[0].known
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
        case Prioritised(statements=statements) | Wanted(statements=statements):
            return _by_statements([truth(s.condition, taken) for s in statements if s.known], size)
        case Weighted(weights=weights):
            return _by_weights(weights, taken, size)
        case Ranked(classes=classes):
            found = np.zeros(size, dtype=np.int32)
            for height, ids in enumerate(reversed(classes)):
                found[[(places or {})[i] for i in ids]] = height
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


class Comparison:
    """Compares states by place, any number at once, where some comparisons may be unknown."""

    def __init__(self, preference: Preference, values: Values, taken: Taken, places: Mapping[int, int] | None) -> None:
        self._preference, self._values = preference, values
        self._flags: list[Truth] = []
        self._pairs = np.empty(0, dtype=np.int64)
        self._unplaced = np.zeros(values.size, dtype=bool)
        match preference:
            case Prioritised(statements=statements) | Wanted(statements=statements):
                self._flags = [truth(s.condition, taken) for s in statements]
            case Weighted(unknown=options):
                self._flags = [taken(option) for option in options]
            case Ranked(classes=classes, unknown=pairs):
                at = places or {}
                self._unplaced[:] = True
                self._unplaced[[at[i] for ids in classes for i in ids]] = False
                both = [(at[a], at[b]) for a, b in pairs]
                self._pairs = np.array(
                    [a * values.size + b for x, y in both for a, b in ((x, y), (y, x))], dtype=np.int64
                )
            case Unstated():
                pass

    def __call__(self, left: Places, right: Places) -> tuple[Truth, Truth]:
        """Whether `right` is known to be preferred to `left`, and whether it is unknown which is; both broadcast."""
        better = self._values[right] > self._values[left]
        unknown = np.zeros(better.shape, dtype=bool)
        match self._preference:
            case Prioritised(statements=statements) if not all(s.known for s in statements):
                better, unknown = self._by_statements([s.known for s in statements], left, right)
            case Wanted(statements=statements):
                better, unknown = self._by_all(statements, left, right)
            case Weighted():
                for flag in self._flags:
                    unknown |= flag[left] != flag[right]
            case Ranked():
                unknown = self._unplaced[left] | self._unplaced[right]
                if self._pairs.size:
                    unknown = unknown | np.isin(left * self._values.size + right, self._pairs)
            case Unstated():
                unknown[:] = True
        unknown = unknown & (left != right)
        return better & ~unknown, unknown

    def _by_statements(self, known: list[bool], left: Places, right: Places) -> tuple[Truth, Truth]:
        """The first statement in which two states differ decides, or leaves it unknown."""
        better = unknown = np.zeros(np.broadcast_shapes(left.shape, right.shape), dtype=bool)
        for flag, sure in zip(reversed(self._flags), reversed(known), strict=True):
            here, there = flag[left], flag[right]
            better = np.where(here != there, there & sure, better)
            unknown = np.where(here != there, not sure, unknown)
        return better, unknown

    def _by_all(self, statements: tuple[Statement, ...], left: Places, right: Places) -> tuple[Truth, Truth]:
        """Whether `right` adds to what `left` has; unknown where each has something of its own."""
        shape = np.broadcast_shapes(left.shape, right.shape)
        gains, losses = np.zeros(shape, dtype=bool), np.zeros(shape, dtype=bool)
        for flag, statement in zip(self._flags, statements, strict=True):
            here, there = flag[left], flag[right]
            gains = gains | (there & ~here) | ((here != there) & (not statement.known))
            losses = losses | (here & ~there) | ((here != there) & (not statement.known))
        return gains & ~losses, gains & losses
