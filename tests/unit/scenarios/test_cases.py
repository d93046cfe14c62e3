"""The reference cases beside the project: equal to the definitions, and to the literature where right."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nonpaper.scenarios import Analysis, analyse, equilibria, game, inverse, load_scenario
from nonpaper.scenarios.stability import VALUE_CONCEPTS
from tests.unit.scenarios.models import cases


def analysed(path: Path, *coalitions: list[str]) -> Analysis:
    loaded = load_scenario(str(path))
    assert loaded.scenario is not None, loaded.findings
    assert loaded.findings == ()
    return analyse(game(loaded.scenario), coalitions=coalitions)


def case(name: str) -> Path:
    return next(path for path in cases() if path.stem == name)


def test_every_case_is_equal_to_computed() -> None:
    for path in cases():
        found, expected = analysed(path), json.loads(path.read_text("utf-8"))["computed"]
        for concept in VALUE_CONCEPTS:
            assert found.game.ids(equilibria(found.stable)[concept]) == expected["equilibria"][concept], (path, concept)
            for name, states in expected["per_dm"][concept].items():
                assert found.game.ids(found.stable[name][concept]) == states, (path, concept, name)


def test_published_equilibria_differ_only_where_the_tool_lets_opponents_move_once() -> None:
    differ = {
        (path.stem, concept)
        for path in cases()
        for published in json.loads(path.read_text("utf-8"))["published"]
        for concept, states in published.get("equilibria", {}).items()
        if analysed(path).game.ids(equilibria(analysed(path).stable)[concept]) != states
    }
    assert differ == {("garrison_diversion_gdu", "GMR"), ("garrison_diversion_gdu", "SMR")}


def test_a_published_equilibrium_enters_by_moves_made_at_once() -> None:
    """Stable sequentially or simultaneously, as Fraser and Hipel count: the published set {0, 4, 5, 10}."""
    found = analysed(case("north_korea_2017_original"))
    either = [
        s
        for s in found.game.ids(found.game.space.feasible)
        if all((by["SEQ"] | by["SIM"])[found.game.layout.place_of(s)] for by in found.stable.values())
    ]
    assert either == [0, 4, 5, 10]


def test_the_published_coalition_improvement_is_found() -> None:
    found = analysed(case("elmira_1991_9state"), ["MoE", "UR"])
    assert 5 in found.game.ids(equilibria(found.stable)["R"])
    assert 5 not in found.game.ids(found.coalitions["MoE+UR"]["R"])


@pytest.mark.parametrize(("concept", "count"), [("R", 240), ("SEQ", 384), ("GMR", 384), ("SMR", 300)])
def test_the_published_inverse_count(concept: str, count: int) -> None:
    found = inverse(analysed(case("syria_iraq_1975")).game, 2, "Syria", concept)
    assert (found.strict, found.strict_of) == (count, 720)
