"""A model in numbers: its states by place, its moves, and what each decision maker prefers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from nonpaper.model.scenario import Option, Ranked, Scenario
from nonpaper.scenarios import preferences
from nonpaper.scenarios.conditions import Truth, truth
from nonpaper.scenarios.cube import Cube
from nonpaper.scenarios.graph import Graph, graph
from nonpaper.scenarios.space import Flags, Places, Space, Values


@dataclass(frozen=True)
class Layout:
    """Which place stands for which state. `ids` lists the states' ids by place, or is None for a cube of options,
    where option k of the model is bit `bits[k]` of a place.
    """

    size: int
    bits: tuple[int, ...] = ()
    ids: tuple[int, ...] | None = None
    patterns: tuple[str, ...] = ()

    def taken(self, option: int) -> Truth:
        """The states in which an option is taken."""
        if self.ids is None:
            return np.asarray((np.arange(self.size, dtype=np.int32) >> self.bits[option]) & 1, dtype=bool)
        return np.array([pattern[option] == "Y" for pattern in self.patterns], dtype=bool)

    def id_of(self, places: Places) -> Places:
        """The ids of the states at `places`."""
        if self.ids is not None:
            return np.array(self.ids, dtype=np.int64)[places]
        found = np.zeros_like(places)
        for option, bit in enumerate(self.bits):
            found |= ((places >> bit) & 1) << option
        return found

    def place_of(self, state: int) -> int:
        """The place of the state with this id; KeyError where there is none."""
        if self.ids is not None:
            return self._place[state]
        if not 0 <= state < self.size:
            raise KeyError(state)
        return sum(((state >> option) & 1) << bit for option, bit in enumerate(self.bits))

    @cached_property
    def _place(self) -> dict[int, int]:
        return {state: place for place, state in enumerate(self.ids or ())}


@dataclass(frozen=True)
class Game:
    """What analyses work on. `known` says of each decision maker whether all its comparisons are known."""

    scenario: Scenario
    layout: Layout
    space: Space
    ranks: tuple[Values, ...]
    cuts: tuple[Values | None, ...]
    known: tuple[bool, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The decision makers."""
        return self.scenario.decision_makers

    @cached_property
    def comparisons(self) -> tuple[preferences.Comparison, ...]:
        """What each decision maker is known to prefer between any two places."""
        places = _places(self.scenario, self.layout, self.space.feasible)
        return tuple(
            preferences.Comparison(p, v, self.layout.taken, places)
            for p, v in zip(self.scenario.preferences, self.ranks, strict=True)
        )

    @cached_property
    def states(self) -> int:
        """How many states are feasible."""
        return int(np.count_nonzero(self.space.feasible))

    def ids(self, flags: Flags) -> list[int]:
        """The ids of the flagged states, ascending."""
        found: list[int] = np.sort(self.layout.id_of(np.flatnonzero(flags))).tolist()
        return found

    def id_at(self, place: int) -> int:
        """The id of the state at a place."""
        return int(self.layout.id_of(np.array([place], dtype=np.int64))[0])

    def pattern_at(self, place: int) -> str:
        """Y or N for each option, in the model's order; empty where the model has no options."""
        if self.layout.ids is not None:
            return self.layout.patterns[place] if self.layout.patterns else ""
        return "".join("NY"[place >> bit & 1] for bit in self.layout.bits)


def game(scenario: Scenario) -> Game:
    """The model in numbers. It must have passed the checks of `load`."""
    layout, feasible = states_of(scenario)
    count = int(np.count_nonzero(feasible))
    places = _places(scenario, layout, feasible)
    values = tuple(preferences.ranks(p, layout.taken, places, layout.size) for p in scenario.preferences)
    cuts = tuple(
        preferences.cuts(p, v, layout.taken, layout.size) for p, v in zip(scenario.preferences, values, strict=True)
    )
    known = tuple(preferences.is_known(p, count) for p in scenario.preferences)
    space = _graph(scenario, layout, values) if scenario.states else _cubic(scenario, feasible, values)
    return Game(scenario, layout, space, values, cuts, known)


def _places(scenario: Scenario, layout: Layout, feasible: Flags) -> dict[int, int] | None:
    """The place of each id, where a ranking by ids needs it."""
    if not any(isinstance(p, Ranked) for p in scenario.preferences):
        return None
    listed = np.flatnonzero(feasible)
    return dict(zip(layout.id_of(listed).tolist(), listed.tolist(), strict=True))


def states_of(scenario: Scenario) -> tuple[Layout, Flags]:
    """The places of a model's states, and which of them no rule excludes."""
    layout = _listed(scenario) if scenario.states else _cube(scenario)
    return layout, _feasible(scenario, layout)


def _cube(scenario: Scenario) -> Layout:
    owners = [scenario.decision_makers.index(o.decision_maker or "") for o in scenario.options]
    order = sorted(range(len(owners)), key=lambda k: owners[k])
    return Layout(1 << len(order), bits=tuple(order.index(k) for k in range(len(order))))


def _listed(scenario: Scenario) -> Layout:
    patterns = tuple(s.pattern for s in scenario.states if s.pattern is not None)
    return Layout(len(scenario.states), ids=tuple(s.id for s in scenario.states), patterns=patterns)


def _feasible(scenario: Scenario, layout: Layout) -> Flags:
    flags = np.ones(layout.size, dtype=bool)
    for rule in scenario.infeasible:
        flags &= ~truth(rule.condition, layout.taken)
    return flags


def _cubic(scenario: Scenario, feasible: Flags, values: tuple[Values, ...]) -> Cube:
    by_owner = [[o for o in scenario.options if o.decision_maker == name] for name in scenario.decision_makers]
    ways = [option.irreversible for own in by_owner for option in own]
    return Cube([len(own) for own in by_owner], ways, feasible, values)


def _graph(scenario: Scenario, layout: Layout, values: tuple[Values, ...]) -> Graph:
    if scenario.moves is None:
        return graph(layout.size, [_derived(scenario, layout, name) for name in scenario.decision_makers], values)
    written = [
        {layout.place_of(a): [layout.place_of(b) for b in bs] for a, bs in scenario.moves.get(name, {}).items()}
        for name in scenario.decision_makers
    ]
    return graph(layout.size, written, values)


def _derived(scenario: Scenario, layout: Layout, name: str) -> dict[int, list[int]]:
    """Moves between listed states that differ in the decision maker's own options alone, one-way options obeyed."""
    own = [k for k, option in enumerate(scenario.options) if option.decision_maker == name]
    alike: defaultdict[str, list[int]] = defaultdict(list)
    for place, pattern in enumerate(layout.patterns):
        alike["".join(c for k, c in enumerate(pattern) if k not in own)].append(place)
    return {
        a: [b for b in group if b != a and allowed(scenario.options, layout.patterns[a], layout.patterns[b])]
        for group in alike.values()
        for a in group
    }


def allowed(options: tuple[Option, ...], before: str, after: str) -> bool:
    """Whether no irreversible option is turned back between two patterns.

    >>> allowed((Option(key="a", says="a", irreversible="taken"),), "Y", "N")
    False
    """
    fixed = {"taken": "YN", "dropped": "NY"}
    return all(
        o.irreversible is None or b + a != fixed[o.irreversible] for o, b, a in zip(options, before, after, strict=True)
    )
