"""The page on clusters: its commands take what it gives them, and its Python names are there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from typer.testing import CliRunner

from nonpaper.claims.bulk import AHEAD
from nonpaper.cli.app import app
from nonpaper.dossier.cluster import cluster_reader

PAGE = (Path(__file__).parents[2] / "docs" / "cluster.md").read_text("utf-8")


def test_each_command_has_the_options_it_is_given() -> None:
    calls = [shlex.split(call) for call in re.findall(r"^    nonpaper (.*)$", PAGE, re.MULTILINE)]
    assert [words[0] for words in calls] == ["new", "add", "rebuild", "read"]
    for words in calls:
        told = CliRunner().invoke(app, [words[0], "--help"]).stdout
        assert all(word in told for word in words if word.startswith("--"))


def test_the_names_and_figures_are_those_of_the_program() -> None:
    assert f"import {cluster_reader.__name__}\n" in PAGE
    assert AHEAD == 4
    assert "At most four reports for each thread" in PAGE
