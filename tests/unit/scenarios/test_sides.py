"""No side is built in, and what must follow follows."""

from __future__ import annotations

import random

import msgspec
import numpy as np

from nonpaper.model.scenario import Scenario
from nonpaper.scenarios import analyse, equilibria, game
from nonpaper.scenarios.stability import VALUE_CONCEPTS
from tests.unit.scenarios.models import twin


def swapped(scenario: Scenario) -> Scenario:
    """The first two decision makers with each other's names, and named in the other order."""
    names = list(scenario.decision_makers)
    change = {names[0]: names[1], names[1]: names[0]}
    options = tuple(
        msgspec.structs.replace(o, decision_maker=change.get(o.decision_maker, o.decision_maker))
        for o in scenario.options
    )
    return msgspec.structs.replace(scenario, options=options, decision_makers=(names[1], names[0], *names[2:]))


def test_decision_makers_swapped_give_the_result_swapped() -> None:
    chance = random.Random(1)
    for _ in range(60):
        made = twin(chance, makers=(2, 3), unknown=chance.random() < 0.3)
        one, other = (analyse(game(s)) for s in (made.scenario, swapped(made.scenario)))
        names = made.scenario.decision_makers
        change = dict(zip(names, (names[1], names[0], *names[2:]), strict=True))
        for name in names:
            for concept, flags in one.stable[name].items():
                assert one.game.ids(flags) == other.game.ids(other.stable[change[name]][concept])


def test_what_no_improvement_can_leave_is_stable_under_every_concept() -> None:
    chance = random.Random(2)
    for _ in range(100):
        found = analyse(game(twin(chance).scenario))
        for by in found.stable.values():
            assert not (by["R"] & ~by["SEQ"]).any()
            assert not (by["R"] & ~by["SMR"]).any()
            assert not (by["R"] & ~by["SIM"]).any()
            assert not ((by["SEQ"] | by["SMR"]) & ~by["GMR"]).any()


def test_reading_a_implies_the_others_and_all_imply_d() -> None:
    chance = random.Random(3)
    for _ in range(80):
        found = analyse(game(twin(chance, unknown=True).scenario))
        for name in found.game.names if found.readings else ():
            for concept in found.stable[name]:
                a, b, c, d = (found.readings[r][name][concept] for r in "abcd")
                assert not (a & ~(b & c)).any()
                assert not ((b | c) & ~d).any()


def test_someone_always_has_a_best_state_to_stay_in() -> None:
    """A state that nobody ranks below another is an equilibrium under every concept."""
    chance = random.Random(4)
    for _ in range(60):
        numbers = game(twin(chance).scenario)
        tops = [r == r[numbers.space.feasible].max() for r in numbers.ranks]
        shared = np.logical_and.reduce(tops) & numbers.space.feasible
        for flags in equilibria(analyse(numbers, VALUE_CONCEPTS).stable).values():
            assert not (shared & ~flags).any()
