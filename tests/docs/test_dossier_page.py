"""The page on the dossier: its walk can be walked, every table and column is named, and its query runs."""

from __future__ import annotations

import re
import shlex
import sqlite3
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nonpaper.cli.app import app
from nonpaper.store import create_store
from nonpaper.store.schema import VERSIONS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "dossier.md").read_text("utf-8")
DECIDED = '[[checked]]\nreport = "leak.txt"\nitem = "provision"\nquote = "ban foreign bases in Kessara"\n'


def test_the_walk_can_be_walked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "leak.txt").write_text(
        "The 20-point draft would ban foreign bases in Kessara, officials said.\n", "utf-8"
    )
    (tmp_path / "new-report.txt").write_text("The 20-point draft would free all prisoners, officials said.\n", "utf-8")
    walk = PAGE.split("## A walk through")[1].split("\n## ")[0]
    calls = re.findall(r"^    nonpaper (.*)$", walk, re.MULTILINE)
    assert len(calls) > 8
    for call in calls:
        words = shlex.split(call.split(" > ")[0].replace("examples/reports", "leak.txt"))
        if "--undo" in words:
            words[words.index("--undo") + 1] = CliRunner().invoke(app, ["judge", words[1], "--list"]).stdout[:12]
        done = CliRunner().invoke(app, words)
        assert done.exit_code == 0, (call, done.stderr)
        if " > " in call:
            (tmp_path / call.split(" > ")[1]).write_text(DECIDED, "utf-8")


def test_every_table_and_column_is_told(tmp_path: Path) -> None:
    create_store(str(tmp_path / "a.dossier")).close()
    link = sqlite3.connect(tmp_path / "a.dossier")
    tables = [name for (name,) in link.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    real = {name: [c[1] for c in link.execute(f"PRAGMA table_info({name})")] for name in tables}
    query = re.search(r"^    (SELECT .*;)$", PAGE, re.MULTILINE)
    assert query is not None
    assert link.execute(query[1]).fetchall() == []
    link.close()
    told = {
        name: re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)
        for name, part in re.findall(r"^### `(\w+)`.*?\n(.*?)(?=^###|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    }
    assert told == real
    assert f"at present {len(VERSIONS)}" in PAGE
