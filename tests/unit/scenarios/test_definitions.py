"""The fast code against the logical definitions, on random models: all must be equal."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from nonpaper.model.scenario import Concept
from nonpaper.scenarios import Analysis, analyse, game
from nonpaper.scenarios.network import members, network
from nonpaper.scenarios.stability import VALUE_CONCEPTS
from nonpaper.scenarios.uncertain import READINGS, Focal
from tests.unit.scenarios import oracle
from tests.unit.scenarios.models import Twin, greatly_less, twin


def stable_ids(analysis: Analysis, name: str, concept: Concept) -> list[int]:
    return analysis.game.ids(analysis.stable[name][concept])


def assert_equal_to_definitions(made: Twin, *, listed: bool = True) -> None:
    by_options = analyse(game(made.scenario), VALUE_CONCEPTS)
    by_moves = analyse(game(made.listed()), VALUE_CONCEPTS) if listed else by_options
    graded = bool(by_options.strong)
    for i, name in enumerate(made.scenario.decision_makers):
        less = greatly_less(made.scenario.preferences[i])
        for concept in VALUE_CONCEPTS:
            want = [s for s in made.oracle.states if oracle.stable(made.oracle, i, s, concept)]
            assert stable_ids(by_options, name, concept) == want, (concept, made.scenario)
            assert stable_ids(by_moves, name, concept) == want, (concept, made.scenario)
            if graded:
                strongly = [s for s in made.oracle.states if oracle.strongly_stable(made.oracle, i, s, concept, less)]
                assert by_options.game.ids(by_options.strong[name][concept]) == strongly, (concept, made.scenario)


@pytest.mark.parametrize("seed", range(10))
def test_stability_is_as_defined_on_random_models(seed: int) -> None:
    chance = random.Random(seed)
    for number in range(500):
        assert_equal_to_definitions(twin(chance, most=3 + number % 2), listed=number % 4 == 0)


def test_stability_is_as_defined_on_larger_models() -> None:
    chance = random.Random(100)
    for _ in range(40):
        assert_equal_to_definitions(twin(chance, most=7))


def test_the_four_readings_are_as_defined() -> None:
    chance = random.Random(200)
    for _ in range(150):
        made = twin(chance, makers=(1, 4), unknown=True)
        found = analyse(game(made.scenario), VALUE_CONCEPTS)
        tables = found.readings or dict.fromkeys(READINGS, found.stable)
        for i, name in enumerate(made.scenario.decision_makers):
            for reading in READINGS:
                for concept in VALUE_CONCEPTS:
                    want = [s for s in made.oracle.states if oracle.stable(made.oracle, i, s, concept, reading)]
                    assert found.game.ids(tables[reading][name][concept]) == want, (reading, concept, made.scenario)


def test_sets_and_numbers_agree_where_all_is_known() -> None:
    chance = random.Random(300)
    for _ in range(100):
        found = analyse(game(twin(chance).scenario), VALUE_CONCEPTS)
        small = network(found.game)
        for mover, name in enumerate(found.game.names):
            focal = Focal(small, [mover])
            for concept in VALUE_CONCEPTS:
                places = small.places[list(members(focal.stable(concept, "b")))]
                assert sorted(found.game.layout.id_of(places).tolist()) == stable_ids(found, name, concept)


def test_coalitions_are_as_defined() -> None:
    chance = random.Random(400)
    for _ in range(120):
        made = twin(chance, makers=(2, 4))
        pairs = list(combinations(range(len(made.widths)), 2))
        names = made.scenario.decision_makers
        found = analyse(game(made.scenario), VALUE_CONCEPTS, [[names[a], names[b]] for a, b in pairs])
        for pair in pairs:
            by_concept = found.coalitions["+".join(names[m] for m in pair)]
            for concept in VALUE_CONCEPTS:
                want = [s for s in made.oracle.states if oracle.coalition_stable(made.oracle, list(pair), s, concept)]
                assert found.game.ids(by_concept[concept]) == want, (concept, pair, made.scenario)


def test_moves_made_at_once_are_as_defined() -> None:
    chance = random.Random(500)
    for _ in range(250):
        made = twin(chance, makers=(2, 4))
        feasible = set(made.oracle.states)

        def joint(s: int, targets: dict[int, int], feasible: set[int] = feasible) -> int | None:
            end = s
            for target in targets.values():
                end ^= s ^ target
            return end if end in feasible else None

        found = analyse(game(made.scenario))
        for i, name in enumerate(made.scenario.decision_makers):
            want = [s for s in made.oracle.states if oracle.simultaneously_stable(made.oracle, i, s, joint)]
            assert stable_ids(found, name, "SIM") == want, made.scenario
