"""Which texts have each of many features, kept in order as texts come in."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nonpaper.reports.copies.features import Hashes

Numbers = NDArray[np.int64]
LATE = 8192
"""So many features of the texts that came last stand apart; of more, they are put to the others."""


class Listed(NamedTuple):
    """Features in order, each with the number of a text that has it."""

    values: Hashes
    owners: NDArray[np.int32]

    def having(self, features: Hashes) -> tuple[Numbers, Numbers]:
        """The texts that have features, and beside each the place of the feature. O(log n) each, and what is given."""
        first, last = (np.searchsorted(self.values, features, side) for side in ("left", "right"))
        sizes = last - first
        before = np.repeat(first - np.cumsum(sizes) + sizes, sizes)
        owners = self.owners[before + np.arange(len(before))].astype(np.int64)
        return owners, np.repeat(np.arange(len(features)), sizes)

    def joined(self, other: Listed) -> Listed:
        """With others more. O(n) of a copy in memory."""
        at = np.searchsorted(self.values, other.values, "right")
        return Listed(np.insert(self.values, at, other.values), np.insert(self.owners, at, other.owners))


NONE = Listed(np.zeros(0, np.uint64), np.zeros(0, np.int32))


class Owners:
    """Texts by the features that they have. Those of the last texts stand apart, so that one more costs little."""

    def __init__(self, listed: Listed = NONE) -> None:
        self._most, self._late = listed, NONE

    def having(self, features: Hashes) -> tuple[Numbers, Numbers]:
        """The texts that have features, and beside each the place of the feature."""
        (most, at), (late, late_at) = self._most.having(features), self._late.having(features)
        return np.concatenate([most, late]), np.concatenate([at, late_at])

    def add(self, number: int, features: Hashes) -> None:
        """One text more, by its features in order."""
        self._late = self._late.joined(Listed(features, np.full(len(features), number, np.int32)))
        if len(self._late.values) > LATE:
            self._most, self._late = self._most.joined(self._late), NONE
