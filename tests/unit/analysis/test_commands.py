"""The commands of the analysis: what is printed, the JSON form, the exit status, the report's page."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from nonpaper.analysis import load_problem, sensitivity
from nonpaper.analysis.assume import Assume, assumed
from nonpaper.analysis.logrolling import trades
from nonpaper.analysis.thresholds import thresholds
from nonpaper.cli.app import app
from nonpaper.model.answer import SOLUTIONS
from tests.unit.analysis import cases

ROOT = Path(__file__).parents[3]
EXAMPLE = str(ROOT / "examples" / "problems" / "sable-valley.toml")


def run(*words: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["analysis", *words])
    return done.exit_code, done.stdout


@pytest.mark.parametrize("command", ["frontier", "solve"])
def test_the_json_form(command: str) -> None:
    status, printed = run(command, EXAMPLE, "--assume", "centre", "--format", "json")
    answer = json.loads(printed)
    assert status == 0
    assert {"frontier", "solutions", "method", "parameters", "inputs", "truncated", "left_out"} <= set(answer)
    assert set(answer["solutions"]) == set(SOLUTIONS)
    for point in (*answer["frontier"], *(p for listed in answer["solutions"].values() for p in listed)):
        assert set(point) == {"package", "utilities"}
        assert set(point["package"]) == {"army", "withdrawal", "guarantees", "monitors", "assets"}
    assert sum("assumed" in f["remedy"] for f in answer["left_out"]) == 4
    assert answer["inputs"]["author"] == "A. Analyst (invented)"


def test_unknowns_are_refused_unless_the_centre_is_asked_for() -> None:
    assert run("solve", EXAMPLE)[0] == 2
    assert run("acceptability", EXAMPLE, "--samples", "1000")[0] == 1  # shares are there, the zone is left out


def test_a_file_with_a_fault_is_a_wrong_call(tmp_path: Path) -> None:
    broken = tmp_path / "p.toml"
    broken.write_text(
        (ROOT / "examples" / "problems" / "sable-valley.toml").read_text().replace("army = 0.3", "army = 0.5")
    )
    assert run("check", str(broken))[0] == 1
    assert run("solve", str(broken))[0] == 2
    assert run("check", str(tmp_path / "none.toml"))[0] == 2


def test_a_solution_can_stand_in_for_a_draft() -> None:
    path = str(ROOT / "examples" / "problems" / "sable-valley.toml")
    status, printed = run("amend", path, "--draft", "17 points", "--for", "jointly", "--format", "json")
    assert status == 0
    assert json.loads(printed)["sets"]


def test_the_report_is_headed_by_assumptions_and_author(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    assert run("report", EXAMPLE, "-o", str(page), "--assume", "centre")[0] == 0
    html = page.read_text("utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert html.index("Problem by A. Analyst") < html.index("known only by their order") < html.index("Is there a zone")
    assert html.count("<svg") >= 4
    assert "assumed: the order&#39;s mean weights" in html
    assert "http" not in html.replace("http-equiv", "")


def test_hostile_names_are_escaped(tmp_path: Path) -> None:
    text = (ROOT / "examples" / "problems" / "sable-valley.toml").read_text("utf-8")
    hostile = tmp_path / "p.toml"
    hostile.write_text(text.replace("Aldoria", "<script>x</script>").replace("limit of 60,000", "<b>&\\u0007"))
    page = tmp_path / "r.html"
    assert run("report", str(hostile), "-o", str(page), "--assume", "centre")[0] == 0
    assert "<script" not in page.read_text("utf-8")
    assert "\x07" not in run("amend", str(hostile), "--draft", "22 points", "--for", "jointly")[1]


def test_the_tornado_puts_first_what_turns_the_answer() -> None:
    problem, _ = load_problem(EXAMPLE)
    assert problem is not None
    found = sensitivity(problem, problem.drafts[1], samples=2_000)
    first = found.tornado[0]
    assert (first.party, first.kind, first.unknown) == ("Norvia", "reservation value", True)
    assert first.shares == ((1.0, 1.0), (0.0, 0.0))
    assert [s.swing for s in found.tornado] == sorted((s.swing for s in found.tornado), reverse=True)


def test_a_threshold_turns_the_answer_where_it_says() -> None:
    for seed in range(12):
        problem = cases.random_problem(seed)
        draft = problem.drafts[0]
        for turn in thresholds(problem, draft)[0]:
            party = next(p for p in problem.parties if p.name == turn.party)
            if turn.kind != "weight" or turn.turns_at is None or party.weights is None:
                continue
            k = next(k for k, i in enumerate(problem.issues) if i.name == turn.issue)
            others = sum(
                (
                    w * row[o].low
                    for i, (w, row, o) in enumerate(zip(party.weights, party.values, draft.choices, strict=True))
                    if i != k
                ),
            )
            rest = float(others) / (1 - float(party.weights[k])) if party.weights[k] < 1 else 0.0
            mine = float(party.values[k][draft.choices[k]].low)
            worth = turn.turns_at * mine + (1 - turn.turns_at) * rest
            assert worth == pytest.approx(float(party.reservation.low), abs=1e-9)


def test_a_trade_leaves_both_better_off_and_costs_each_something() -> None:
    problem, _ = load_problem(EXAMPLE)
    assert problem is not None
    known, _ = assumed(problem, Assume.centre)
    found = trades(known, known.drafts[0])
    assert found
    for trade in found:
        assert min(trade.gives) > 0
        assert all(got > given for given, got in zip(trade.gives, trade.gets, strict=True))
    turned = msgspec.structs.replace(known, parties=known.parties[::-1])
    assert {frozenset(t.parties) | set(t.after) for t in trades(turned, known.drafts[0])} == {
        frozenset(t.parties) | set(t.after) for t in found
    }
