"""Pairs of reports worth comparing, found without comparing all with all, and kept as reports come in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from nonpaper.reports.copies.features import Hashes

Codes = NDArray[np.int64]
"""Pairs of reports, each as one number: that of the report of lesser id, shifted by `HALF` bits, and that of the other.

The numbers of the reports themselves stay as they are when others come in.
"""
HALF = 32
CROWD = 32
"""A feature of more reports than this ties each of them to the first by id alone, so that work stays linear."""


class Pairs:
    """Reports by the features of one kind that they have, and how many of them the two of each pair have in common.

    `values` are the features in order, each with a report that has it (`owners`); `pairs` are in order too.
    """

    def __init__(self, least: int, ids: Sequence[str], numbers: Codes, known: Sequence[Hashes]) -> None:
        """Of reports in the order of their ids. `numbers` are theirs, `ids` all ids by number. O(n log n) features."""
        self.least, self._ids = least, ids
        place = np.repeat(np.arange(len(known), dtype=np.int32), [len(k) for k in known])
        values = np.concatenate([np.zeros(0, np.uint64), *known])
        order = np.argsort(values, kind="stable")  # and so by place where values are equal
        self.values, place = values[order], place[order]
        self.owners = numbers[place].astype(np.int32)
        rows = np.concatenate([np.zeros((0, 2), np.int64), *_together(self.values, place)])
        codes = numbers[rows[:, 0]] << HALF | numbers[rows[:, 1]]
        self.pairs, self.counts = np.unique(codes, return_counts=True)

    def enough(self) -> Codes:
        """The pairs that have so many features in common as are asked for."""
        return self.pairs[self.counts >= self.least]

    def has_enough(self, code: int) -> bool:
        """Whether a pair is one of them."""
        at = int(np.searchsorted(self.pairs, code))
        return at < len(self.pairs) and self.pairs[at] == code and self.counts[at] >= self.least

    def add(self, number: int, features: Hashes) -> list[int]:
        """One report more; the pairs that have more or fewer features in common for it. O(n) of a copy in memory."""
        first, last = (np.searchsorted(self.values, features, side) for side in ("left", "right"))
        changed: Counter[int] = Counter()
        for start, end in zip(first.tolist(), last.tolist(), strict=True):
            if 0 < end - start < CROWD:
                changed.update(map(partial(self._code, number), self.owners[start:end].tolist()))
            elif start < end:
                there = sorted(self.owners[start:end].tolist(), key=self._ids.__getitem__)
                changed.update(self._tied(sorted([*there, number], key=self._ids.__getitem__)))
                changed.subtract(self._tied(there))
        self.values = np.insert(self.values, last, features)
        self.owners = np.insert(self.owners, last, number)
        more = {code: count for code, count in changed.items() if count}
        self._count(more)
        return list(more)

    def _code(self, one: int, other: int) -> int:
        return one << HALF | other if self._ids[one] < self._ids[other] else other << HALF | one

    def _tied(self, numbers: Sequence[int]) -> Iterator[int]:
        """The pairs of reports that one feature ties, of all that have it in the order of their ids."""
        of = combinations(numbers, 2) if len(numbers) <= CROWD else ((numbers[0], other) for other in numbers[1:])
        return (one << HALF | other for one, other in of)

    def _count(self, changed: dict[int, int]) -> None:
        codes = np.array(sorted(changed), np.int64)
        at = np.searchsorted(self.pairs, codes)
        new = codes != np.append(self.pairs, -1)[at]
        self.pairs = np.insert(self.pairs, at[new], codes[new])
        self.counts = np.insert(self.counts, at[new], 0)
        self.counts[np.searchsorted(self.pairs, codes)] += np.array(
            [changed[code] for code in codes.tolist()], np.int64
        )


def _together(values: Hashes, place: NDArray[np.int32]) -> Iterator[Codes]:
    """Pairs of places, one row for each feature that both have; of features in order, and by place where equal."""
    again = values[1:] == values[:-1]
    several = np.r_[again, False] | np.r_[False, again] if len(values) else np.zeros(0, np.bool_)
    values, place = values[several], place[several]  # most features are one report's alone
    starts = np.flatnonzero(np.r_[len(values) > 0, values[1:] != values[:-1]])
    sizes = np.diff(np.r_[starts, len(values)])
    has = np.repeat(np.where(sizes <= CROWD, sizes, 0), sizes)
    within = np.arange(len(values)) - np.repeat(starts, sizes)
    for step in range(1, CROWD):  # the n-th after each, within one feature
        at = np.flatnonzero(within + step < has)
        yield np.column_stack((place[at], place[at + step]))
    for start, size in zip(starts[sizes > CROWD], sizes[sizes > CROWD], strict=True):
        yield np.column_stack((np.full(size - 1, place[start]), place[start + 1 : start + size]))
