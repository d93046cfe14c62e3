"""Sensitivity: the smallest change of one ranking that changes the equilibria.

A step lets one state join its neighbours next above or below, or leave those it is tied with for a place of its own
just above or below them; two steps make two neighbours change places. Rankings are tried by the number of steps, all
of one number before any of the next, so the first that changes the equilibria is a smallest change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from nonpaper.model.scenario import Concept
from nonpaper.model.scenario_results import Change, Sensitivity
from nonpaper.scenarios.game import Game
from nonpaper.scenarios.graph import Graph, graph
from nonpaper.scenarios.space import Flags, Places, Values
from nonpaper.scenarios.stability import VALUE_CONCEPTS, stable_states

METHOD = "breadth-first search over rankings, one state and one place a step; equilibria by the logical definitions"
MOST_STATES = 200
BUDGET = 4_000

Ranking = tuple[tuple[int, ...], ...]
"""Classes of tied places, most preferred first, each ascending."""


def sensitivity(game: Game, concepts: Sequence[Concept] = VALUE_CONCEPTS, budget: int = BUDGET) -> Sensitivity:
    """For each concept the fewest steps that change its equilibria, with one such change for each decision maker.

    Tries at most `budget` rankings; a concept whose equilibria none of them changes has no change in the result.
    """
    wanted = [c for c in VALUE_CONCEPTS if c in concepts]
    if game.states > MOST_STATES or not all(game.known):
        reason = f"more than {MOST_STATES} states" if game.states > MOST_STATES else "some preferences are unknown"
        return Sensitivity(method=METHOD, changes=(), tried=0, complete=dict.fromkeys(wanted, 0), left_out=(reason,))
    return _Search(game, wanted, budget).run()


class _Search:
    def __init__(self, game: Game, concepts: Sequence[Concept], budget: int) -> None:
        self.game, self.concepts, self.budget = game, concepts, budget
        self.places = np.flatnonzero(game.space.feasible)
        self.ranks = [r[self.places] for r in game.ranks]
        self.graph = _compact(game, self.places, self.ranks)
        self.base = {m: self._stable(self.graph, self.ranks, m, concepts) for m in range(len(game.names))}
        self.equilibria = {c: np.logical_and.reduce([self.base[m][c] for m in self.base]) for c in concepts}

    def run(self) -> Sensitivity:
        frontier = {m: {_ranking(r)} for m, r in enumerate(self.ranks)}
        seen = {m: set(rankings) for m, rankings in frontier.items()}
        left, changes, tried, steps = list(self.concepts), list[Change](), 0, 0
        complete: dict[str, int] = dict.fromkeys(self.concepts, 0)
        while left and any(frontier.values()):
            steps += 1
            found: dict[tuple[Concept, int], Change] = {}
            for mover, rankings in frontier.items():
                frontier[mover] = {n for r in rankings for n in neighbours(r)} - seen[mover]
                seen[mover] |= frontier[mover]
                for ranking in sorted(frontier[mover]):
                    if tried == self.budget:
                        return self._result([*changes, *found.values()], tried, complete)
                    tried += 1
                    for concept, change in self._changed(mover, ranking, left, steps):
                        found.setdefault((concept, mover), change)
            changes += found.values()
            left = [c for c in left if not any(c == concept for concept, _ in found)]
            complete |= dict.fromkeys([*left, *(c for c, _ in found)], steps)
        return self._result(changes, tried, complete)

    def _result(self, changes: list[Change], tried: int, complete: dict[str, int]) -> Sensitivity:
        order = {c: n for n, c in enumerate(self.concepts)}
        listed = sorted(changes, key=lambda c: (order[c.concept], c.steps, c.decision_maker))
        left_out = [] if tried < self.budget else [f"stopped after {tried:,} rankings"]
        return Sensitivity(
            method=METHOD, changes=tuple(listed), tried=tried, complete=complete, left_out=tuple(left_out)
        )

    def _changed(
        self, mover: int, ranking: Ranking, concepts: Sequence[Concept], steps: int
    ) -> Iterator[tuple[Concept, Change]]:
        values = _values(ranking, self.places.size)
        ranks = [values if m == mover else r for m, r in enumerate(self.ranks)]
        changed = self.graph.with_ranks(mover, values)
        own = self._stable(changed, ranks, mover, concepts)
        for concept in concepts:
            flags = own[concept]
            for other in self.base:
                if other != mover:  # others' sanctions depend on this ranking under SEQ alone
                    again = self._stable(changed, ranks, other, ["SEQ"]) if concept == "SEQ" else self.base[other]
                    flags = flags & again[concept]
            if not np.array_equal(flags, self.equilibria[concept]):
                yield concept, self._change(mover, concept, steps, ranking, flags)

    def _change(self, mover: int, concept: Concept, steps: int, ranking: Ranking, flags: Flags) -> Change:
        before = self.equilibria[concept]
        return Change(
            decision_maker=self.game.names[mover],
            concept=concept,
            steps=steps,
            ranking=tuple(tuple(sorted(self.game.id_at(int(self.places[s])) for s in tie)) for tie in ranking),
            gained=tuple(self._ids(flags & ~before)),
            lost=tuple(self._ids(before & ~flags)),
        )

    def _ids(self, flags: Flags) -> list[int]:
        found: list[int] = np.sort(self.game.layout.id_of(self.places[flags])).tolist()
        return found

    @staticmethod
    def _stable(space: Graph, ranks: Sequence[Values], mover: int, concepts: Sequence[Concept]) -> dict[Concept, Flags]:
        found = stable_states(space, ranks, [None] * len(ranks), mover, concepts)
        return {c: s.general for c, s in found.items()}


def neighbours(ranking: Ranking) -> Iterator[Ranking]:
    """The rankings one step away.

    >>> sorted(set(neighbours(((1,), (0, 2)))))
    [((0, 1, 2),), ((1,), (0,), (2,)), ((1,), (2,), (0,))]
    """
    for place, tie in enumerate(ranking):
        before, after = ranking[:place], ranking[place + 1 :]
        for state in tie:
            rest = tuple(s for s in tie if s != state)
            if rest:
                yield (*before, (state,), rest, *after)
                yield (*before, rest, (state,), *after)
            elif after:  # joining from below comes up in the other's turn
                yield (*before, tuple(sorted((state, *after[0]))), *after[1:])
        if len(tie) == 1 and before and len(before[-1]) > 1:
            yield (*before[:-1], tuple(sorted((*before[-1], *tie))), *after)


def _ranking(values: Values) -> Ranking:
    return tuple(tuple(np.flatnonzero(values == level).tolist()) for level in np.unique(values)[::-1])


def _values(ranking: Ranking, size: int) -> Values:
    found = np.empty(size, dtype=np.int32)
    for height, tie in enumerate(reversed(ranking)):
        found[list(tie)] = height
    return found


def _compact(game: Game, places: Places, ranks: Sequence[Values]) -> Graph:
    """The feasible states alone, with their moves written out."""
    number = np.full(game.space.size, -1, dtype=np.int64)
    number[places] = np.arange(places.size)
    moves = []
    for mover in range(len(game.names)):
        rows, targets = game.space.moves_from(mover, places)
        given: dict[int, list[int]] = {}
        for source, target in zip(rows.tolist(), number[targets].tolist(), strict=True):
            given.setdefault(source, []).append(target)
        moves.append(given)
    return graph(places.size, moves, ranks)
