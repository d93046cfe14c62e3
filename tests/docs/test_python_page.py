"""docs/python.md: its examples run and give what it says, and every command has its place in it."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import typer.main

import nonpaper
from nonpaper.cli.app import app
from nonpaper.dossier import Drafts, file
from nonpaper.dossier.reader import Reader, state
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import ReportText

PAGE = (Path(__file__).parents[2] / "docs" / "python.md").read_text("utf-8")
TABLE = dict(re.findall(r"^\| (`.+?) \| (.+) \|$", PAGE.split("## Every command")[1], re.MULTILINE))


def test_the_examples_give_what_the_page_says(beside_talks: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pyarrow")
    known = {reading.text: reading for reading in nonpaper.read("talks.dossier").readings()}

    def again(items: Iterable[ReportText | Finding], jobs: int) -> Iterator[Reading | Finding]:
        """The readings there are: what the page shows of the reader has tests of its own."""
        return (item if isinstance(item, Finding) else known[item.text] for item in items)

    monkeypatch.setattr(file, "shipped_reader", lambda: Reader(state(), again))
    text = "\n".join(re.findall(r"^```python\n([\s\S]*?)^```$", PAGE, re.MULTILINE))
    flags = doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    test = doctest.DocTestParser().get_doctest(text, {}, "docs/python.md", "docs/python.md", 0)
    assert len(test.examples) > 25
    said: list[str] = []
    doctest.DocTestRunner(optionflags=flags, verbose=False).run(test, out=said.append)
    assert not said, "".join(said)


def commands(group: object, above: str = "") -> Iterator[str]:
    for name, command in getattr(group, "commands", {}).items():
        yield from commands(command, f"{above}{name} ") if hasattr(command, "commands") else [f"{above}{name}"]


def test_every_command_has_its_name_in_python() -> None:
    told = {name for cell in TABLE for name in re.findall(r"`([^`]+)`", cell)}
    assert told == set(commands(typer.main.get_command(app)))


def test_every_name_on_the_page_is_there() -> None:
    calls = re.findall(r"\b(nonpaper(?:\.\w+)+)", PAGE)
    assert len(calls) > 20
    for call in calls:
        at: object = nonpaper
        for name in call.removeprefix("nonpaper.").split("."):
            if name not in {"toml", "html"}:
                at = getattr(at, name)
    of = {"d": [nonpaper.Dossier], "r": [nonpaper.Dossier, nonpaper.Reports], "t": [Drafts]}
    for letter, name in re.findall(r"`([drt])\.(\w+)", PAGE):
        assert all(hasattr(kind, name) for kind in of[letter]), name
