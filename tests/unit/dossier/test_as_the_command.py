"""What Python returns is what the command prints, of one dossier with a judgement in it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

import nonpaper
from nonpaper.cli.app import app
from nonpaper.errors import CorrectionsError, DraftError, ReportError, ScenarioError, StoreError
from nonpaper.present import record_line
from nonpaper.present.answers import as_json
from nonpaper.present.draft import listing_record, showing_record
from nonpaper.present.record import brief_json

AT = datetime.fromisoformat("2031-03-20T12:00:00+00:00")
MODEL = "examples/scenarios/sable-valley.toml"


@pytest.fixture
def of(beside_talks: Path) -> nonpaper.Reports:
    with nonpaper.open_dossier("talks.dossier") as dossier:
        row = next(row for row in dossier.rows("positions") if row.stance == "red_line")
        change = nonpaper.Correction(kind="change", on=row, set={"stance": "rejects"}, reason="no line was named")
        dossier.judge([change], by="A. Analyst")
        return dossier.reports()


def shown(of: nonpaper.Reports) -> str:
    drafts = of.drafts()
    version, draft = drafts.draft("22")
    return showing_record(draft, version, drafts.versions, drafts.dependencies, drafts.known().support)


def brief_as_json(of: nonpaper.Reports) -> str:
    return brief_json(of.brief_record(at=AT)).decode()


SAME: dict[str, Callable[[nonpaper.Reports], str]] = {
    "read talks.dossier -f jsonl": lambda of: "".join(record_line(r) + "\n" for r in of.readings()),
    "corrections talks.dossier": lambda of: of.corrections_to_edit(),
    "brief talks.dossier --now 2031-03-20T12:00:00+00:00 -o -": lambda of: of.brief(at=AT),
    "brief talks.dossier --now 2031-03-20T12:00:00+00:00 -f json -o -": lambda of: brief_json(
        of.brief_record(at=AT)
    ).decode(),
    "draft list talks.dossier -f json": lambda of: listing_record(of.drafts().versions),
    "draft show talks.dossier --draft 22 -f json": shown,
    "draft bracket talks.dossier --draft 22 --now 2031-03-20T12:00:00+00:00": lambda of: (
        of.drafts().working_text("22", at=AT).decode()
    ),
    "draft codes talks.dossier -f json": lambda of: msgspec.json.encode(of.rows("codes")).decode() + "\n",
    "draft export talks.dossier -f jsonl": lambda of: "".join(data.decode() for data in of.export("jsonl").values()),
    "draft export talks.dossier -f bibtex": lambda of: of.export("bibtex")["reports.bib"].decode(),
    "analysis ledger talks.dossier -f json": lambda of: as_json(of.ledger()),
    "analysis draft talks.dossier": lambda of: of.problem_to_edit(),
    "scenario draft talks.dossier": lambda of: of.scenario_to_edit(),
    f"scenario draw {MODEL}": lambda _: nonpaper.scenario_picture(nonpaper.scenario(MODEL)),
    "export talks.dossier judgements": lambda _: judgements(),
}


def judgements() -> str:
    with nonpaper.open_dossier("talks.dossier") as dossier:
        return nonpaper.to_toml(dossier.corrections().entries)


@pytest.mark.parametrize("command", SAME)
def test_python_returns_what_the_command_prints(of: nonpaper.Reports, command: str) -> None:
    done = CliRunner().invoke(app, command.split())
    assert done.exit_code == 0, done.stderr
    assert done.stdout == SAME[command](of)


def test_a_table_is_the_file_that_the_command_writes(of: nonpaper.Reports) -> None:
    done = CliRunner().invoke(app, ["draft", "export", "talks.dossier", "-t", "positions"])
    listed = list(csv.DictReader(io.StringIO(done.stdout, newline="")))
    rows = of.rows("positions")
    assert [(r["position"], r["stance"]) for r in listed] == [(r.position, r.stance) for r in rows]
    assert [json.loads(r["doubts"] or "[]") for r in listed] == [list(r.doubts) for r in rows]


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda: nonpaper.read("none.txt").brief(), ReportError),
        (lambda: nonpaper.read("none.txt").drafts(), ReportError),
        (lambda: nonpaper.read("none.txt").scenario_to_edit(), ReportError),
        (lambda: nonpaper.read("talks.dossier", "reports"), StoreError),
        (lambda: nonpaper.read("talks.dossier", corrections="none.toml"), CorrectionsError),
        (lambda: nonpaper.read("talks.dossier").brief(scenario="none.toml"), ScenarioError),
        (lambda: nonpaper.read("talks.dossier").brief(sources="none.toml"), CorrectionsError),
        (lambda: nonpaper.read("talks.dossier").ledger(draft="17-point"), ReportError),
        (lambda: nonpaper.read("talks.dossier").drafts().draft("17-point"), DraftError),
        (lambda: nonpaper.scenario("none.toml"), ScenarioError),
        (lambda: nonpaper.problem_report("none.toml"), nonpaper.errors.ProblemError),
        (lambda: nonpaper.redline("none.txt", "none.txt"), ReportError),
        (lambda: nonpaper.create_dossier("talks.dossier"), StoreError),
    ],
)
@pytest.mark.usefixtures("beside_talks")
def test_a_wrong_call_raises_one_of_its_own_errors(call: Callable[[], object], error: type[Exception]) -> None:
    assert issubclass(error, nonpaper.NonpaperError)
    with pytest.raises(error):
        call()


@pytest.mark.usefixtures("beside_talks")
def test_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    of = nonpaper.read("talks.dossier")
    of.ledger(), of.rows("terms"), of.brief(at=AT), nonpaper.read("none.txt").findings()
    assert capfd.readouterr() == ("", "")
