"""States as a list with the moves written out; for models whose moves do not follow from their options.

Such moves need not join (a move and a move by the same decision maker may lead where no single move does), so legal
sequences, in which nobody moves twice in a row, are followed with the mover of their first step in hand. A pass costs
one operation a move; rounds of passes run until nothing changes, at most as many as there are states.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from nonpaper.scenarios.space import HIGH, LOW, Flags, Places, Values


class Moves:
    """Moves of one decision maker: targets of all states one after the other, with where each state's begin."""

    def __init__(self, size: int, sources: Places, targets: Places) -> None:
        order = np.lexsort((targets, sources))
        self.sources, self.targets = sources[order], targets[order]
        self.begin = np.searchsorted(self.sources, np.arange(size + 1))
        self._with = np.flatnonzero(self.begin[1:] > self.begin[:-1])

    def over(self, values: Values, better: np.ufunc, none: int) -> Values:
        """`better` over the targets' values, `none` where a state has no move."""
        found = np.full(self.begin.size - 1, none, dtype=np.int32)
        if self._with.size:
            found[self._with] = better.reduceat(values[self.targets], self.begin[self._with])
        return found

    def only(self, kept: Flags) -> Moves:
        """The moves of which `kept` says so."""
        return Moves(self.begin.size - 1, self.sources[kept], self.targets[kept])


class Graph:
    """Moves, and those of them that are improvements, one entry a decision maker; all states are feasible."""

    def __init__(self, moves: Sequence[Moves], improvements: Sequence[Moves]) -> None:
        self.size = moves[0].begin.size - 1
        self.feasible: Flags = np.ones(self.size, dtype=bool)
        self._moves, self._improvements = list(moves), list(improvements)

    def with_ranks(self, mover: int, ranks: Values) -> Graph:
        """The same moves, one decision maker ranking the states otherwise."""
        moves = self._moves[mover]
        changed = moves.only(ranks[moves.targets] > ranks[moves.sources])
        improvements = [changed if m == mover else own for m, own in enumerate(self._improvements)]
        return Graph(self._moves, improvements)

    def best(self, mover: int, values: Values) -> Values:
        """See `Space.best`."""
        return np.maximum(values, self._moves[mover].over(values, np.maximum, LOW))

    def best_improvement(self, mover: int, values: Values) -> Values:
        """See `Space.best_improvement`."""
        return self._improvements[mover].over(values, np.maximum, LOW)

    def worst(self, movers: Sequence[int], values: Values) -> Values:
        """See `Space.worst`."""
        return _lowest([self._moves[m] for m in movers], values)

    def worst_by_improvements(self, movers: Sequence[int], values: Values) -> Values:
        """See `Space.worst_by_improvements`."""
        return _lowest([self._improvements[m] for m in movers], values)

    def moves_from(self, mover: int, places: Places) -> tuple[Places, Places]:
        """See `Space.moves_from`."""
        begin, targets = self._moves[mover].begin, self._moves[mover].targets
        counts = begin[places + 1] - begin[places]
        rows = np.repeat(np.arange(places.size), counts)
        within = np.arange(rows.size) - np.repeat(np.cumsum(counts) - counts, counts)
        return rows, targets[begin[places][rows] + within]


def graph(size: int, moves: Sequence[Mapping[int, Sequence[int]]], ranks: Sequence[Values]) -> Graph:
    """The space in which each decision maker moves as written: for a place, the places it leads to."""
    written = [_written(size, given) for given in moves]
    return Graph(written, [m.only(r[m.targets] > r[m.sources]) for m, r in zip(written, ranks, strict=True)])


def _written(size: int, given: Mapping[int, Sequence[int]]) -> Moves:
    pairs = [(source, target) for source, targets in given.items() for target in targets]
    grid = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Moves(size, grid[:, 0], grid[:, 1])


def _lowest(moves: Sequence[Moves], values: Values) -> Values:
    """The lowest value that sequences reach in which nobody moves twice in a row, or the state's own."""
    first = [np.full(values.size, HIGH, dtype=np.int32) for _ in moves]
    changed = bool(moves)
    while changed:
        changed = False
        for mover, own in enumerate(moves):
            after = [f for other, f in enumerate(first) if other != mover]
            reached = own.over(np.minimum.reduce([values, *after]), np.minimum, HIGH)
            changed |= not np.array_equal(reached, first[mover])
            first[mover] = reached
    return np.asarray(np.minimum.reduce([values, *first]), dtype=np.int32)
