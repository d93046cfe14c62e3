"""Reasons, ways from the status quo, wished states and smallest changes, each against trying everything."""

from __future__ import annotations

import random
from itertools import permutations, product

import msgspec
import pytest

from nonpaper.model.scenario import Ranked, Scenario
from nonpaper.model.scenario_results import Step
from nonpaper.scenarios import analyse, equilibria, evolve, game, inverse, sensitivity, why
from nonpaper.scenarios.inverse import orders
from nonpaper.scenarios.sensitivity import neighbours
from nonpaper.scenarios.stability import VALUE_CONCEPTS
from tests.unit.scenarios.models import Twin, twin


def small_twins(seed: int, count: int, *, most: int = 3, states: int = 6, unknown: bool = False) -> list[Twin]:
    chance, found = random.Random(seed), list[Twin]()
    while len(found) < count:
        made = twin(chance, makers=(2, 3), most=most, unknown=unknown)
        if 1 < len(made.oracle.states) <= states:
            found.append(made)
    return found


def ranked(scenario: Scenario, mover: int, classes: tuple[tuple[int, ...], ...]) -> Scenario:
    preferences = list(scenario.preferences)
    preferences[mover] = Ranked(classes=classes)
    return msgspec.structs.replace(scenario, preferences=tuple(preferences))


def walked(made: Twin, start: int, path: tuple[Step, ...], kind: str) -> int:
    """Follows a path move by move: each is open to its mover, and nobody moves twice in a row."""
    state, last = start, ""
    for step in path:
        assert step.mover != last
        assert step.to in made.oracle.step(names_of(made).index(step.mover), state, kind)
        state, last = step.to, step.mover
    return state


def names_of(made: Twin) -> tuple[str, ...]:
    return made.scenario.decision_makers


@pytest.mark.parametrize("unknown", [False, True])
def test_reasons_agree_with_the_table_and_every_sanction_can_be_walked(*, unknown: bool) -> None:
    for made in small_twins(1, 40, most=4, states=8, unknown=unknown):
        found = analyse(game(made.scenario))
        reading = "a" if found.readings else "b"
        for mover, name in enumerate(names_of(made)):
            for state, concept in product(made.oracle.states, found.stable[name]):
                reason = why(found.game, state, name, concept)
                assert reason.stable == (state in found.game.ids(found.stable[name][concept]))
                leaves = made.oracle.improvements(mover, state, uncertain=reading == "a")
                assert {a.to for a in reason.answers} == leaves
                for answer in reason.answers:
                    if answer.held and concept != "SIM":
                        kind = "improvements" if concept == "SEQ" else "moves"
                        assert name not in {step.mover for step in answer.path}
                        end = walked(made, answer.to, answer.path, kind)
                        assert not made.oracle.better(mover, state, end)


def test_ways_from_the_status_quo_are_legal_and_shortest() -> None:
    for made in small_twins(2, 40, most=4, states=16):
        found = analyse(game(made.scenario), VALUE_CONCEPTS)
        everyone, start = list(range(len(names_of(made)))), made.oracle.states[0]
        result = evolve(found, start)
        ends = {s for flags in equilibria(found.stable).values() for s in found.game.ids(flags)}
        assert {r.state for r in result.routes} == ends
        for route in result.routes:
            for kind, path in (("improvements", route.by_improvements), ("moves", route.by_moves)):
                within = made.oracle.ends(everyone, start, kind) | {start}
                assert (path is not None) == (route.state in within)
                if path:
                    assert walked(made, start, path, kind) == route.state
                    assert len(path) == steps_needed(made, start, route.state, kind)


def steps_needed(made: Twin, start: int, end: int, kind: str) -> int:
    frontier, count = {(start, -1)}, 0
    while not any(s == end for s, _ in frontier):
        frontier = {
            (t, m)
            for s, last in frontier
            for m in range(len(made.widths))
            if m != last
            for t in made.oracle.step(m, s, kind)
        }
        count += 1
    return count


def weak_orders(states: tuple[int, ...]) -> set[tuple[tuple[int, ...], ...]]:
    found = set()
    for levels in product(range(len(states)), repeat=len(states)):
        if set(levels) == set(range(max(levels) + 1)):
            found.add(
                tuple(tuple(s for s, x in zip(states, levels, strict=True) if x == n) for n in range(max(levels) + 1))
            )
    return found


@pytest.mark.parametrize("concept", VALUE_CONCEPTS)
def test_the_inverse_count_is_that_of_trying_every_ranking(concept: str) -> None:
    for made in small_twins(3, 8, states=4):
        states = tuple(made.oracle.states)
        every = weak_orders(states)
        assert len(every) == orders(len(states))
        numbers, name = game(made.scenario), names_of(made)[0]
        held = {
            order: set(other.game.ids(other.stable[name][concept]))
            for order in every
            for other in [analyse(game(ranked(made.scenario, 0, order)), [concept])]
        }
        for wished in states:
            found = inverse(numbers, wished, name, concept)
            strict = [tuple((s,) for s in p) for p in permutations(states)]
            assert found.strict == sum(wished in held[order] for order in strict)
            assert found.tied == sum(wished in stable for stable in held.values())
            for order, stable in held.items():
                above = {s for tie in order[: next(n for n, tie in enumerate(order) if wished in tie)] for s in tie}
                met = all(any(not above & set(group) for group in c.groups) for c in found.conditions)
                assert met == (wished in stable)


def test_the_smallest_change_is_the_smallest() -> None:
    for made in small_twins(4, 12, states=4):
        numbers = game(made.scenario)
        found = sensitivity(numbers, budget=100_000)
        before = {c: numbers.ids(f) for c, f in equilibria(analyse(numbers, VALUE_CONCEPTS).stable).items()}
        for change in found.changes:
            mover = names_of(made).index(change.decision_maker)
            after = analyse(game(ranked(made.scenario, mover, change.ranking)), VALUE_CONCEPTS)
            now = set(numbers.ids(equilibria(after.stable)[change.concept]))
            assert set(change.gained) == now - set(before[change.concept])
            assert set(change.lost) == set(before[change.concept]) - now
            assert change.gained or change.lost
        for concept in VALUE_CONCEPTS:
            steps = {c.steps for c in found.changes if c.concept == concept}
            assert len(steps) <= 1
            if steps == {2}:
                assert not any(changes_at_one_step(made, concept, before[concept]))


def changes_at_one_step(made: Twin, concept: str, before: list[int]) -> list[bool]:
    found = []
    for mover, values in enumerate(game(made.scenario).ranks):
        order = tuple(
            tuple(
                s
                for s in made.oracle.states
                if game(made.scenario).ranks[mover][game(made.scenario).layout.place_of(s)] == level
            )
            for level in sorted(
                set(values[[game(made.scenario).layout.place_of(s) for s in made.oracle.states]].tolist()), reverse=True
            )
        )
        for other in neighbours(order):
            after = analyse(game(ranked(made.scenario, mover, other)), [concept])
            found.append(after.game.ids(equilibria(after.stable)[concept]) != before)
    return found
