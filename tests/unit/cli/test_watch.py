"""A brief that is watched is written again when somebody changes the dossier, as it would be written anew."""

from __future__ import annotations

import json
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from eval.synthetic import reader, report
from nonpaper.cli.app import app
from nonpaper.dossier import brief, brief_data
from nonpaper.dossier.adding import add_reports
from nonpaper.dossier.brief import each_brief, page_of
from nonpaper.dossier.file import create_dossier, open_dossier

NOW = datetime(2031, 4, 1, 12, tzinfo=UTC)
AT = "2031-03-15T12:00:00+00:00"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "talks.dossier"
    with create_dossier(made, reader=reader()) as dossier:
        add_reports(dossier.store, [report(0), report(1)], reader=reader(), at=AT)
    return made


def somebody_adds(path: Path, number: int) -> None:
    with open_dossier(path, reader=reader()) as dossier:
        add_reports(dossier.store, [report(number)], reader=reader(), at=AT)


def test_it_is_made_again_after_each_change_and_only_then(path: Path) -> None:
    looks: list[int] = []

    def wait() -> None:
        looks.append(len(looks))
        if len(looks) in (3, 5):
            somebody_adds(path, len(looks))
        if len(looks) == 6:
            somebody_adds(path, 0)  # it is there already
        if len(looks) == 8:
            raise KeyboardInterrupt

    pages: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        pages.extend(page for page, _ in each_brief(str(path), page_of, now=lambda: NOW, wait=wait))
    assert len(pages) == 3
    assert len(set(pages)) == 3
    assert pages[-1] == brief([str(path)], now=NOW)[0]


def test_the_command_ends_with_an_interrupt_and_leaves_the_last_page(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slept: list[float] = []

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) > 1:
            raise KeyboardInterrupt
        somebody_adds(path, 2)

    monkeypatch.setattr(time, "sleep", sleep)
    out = path.parent / "brief.json"
    asked = ["brief", str(path), "--watch", "-f", "json", "-o", str(out), "--now", NOW.isoformat()]
    done = CliRunner().invoke(app, asked)
    assert done.exit_code == 0
    assert done.stderr.count("watching; Ctrl-C ends") == 2
    assert "3 reports read" in done.stderr
    assert json.loads(out.read_bytes()) == json.loads(brief_data([str(path)], now=NOW)[0])


@pytest.mark.parametrize("asked", [["-"], ["report.txt", "-o", "brief.html"], ["talks.dossier", "-o", "-"]])
def test_what_cannot_be_watched_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str]) -> None:
    monkeypatch.chdir(path.parent)
    done = CliRunner().invoke(app, ["brief", "--watch", *asked])
    assert done.exit_code == 2
    assert "--watch needs one dossier, and a file to write to" in done.stderr
