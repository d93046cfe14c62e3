"""Pairs of texts worth comparing, found without comparing all with all, and put to as texts come in."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from nonpaper.reports.copies.features import Hashes
from nonpaper.reports.copies.owners import Listed, Numbers, Owners

HALF = 32
"""A pair of texts is one number, its code: that of the lesser number, shifted by so many bits, and the other."""
CROWD = 32
"""A feature of more texts than this ties each of them to the first of them alone, so that work stays linear."""


def code(one: int, other: int) -> int:
    """The code of two texts."""
    return min(one, other) << HALF | max(one, other)


def two(of: int) -> tuple[int, int]:
    """The two texts of a code, the lesser number first."""
    return of >> HALF, of & (1 << HALF) - 1


class Pairs:
    """Texts by the features of one kind that they have, of which two must have `least` in common.

    `order` says for each number where it stands among the others, whatever else comes: the first of a crowd follows
    from the crowd alone.
    """

    def __init__(self, least: int, order: array[int], numbers: Numbers, known: Sequence[Hashes]) -> None:
        """Of texts as they stand in that order, by their numbers and features. O(n log n) features."""
        self.least, self._order = least, order
        place = np.repeat(np.arange(len(known), dtype=np.int32), [len(k) for k in known])
        values = np.concatenate([np.zeros(0, np.uint64), *known])
        at = np.argsort(values, kind="stable")  # and so by place where values are equal
        values, place = values[at], place[at]
        self._owners = Owners(Listed(values, numbers[place].astype(np.int32)))
        rows = np.sort(numbers[np.concatenate([np.zeros((0, 2), np.int64), *_together(values, place)])])
        codes, counts = np.unique(rows[:, 0] << HALF | rows[:, 1], return_counts=True)
        self.first: Numbers = codes[counts >= least]
        """The pairs of these texts that have enough in common."""

    def add(self, number: int, features: Hashes) -> tuple[set[int], set[int]]:
        """One text more: its pairs that have enough in common, and those of others that may no longer have."""
        owners, place = self._owners.having(features)
        sizes = np.bincount(place, minlength=len(features))
        tied, loosened = [owners[sizes[place] < CROWD]], set[int]()
        for at in np.flatnonzero(sizes >= CROWD):
            there = owners[place == at]
            before = self._first(there)
            first = min(before, number, key=self._order.__getitem__)
            tied.append(there if first == number else np.array([first]))
            loosened |= _loosened(there, before, first)
        self._owners.add(number, features)
        others, counts = np.unique(np.concatenate(tied), return_counts=True)
        return {code(number, other) for other in others[counts >= self.least].tolist()}, loosened

    def enough(self, pair: tuple[int, int], both: Hashes) -> bool:
        """Whether two texts that have features `both` are a pair by them still."""
        owners, place = self._owners.having(both)
        each = [owners[place == at] for at in range(len(both))]
        return sum(len(there) <= CROWD or self._first(there) in pair for there in each) >= self.least

    def _first(self, there: Numbers) -> int:
        return int(there[np.frombuffer(self._order, np.uint64)[there].argmin()])


def _loosened(there: Numbers, before: int, first: int) -> set[int]:
    """The pairs of those who had a feature, and their first, that it ties no longer now that one more has it."""
    if len(there) == CROWD:
        return {code(*pair) for pair in combinations(there.tolist(), 2) if first not in pair}
    return {code(before, other) for other in there.tolist() if other != before} if first != before else set()


def _together(values: Hashes, place: NDArray[np.int32]) -> Iterator[Numbers]:
    """Pairs of places, one row for each feature that both have; of features in order, and by place where equal."""
    again = values[1:] == values[:-1]
    several = np.r_[again, False] | np.r_[False, again] if len(values) else np.zeros(0, np.bool_)
    values, place = values[several], place[several]  # most features are one text's alone
    starts = np.flatnonzero(np.r_[len(values) > 0, values[1:] != values[:-1]])
    sizes = np.diff(np.r_[starts, len(values)])
    has = np.repeat(np.where(sizes <= CROWD, sizes, 0), sizes)
    within = np.arange(len(values)) - np.repeat(starts, sizes)
    for step in range(1, CROWD):  # the n-th after each, within one feature
        at = np.flatnonzero(within + step < has)
        yield np.column_stack((place[at], place[at + step]))
    for start, size in zip(starts[sizes > CROWD], sizes[sizes > CROWD], strict=True):
        yield np.column_stack((np.full(size - 1, place[start]), place[start + 1 : start + size]))
