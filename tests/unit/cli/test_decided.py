"""What two people decided differently is on the brief and in the status, and hidden with the report it is about."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from eval.synthetic import reader, report
from nonpaper.cli.app import app
from nonpaper.dossier import brief, brief_data
from nonpaper.dossier.adding import add_reports
from nonpaper.dossier.file import Dossier, create_dossier

NOW = datetime(2031, 4, 1, 12, tzinfo=UTC)
AT = "2031-03-15T12:00:00+00:00"
WORDS = report(0).text.split(" said ")[1].split(".")[0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "talks.dossier"


@pytest.fixture
def dossier(path: Path) -> Iterator[Dossier]:
    with create_dossier(path, reader=reader()) as made:
        add_reports(made.store, [report(0), report(1)], reader=reader(), at=AT)
        for by, value, why in (("A. Analyst", "60,000", "the leak"), ("B. Reader", "80,000", "<the recording>")):
            made.judge(
                f'[[change]]\nreport = "0.txt"\nitem = "provision"\nquote = "{WORDS}"\nnth = 1\n'
                f'set = {{ value = "{value}" }}\n',
                by=by,
                reason=why,
            )
        yield made


def shown(path: Path, **more: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(brief_data([str(path)], now=NOW, **more)[0])["decided_differently"]
    return found


def test_both_sides_and_which_acts(dossier: Dossier, path: Path) -> None:
    (one,) = shown(path)
    assert [(s["says"], s["by"], s["reason"], s["acts"]) for s in one["sides"]] == [
        ("value: 60,000", "A. Analyst", "the leak", False),
        ("value: 80,000", "B. Reader", "<the recording>", True),
    ]
    assert (one["why"], one["about"]) == ("It is the later one.", [[report(0).report.id, "Harbour Post", WORDS]])
    page = brief([str(path)], now=NOW)[0]
    section = page[page.index('<section id="decided">') :].partition("</section>")[0]
    assert "&lt;the recording&gt;" in section
    assert section.count("<b>acts</b>") == 1
    assert section.index("B. Reader") < section.index("<b>acts</b>")
    assert '<a href="#decided">' in page
    assert section in dossier.brief(at=NOW)


def test_taken_back_it_is_decided(dossier: Dossier, path: Path) -> None:
    dossier.undo(dossier.store.judgements()[0].id, by="A. Analyst", reason="a slip")
    assert shown(path) == []
    assert 'id="decided"' not in brief([str(path)], now=NOW)[0]
    assert dossier.status().questions == ()


def test_the_status_asks(dossier: Dossier, path: Path) -> None:
    done = CliRunner().invoke(app, ["status", str(path)])
    assert "       1  things decided differently" in done.stdout
    assert done.exit_code == 1
    first, second = dossier.store.judgements()
    assert f"A. Analyst ({first.id}) and B. Reader ({second.id}) decide the same thing differently" in done.stderr


def test_a_brief_that_may_not_show_the_report_does_not_ask(dossier: Dossier, path: Path) -> None:
    dossier.mark("restricted", "0.txt")
    dossier.mark("open", "1.txt")
    assert shown(path, ceiling="open") == []
    assert "B. Reader" not in brief([str(path)], now=NOW, ceiling="open")[0]
    assert len(shown(path, ceiling="restricted")) == 1


def test_a_corrections_file_beside_the_dossier_counts(dossier: Dossier, path: Path, tmp_path: Path) -> None:
    file = tmp_path / "c.toml"
    file.write_text(
        f'[[remove]]\nreport = "0.txt"\nitem = "provision"\nquote = "{WORDS}"\nnth = 1\n'
        'author = "C. Clerk"\ndate = 2031-03-20\nreason = "not in it"\n'
    )
    (one,) = shown(path, corrections=str(file))
    assert [(s["by"], s["acts"]) for s in one["sides"]] == [
        ("A. Analyst", False),
        ("B. Reader", False),
        ("C. Clerk", True),
    ]
    assert one["why"] == "It is the latest."
