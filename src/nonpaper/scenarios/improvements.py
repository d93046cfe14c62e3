"""One decision maker's unilateral improvements over a cube of states; groups of states are sorted once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from nonpaper.model.scenario import Direction
from nonpaper.scenarios.space import HIGH, LOW, Flags, Values


class Ordered:
    """States in groups among which the mover chooses, sorted from least to most preferred: shape (choices, groups).

    The states above one in its group are its improvements, so a minimum over improvements is a running minimum from the
    top. Irreversible options leave only some of those above: one running minimum for each combination of them.
    """

    def __init__(self, ranks: Values, low: int, width: int, ways: Sequence[Direction | None]) -> None:
        size, count = ranks.size, 1 << width
        grid = np.arange(size, dtype=np.int32).reshape(-1, count, 1 << low).swapaxes(0, 1).reshape(count, -1)
        order = np.argsort(ranks[grid], axis=0, kind="stable")
        self._flat = np.take_along_axis(grid, order, axis=0)
        ordered = ranks[self._flat]
        self._above = _first_above(ordered)
        self._closed = ordered == LOW if (ranks == LOW).any() else None
        self._ways = [(bit, way) for bit, way in enumerate(ways) if way]
        self._held = np.zeros(order.shape, dtype=np.int32)
        for place, (bit, _) in enumerate(self._ways):
            self._held |= (((order >> bit) & 1) << place).astype(np.int32)

    def lower(self, values: Values) -> bool:
        """Lowers `values` in place to the lowest value among a state and its improvements; whether any changed.

        Those of infeasible states stay HIGH.
        """
        held = values[self._flat]
        found = np.minimum(held, self._over(held, np.minimum, HIGH))
        if self._closed is not None:
            found[self._closed] = HIGH
        changed = bool((found < held).any())
        if changed:
            values[self._flat] = found
        return changed

    def highest(self, values: Values) -> Values:
        """The highest value among each state's improvements; LOW where there are none."""
        found = np.empty_like(values)
        found[self._flat] = self._over(values[self._flat], np.maximum, LOW)
        return found

    def _over(self, held: Values, better: np.ufunc, none: int) -> Values:
        if not self._ways:
            return self._running(held, better, none)
        found = np.empty_like(held)
        for same, allowed in self._combinations():
            np.copyto(found, self._running(np.where(allowed, held, none), better, none), where=same)
        return found

    def _combinations(self) -> Iterator[tuple[Flags, Flags]]:
        """For each combination of the irreversible options: the states that have it, and those it can become."""
        for number in range(1 << len(self._ways)):
            fixed = sum(1 << p for p, (_, way) in enumerate(self._ways) if (number >> p & 1) == (way == "taken"))
            yield self._held == number, (self._held & fixed) == (number & fixed)

    def _running(self, held: Values, better: np.ufunc, none: int) -> Values:
        run = np.empty((held.shape[0] + 1, held.shape[1]), dtype=held.dtype)
        run[-1] = none
        for row in range(held.shape[0] - 1, -1, -1):
            better(run[row + 1], held[row], out=run[row])
        return run[1:] if self._above is None else np.take_along_axis(run, self._above, axis=0)


def _first_above(ranks: Values) -> Values | None:
    """For each state its group's first row of strictly higher rank; None where no two in a group are tied.

    Ties of infeasible states, ranked LOW, are no matter.
    """
    tied = (ranks[1:] == ranks[:-1]) & (ranks[1:] > LOW)
    if not tied.any():
        return None
    above = np.empty(ranks.shape, dtype=np.int32)
    above[-1] = ranks.shape[0]
    for row in range(ranks.shape[0] - 2, -1, -1):
        above[row] = np.where(tied[row], above[row + 1], row + 1)
    return above
