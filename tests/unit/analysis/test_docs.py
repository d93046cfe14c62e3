"""The documentation of the analysis is run: its problem is read, its Python works, its commands exist."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nonpaper.analysis import parse_problem
from nonpaper.cli.app import app

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / "docs" / "analysis.md").read_text("utf-8")


def test_the_problem_shown_is_read() -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    problem, found = parse_problem(block.encode())
    assert problem is not None
    assert found == ()


def test_the_python_shown_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    for block in re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL):
        exec(compile(block, "docs/analysis.md", "exec"), {})


def test_the_commands_shown_exist() -> None:
    named = set(re.findall(r"nonpaper analysis (\w+)", TEXT)) | set(re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE))
    assert {"ledger", "draft", "check", "acceptability", "frontier", "solve", "amend", "sensitivity", "report"} <= named
    for name in named:
        done = CliRunner().invoke(app, ["analysis", name, "--help"])
        assert done.exit_code == 0, name
        assert len(done.output.splitlines()) > 6


@pytest.mark.skipif(os.name != "posix", reason="paths")
def test_the_example_names_its_own_commands() -> None:
    example = (ROOT / "examples" / "problems" / "sable-valley.toml").read_text("utf-8")
    assert "nonpaper analysis check" in example
