"""Model files: read as written, and faults found with their lines."""

from __future__ import annotations

import json
import random

import pytest

from nonpaper.model.scenario import Iff, Not, Taken
from nonpaper.scenarios import game, load_scenario, parse_scenario
from nonpaper.scenarios.conditions import ConditionError, parse
from nonpaper.scenarios.load import Loaded

MODEL = """
title = "A test"
decision_makers = ["A", "B"]
status_quo = "NN"
names = { deal = "YY" }

[[option]]
key = "give"
decision_maker = "A"

[[option]]
key = "take"
decision_maker = "B"
irreversible = "taken"

[[infeasible]]
when = "take and not give"

[preference.A]
prefer = [
  "take",
  "not give",
]

[preference.B]
ranking = ["deal", ">>", ["NN", 1]]
"""


def faults(text: str) -> list[str]:
    return [f"{f.where.rpartition(':')[2]}: {f.what}" for f in parse_scenario(text).findings if f.level != "note"]


def test_a_model_is_read_as_written() -> None:
    loaded = parse_scenario(MODEL)
    assert loaded.findings == ()
    assert loaded.scenario is not None
    numbers = game(loaded.scenario)
    assert numbers.ids(numbers.space.feasible) == [0, 1, 3]
    assert (loaded.scenario.status_quo, loaded.scenario.names) == (0, {3: "deal"})


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('irreversible = "taken"', 'irreversible = "yes"', 14, "irreversible"),
        ('when = "take and not give"', 'when = "take and not gift"', 17, "gift"),
        ('  "not give",', '  "not give )",', 22, ")"),
        ('decision_maker = "B"', 'decision_maker = "C"', 13, "decision maker"),
        ('status_quo = "NN"', 'status_quo = "NY"', 4, "status quo"),
        ('status_quo = "NN"', "status_quo = 99", 4, "99"),
        ('["NN", 1]', '["NN", 2]', 26, "excluded by a rule"),
        ('["NN", 1]', '["NN", 0]', 26, "twice"),
        ('key = "take"', 'key = "give"', 12, "twice"),
        ("[preference.B]", "[preference.C]", 25, "unknown"),
        ('title = "A test"', 'titel = "A test"', 2, "unknown"),
        ("prefer = [", "preffer = [", 20, "unknown"),
        ('when = "take and not give"', 'when = "take or not take"', 16, "no state"),
    ],
)
def test_a_fault_names_its_line(old: str, new: str, line: int, words: str) -> None:
    found = faults(MODEL.replace(old, new))
    assert any(f.startswith(f"{line}: ") and words in f for f in found), found


def test_nothing_said_of_a_preference_is_unknown_and_noted() -> None:
    loaded = parse_scenario(MODEL[: MODEL.index("[preference.B]")])
    assert [f.level for f in loaded.findings] == ["note"]
    assert loaded.scenario is not None
    assert game(loaded.scenario).known == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        "x = [",
        "decision_makers = 3",
        'decision_makers = ["A"]\noption = 3',
        'decision_makers = ["A"]\n[[option]]\nkey = 3',
        'decision_makers = ["A"]\n[[state]]\nid = "x"',
        'decision_makers = ["A"]\npreference = 1\nmoves = 2\nnames = 3\nstate = 4\ninfeasible = 5',
        json.dumps({"states": [1, None], "preferences": 3, "options": 4, "decision_makers": {}}),
        json.dumps(
            {"states": [{"id": 1}], "decision_makers": ["A"], "preferences": {"A": [[[1]]]}, "moves": {"A": {"x": 3}}}
        ),
        "a = " + "[" * 5_000,
        "a" * 10_000,
        '{"a": NaN}',
    ],
)
def test_hostile_text_is_findings_never_a_crash(text: str) -> None:
    loaded = parse_scenario(text)
    assert loaded.scenario is None
    assert loaded.findings


def test_a_model_with_characters_missing_never_crashes() -> None:
    chance = random.Random(5)
    for _ in range(150):
        at = chance.randrange(len(MODEL))
        cut = MODEL[:at] + chance.choice(["", "[", '"', "=", "0", "\n", "#"]) + MODEL[at + chance.randint(1, 9) :]
        assert isinstance(parse_scenario(cut), Loaded)


def test_a_file_that_is_not_there_or_not_text(tmp_path: object) -> None:
    path = tmp_path / "model.toml"  # type: ignore[operator]
    assert not load_scenario(str(path)).readable
    path.write_bytes(b"\xff\xfe\x00")
    assert not load_scenario(str(path)).readable


def test_conditions_bind_as_documented() -> None:
    keys = ["a", "b", "c"]
    assert parse("a or b and not c", keys) == parse("a or (b and (not c))", keys)
    assert parse("a if b or c", keys) == parse("a or not (b or c)", keys)
    assert parse("a iff not b", keys) == Iff(Taken(0), Not(Taken(1)))
    assert parse("-1 & 3 | 2", keys) == parse("(not a and c) or b", keys)


@pytest.mark.parametrize(
    "text", ["", "a b", "a and", "(a", "a)", "d", "4", "0", "a ; b", "not " * 200 + "a", "a" * 3_000]
)
def test_a_condition_that_cannot_be_read_says_why(text: str) -> None:
    with pytest.raises(ConditionError, match=r"has|lacks|names|is "):
        parse(text, ["a", "b", "c"])


def test_too_many_options_are_refused_before_memory_is_taken() -> None:
    options = "".join(f'[[option]]\nkey = "o{k}"\ndecision_maker = "A"\n' for k in range(40))
    found = parse_scenario('decision_makers = ["A"]\n' + options)
    assert found.scenario is None
    assert "more than 22" in found.findings[0].what
