"""The commands on a dossier as a person calls them."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from nonpaper.cli.app import app

EXAMPLES = Path(__file__).parents[3] / "examples" / "reports"
REPORT = "The 20-point draft would ban foreign bases in Kessara, two Norvian officials said.\n"


def nonpaper(*words: object, stdin: str | None = None) -> Result:
    return CliRunner(env={"SOURCE_DATE_EPOCH": "1930000000"}).invoke(app, [str(w) for w in words], input=stdin)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dossier")
    (folder / "leak.txt").write_text(REPORT, "utf-8")
    path = folder / "talks.dossier"
    assert nonpaper("new", path).exit_code == 0
    done = nonpaper("add", path, folder / "leak.txt", EXAMPLES / "02-lorn-gazette.txt")
    assert (done.exit_code, "2 reports added, 0 left out" in done.stderr) == (0, True)
    return path


def test_new_takes_no_others_place(made: Path) -> None:
    done = nonpaper("new", made)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "is there already" in done.stderr


def test_added_again_nothing_is_read(made: Path) -> None:
    done = nonpaper("add", made, made.parent / "leak.txt", made.parent / "gone.txt")
    assert "0 reports added, 1 there already, 1 left out" in done.stderr
    assert done.exit_code == 1


def test_what_was_read_quickly_is_read_again_thoroughly(tmp_path: Path) -> None:
    """Status asks for it, and so does a brief; after `rebuild` it is as if it had been read thoroughly at once."""
    (tmp_path / "leak.txt").write_text(REPORT, "utf-8")
    quick, slow = tmp_path / "quick.dossier", tmp_path / "slow.dossier"
    for path, reader in ((quick, "quick"), (slow, "thorough")):
        nonpaper("new", path)
        assert nonpaper("add", path, tmp_path / "leak.txt", "--reader", reader).exit_code == 0
    done = nonpaper("status", quick)
    assert (done.exit_code, f"nonpaper rebuild {quick}" in done.stdout) == (1, True)
    assert (
        "1 of its 1 reports were read by another reader" in nonpaper("brief", quick, "-o", tmp_path / "a.html").stderr
    )
    assert "1 report read again" in nonpaper("rebuild", quick).stderr
    pages = []
    for path in (quick, slow):
        nonpaper("brief", path, "-o", tmp_path / "a.html")
        pages.append((tmp_path / "a.html").read_text("utf-8"))
    assert pages[0] == pages[1]


def test_the_workers_of_a_scheduler_do_not_read_quickly(made: Path) -> None:
    done = nonpaper("rebuild", made, "--reader", "quick", "--scheduler", "tcp://127.0.0.1:1")
    assert (done.exit_code, done.stderr.count("\n"), "--reader" in done.stderr) == (2, 1, True)


def test_a_dossier_opens_without_what_puts_drafts_together() -> None:
    heavy = "{'numpy', 'jinja2', 'nonpaper.drafts', 'nonpaper.claims.provisions'}"
    asked = f"import sys, nonpaper.dossier.file; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_status_as_json(made: Path) -> None:
    done = nonpaper("status", made, "--format", "json")
    assert (done.exit_code, json.loads(done.stdout)["reports"]) == (0, 2)


def test_the_brief_of_a_dossier_is_that_of_its_reports(made: Path) -> None:
    page, other = made.parent / "a.html", made.parent / "b.html"
    assert nonpaper("brief", made, "-o", page).exit_code == 0
    assert nonpaper("brief", made.parent / "leak.txt", EXAMPLES / "02-lorn-gazette.txt", "-o", other).exit_code == 0
    assert page.read_text("utf-8") == other.read_text("utf-8")


def test_a_dossier_and_reports_are_not_mixed(made: Path) -> None:
    done = nonpaper("brief", made, EXAMPLES, "-o", made.parent / "none.html")
    assert (done.exit_code, "shown by itself" in done.stderr) == (2, True)


def test_an_empty_one_has_no_brief(tmp_path: Path) -> None:
    nonpaper("new", tmp_path / "e.dossier")
    done = nonpaper("brief", tmp_path / "e.dossier", "-o", tmp_path / "e.html")
    assert (done.exit_code, "holds no report yet" in done.stderr) == (2, True)


def test_judged_shown_listed_undone(made: Path, tmp_path: Path) -> None:
    file = tmp_path / "c.toml"
    file.write_text('[[checked]]\nreport = "leak.txt"\nitem = "provision"\nquote = "ban foreign bases in Kessara"\n')
    done = nonpaper("judge", made, "--file", file, "--by", "A. Analyst", "--reason", "seen in the text")
    assert (done.exit_code, "1 judgement recorded" in done.stderr) == (0, True), done.stderr
    nonpaper("brief", made, "-o", tmp_path / "a.html")
    assert "seen in the text" in (tmp_path / "a.html").read_text("utf-8")
    exported = nonpaper("export", made, "judgements").stdout
    assert 'reason = "seen in the text"' in exported
    name = nonpaper("judge", made, "--list").stdout.split("\t")[0]
    assert nonpaper("judge", made, "--undo", name).exit_code == 2
    assert nonpaper("judge", made, "--undo", name, "--by", "B", "--reason", "a slip").exit_code == 0
    assert nonpaper("export", made, "judgements").stdout == ""
    assert [line.split("\t")[1] for line in nonpaper("judge", made, "--list").stdout.splitlines()] == [
        "taken back",
        "in force",
    ]


@pytest.mark.parametrize("words", [(), ("--list", "--undo", "a")])
def test_judge_does_one_thing(made: Path, words: tuple[str, ...]) -> None:
    assert nonpaper("judge", made, *words).exit_code == 2


def test_check_rebuild_compact_export(made: Path, tmp_path: Path) -> None:
    assert nonpaper("check", made).stdout.endswith("all as written\n")
    assert "0 reports read again" in nonpaper("rebuild", made).stderr
    assert nonpaper("compact", made).exit_code == 0
    assert len(nonpaper("export", made, "readings").stdout.splitlines()) == 2
    assert nonpaper("export", made, "backup", "-o", tmp_path / "copy.dossier").exit_code == 0
    assert nonpaper("check", tmp_path / "copy.dossier").exit_code == 0
    assert nonpaper("export", made, "backup").exit_code == 2


def test_a_newer_file_is_refused_politely(made: Path, tmp_path: Path) -> None:
    nonpaper("export", made, "backup", "-o", tmp_path / "n.dossier")
    link = sqlite3.connect(tmp_path / "n.dossier")
    link.execute("PRAGMA user_version = 9")
    link.close()
    for command in ("status", "check", "rebuild", "brief"):
        done = nonpaper(command, tmp_path / "n.dossier", *(("-o", tmp_path / "p") if command == "brief" else ()))
        assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
        assert "newer Nonpaper" in done.stderr


@pytest.mark.parametrize("command", ["status", "check", "rebuild", "compact", "add", "judge", "export"])
def test_what_is_no_dossier_is_one_line(tmp_path: Path, command: str) -> None:
    other = tmp_path / "words.txt"
    other.write_text("words")
    more = {"add": ["x"], "judge": ["--list"], "export": ["readings"]}.get(command, [])
    done = nonpaper(command, other, *more)
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert os.fspath(other) in done.stderr
