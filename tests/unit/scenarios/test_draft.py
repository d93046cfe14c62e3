"""A drafted model: what parties have said, with evidence, and nothing that nobody said."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from nonpaper.dossier import read_reports
from nonpaper.model.position import Position
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span
from nonpaper.scenarios import draft_model, parse_scenario

EXAMPLES = Path(__file__).parents[3] / "examples" / "reports"
DATA = tomllib.loads(resources.files("nonpaper.scenarios").joinpath("draft.toml").read_text("utf-8"))
TEXT = 'The port will stay shut, "as it is".\nIt would leave the talks.'


def reading(name: str, published: str | None, *stances: dict[str, Any]) -> Reading:
    base = {"party": "Kessara", "topic": "ceasefire", "basis": "self", "span": Span(0, 36)}
    report = Report(id=name, path=name, published=published, outlet="Gazette")
    return Reading(report=report, text=TEXT, positions=tuple(Position(**(base | s)) for s in stances))


def wants(model: str, party: str = "Kessara") -> list[str]:
    found: list[str] = tomllib.loads(model)["preference"][party]["wants"]
    return found


NO, YES, IF = {"stance": "rejects"}, {"stance": "accepts"}, {"stance": "accepts_if"}


def test_the_examples_give_a_model_that_loads() -> None:
    model = draft_model(read_reports([str(EXAMPLES)]).readings)
    loaded = parse_scenario(model)
    assert loaded.findings == ()
    assert loaded.scenario is not None
    assert "Kessara" in loaded.scenario.decision_makers
    assert (loaded.scenario.infeasible, loaded.scenario.status_quo) == ((), None)
    assert not any(o.irreversible for o in loaded.scenario.options)


def test_every_line_has_its_evidence_above_and_every_quote_is_in_a_report() -> None:
    readings = read_reports([str(EXAMPLES)]).readings
    texts = [" ".join(r.text.split()) for r in readings]
    lines = draft_model(readings).splitlines()
    for number, line in enumerate(lines):
        if line == "[[option]]" or re.match(r'  "', line):
            assert lines[number - 1].lstrip().startswith("#"), line
    quotes = re.findall(r"^\s*# [a-z ]+: “(.*)” (?:\[condition|\()", "\n".join(lines), re.MULTILINE)
    assert len(quotes) > 10
    assert all(any(q.split("” [condition")[0] in text for text in texts) for q in quotes)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([reading("a", "2031-03-01", NO)], ["not kessara_accept_ceasefire"]),
        ([reading("a", "2031-03-01", YES)], ["kessara_accept_ceasefire"]),
        ([reading("a", "2031-03-01", IF)], ["? kessara_accept_ceasefire"]),
        ([reading("a", "2031-03-01", NO), reading("b", "2031-03-05", YES)], ["kessara_accept_ceasefire"]),
        ([reading("a", "2031-03-01", NO), reading("b", "2031-03-01", YES)], ["? kessara_accept_ceasefire"]),
        ([reading("a", None, NO), reading("b", "2031-03-01", YES)], ["? kessara_accept_ceasefire"]),
        ([reading("a", None, {"stance": "threatens", "span": Span(37, 62)})], ["? kessara_withdraw_ceasefire"]),
        (
            [reading("a", None, {"stance": "demands"}, {"stance": "amends"})],
            ["kessara_amend_ceasefire", "kessara_press_ceasefire"],
        ),
    ],
)
def test_what_is_said_becomes_a_statement(given: list[Reading], expected: list[str]) -> None:
    assert wants(draft_model(given)) == expected


@pytest.mark.parametrize(
    "stance",
    [
        NO | {"basis": "counterpart"},
        NO | {"basis": "mediator"},
        NO | {"unsure": True},
        {"stance": "no_comment"},
        {"stance": "criticises"},
    ],
)
def test_what_a_party_has_not_said_is_no_line(stance: dict[str, Any]) -> None:
    model = draft_model([reading("a", None, stance)])
    table = tomllib.loads(model)
    assert (table["decision_makers"], "option" in table, "preference" in table) == ([], False, False)
    assert "nothing to model yet" in model


def test_the_order_of_reports_does_not_matter() -> None:
    readings = [reading("a", "2031-03-01", NO), reading("b", "2031-03-02", YES), reading("c", None, IF)]
    assert len({draft_model(order) for order in permutations(readings)}) == 1


def test_parties_swapped_give_the_model_swapped() -> None:
    def made(left: str, right: str) -> Any:
        return tomllib.loads(draft_model([reading("a", None, NO | {"party": left}, YES | {"party": right})]))[
            "preference"
        ]

    one, other = made("Kessara", "Norvia"), made("Norvia", "Kessara")
    assert one["Kessara"]["wants"] == [s.replace("norvia", "kessara") for s in other["Norvia"]["wants"]]
    assert one["Norvia"]["wants"] == [s.replace("kessara", "norvia") for s in other["Kessara"]["wants"]]


def test_names_and_words_cannot_break_the_file() -> None:
    hostile = NO | {"party": 'A "quoted"\nname]', "speaker": "x\n[[option]]"}
    loaded = parse_scenario(draft_model([reading("a\nb", None, hostile)]))
    assert loaded.scenario is not None, loaded.findings
    assert len(loaded.scenario.options) == 1


def test_a_long_list_is_cut_to_what_every_analysis_takes_and_says_so() -> None:
    topics = ["ceasefire", "elections", "borders", "territory", "language", "religion", "prisoners", "children"]
    stances = [NO | {"topic": t, "party": p} for t in topics for p in ("Kessara", "Norvia")]
    model = draft_model([reading("a", None, *stances)])
    assert len(tomllib.loads(model)["option"]) == 10
    assert "left out to keep the model to 10 options" in model


@pytest.mark.parametrize("entry", DATA["threat"], ids=lambda e: e["verb"])
def test_words_of_threats_fit_their_example_alone(entry: dict[str, str]) -> None:
    fits = [e["verb"] for e in DATA["threat"] if re.search(e["words"], entry["example"], re.IGNORECASE | re.DOTALL)]
    assert fits == [entry["verb"]]
