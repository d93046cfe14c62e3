"""States as a cube with one axis of length 2 an option; moves by minima and maxima along axes.

A decision maker's options lie side by side, so that all its moves run along one axis of the array seen as (before,
own, after). Work is counted in passes over the 2**n states: a maximum over own moves costs one pass, and one for each
irreversible option; the minimum over opponents' moves one such pass each where every combination is feasible, else
rounds of them until nothing changes. A round over unilateral improvements costs four passes an opponent, doubled by
each irreversible option it holds. Memory is a few arrays of 4 bytes a state.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from nonpaper.model.scenario import Direction
from nonpaper.scenarios.improvements import Ordered
from nonpaper.scenarios.space import HIGH, LOW, Flags, Places, Values


class Cube:
    """`widths` are the numbers of options of each decision maker, in order of place value; `irreversible` has the
    direction of each option by its place value.
    """

    def __init__(
        self, widths: Sequence[int], irreversible: Sequence[Direction | None], feasible: Flags, ranks: Sequence[Values]
    ) -> None:
        self.size = 1 << sum(widths)
        self.feasible = feasible
        self._free = bool(feasible.all())
        self._widths = tuple(widths)
        self._low = tuple(sum(widths[:i]) for i in range(len(widths)))
        self._one_way = tuple(irreversible)
        self._ranks = tuple(ranks)
        self._ordered: dict[int, Ordered] = {}

    @cached_property
    def _closed(self) -> Flags:
        return ~self.feasible

    def best(self, mover: int, values: Values) -> Values:
        """See `Space.best`."""
        masked = values if self._free else np.where(self.feasible, values, LOW)
        return self._swept(mover, masked, np.maximum)

    def worst(self, movers: Sequence[int], values: Values) -> Values:
        """See `Space.worst`. One decision maker's moves join into one, so rounds need only find the order of movers."""
        found = values if self._free else np.where(self.feasible, values, HIGH)
        while True:
            before = found
            for mover in movers:
                found = self._swept(mover, found, np.minimum)
                if not self._free:
                    found[self._closed] = HIGH
            if self._free or len(movers) < 2 or np.array_equal(found, before):
                return found

    def worst_by_improvements(self, movers: Sequence[int], values: Values) -> Values:
        """See `Space.worst_by_improvements`."""
        found = values.copy() if self._free else np.where(self.feasible, values, HIGH)
        still, turn = 0, 0
        while movers and still < len(movers):
            mover = movers[turn % len(movers)]
            changed = self._order(mover).lower(found)
            # One mover's improvements join into one, so its own turn need not come twice in a row.
            still, turn = (1 if changed else still + 1), turn + 1
        return found

    def best_improvement(self, mover: int, values: Values) -> Values:
        """See `Space.best_improvement`."""
        masked = values if self._free else np.where(self.feasible, values, LOW)
        return self._order(mover).highest(masked)

    def moves_from(self, mover: int, places: Places) -> tuple[Places, Places]:
        """See `Space.moves_from`."""
        low, width = self._low[mover], self._widths[mover]
        choices = np.arange(1 << width, dtype=np.int64)
        own = (places[:, None] >> low) & ((1 << width) - 1)
        allowed = choices != own
        for bit, way in enumerate(self._one_way[low : low + width]):
            if way:
                held, new = (own >> bit) & 1, (choices >> bit) & 1
                allowed &= (held == new) | (held == (way == "dropped"))
        reached = (places[:, None] & ~(((1 << width) - 1) << low)) | (choices << low)
        allowed &= self.feasible[reached]
        rows, columns = np.nonzero(allowed)
        return rows, reached[rows, columns]

    def _order(self, mover: int) -> Ordered:
        if mover not in self._ordered:
            low, width = self._low[mover], self._widths[mover]
            ranks = self._ranks[mover] if self._free else np.where(self.feasible, self._ranks[mover], LOW)
            self._ordered[mover] = Ordered(ranks, low, width, self._one_way[low : low + width])
        return self._ordered[mover]

    def _swept(self, mover: int, values: Values, better: np.ufunc) -> Values:
        """`better` over all that the mover reaches from each state, itself included."""
        low, width = self._low[mover], self._widths[mover]
        ways = self._one_way[low : low + width]
        if width and not any(ways):
            own = values.reshape(-1, 1 << width, 1 << low)
            return np.repeat(better.reduce(own, axis=1, keepdims=True), 1 << width, axis=1).reshape(-1)
        found = values.copy()
        for bit, way in enumerate(ways):
            pair = found.reshape(-1, 2, 1 << (low + bit))
            left, taken = pair[:, 0], pair[:, 1]
            if way != "dropped":
                better(left, taken, out=left)
            if way != "taken":
                better(left, taken, out=taken)
        return found
