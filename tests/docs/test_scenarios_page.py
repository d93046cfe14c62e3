"""docs/scenarios.md: its examples run and print what it says."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nonpaper.cli.app import app
from nonpaper.scenarios import analyse, equilibria, game, parse_scenario

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "scenarios.md").read_text("utf-8")
SESSIONS = re.findall(r"^```console\n\$ nonpaper (.+)\n([\s\S]*?)^```$", PAGE, re.MULTILINE)
MODELS = re.findall(r"^```toml\n([\s\S]*?)^```$", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("command", "printed"), SESSIONS, ids=[command for command, _ in SESSIONS])
def test_a_session_prints_what_the_page_says(command: str, printed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(app, shlex.split(command))
    assert done.exit_code == 0
    assert done.stdout == printed


@pytest.mark.parametrize("text", MODELS)
def test_a_model_on_the_page_can_be_read(text: str) -> None:
    loaded = parse_scenario(text)
    assert loaded.findings == ()
    assert loaded.scenario is not None
    assert equilibria(analyse(game(loaded.scenario)).stable)


def test_the_page_has_sessions_and_names_every_command() -> None:
    assert len(SESSIONS) >= 2
    assert len(MODELS) >= 1
    for command in ("draft", "check", "stability", "evolve", "inverse", "sensitivity", "draw"):
        assert f"nonpaper scenario {command}" in PAGE
