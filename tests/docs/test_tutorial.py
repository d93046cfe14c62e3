"""The tutorial is done once, page by page, in one folder: its commands run and print what the pages show.

In a page, a `console` block holds commands after `$ ` and what they print; a line that is only `…` stands for any
lines, and `…` at a line's end for the rest of it.
A `toml` block with a caption is the file of that name. Comments that begin with `%` set the story's clock and say
which status the next block ends with, where it is not 0.
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import pytest
from typer.testing import CliRunner

from nonpaper.cli.app import app

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs" / "tutorial").glob("[0-9]*.md"))
BLOCK = re.compile(
    r"^% clock: (?P<clock>.+)$|^% status: (?P<status>\d)$"
    r"|^```console\n(?P<session>[\s\S]*?)^```$"
    r"|^```\{code-block\} toml\n:caption: (?P<name>\S+)\n\n(?P<content>[\s\S]*?)^```$",
    re.MULTILINE,
)


class Step(NamedTuple):
    """One command, what the page shows of its output, and the status it ends with."""

    command: str
    shown: str
    status: int


def steps(session: str, status: int) -> list[Step]:
    commands = re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", session, re.MULTILINE)
    last = len(commands) - 1
    return [Step(command, shown, status if n == last else 0) for n, (command, shown) in enumerate(commands)]


def fits(shown: str, printed: str) -> bool:
    """Whether what was printed is what is shown."""
    return re.fullmatch("".join(map(pattern, shown.splitlines())), printed) is not None


def pattern(line: str) -> str:
    if line == "…":
        return r"(?:.*\n)*?"
    return re.escape(line.removesuffix("…")) + (r".*\n" if line.endswith("…") else r"\n")


def test_what_is_shown_must_be_printed() -> None:
    assert fits("one\n…\nthree\n", "one\ntwo\nthree\n")
    assert fits("…\nthree\n", "three\n")
    assert not fits("one\nthree\n", "one\ntwo\nthree\n")
    assert not fits("one\n…\n", "two\n")
    assert fits("a (b) …\nc\n", "a (b) and more\nc\n")
    assert not fits("a (b) …\nc\n", "a (b) and more\nd\nc\n")


class Work:
    """The folder in which the story is done, and its clock."""

    def __init__(self, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.patch = patch
        shutil.copytree(ROOT / "examples", folder / "examples")
        patch.chdir(folder)

    def set_clock(self, told: str) -> None:
        at = datetime.fromisoformat(told)
        self.patch.setattr("nonpaper.dossier.file.now", at.isoformat)
        self.patch.setenv("SOURCE_DATE_EPOCH", str(int(at.timestamp())))

    def do(self, step: Step) -> tuple[int, str]:
        """Runs one command; status, and what a person sees of it."""
        command, _, kept = step.command.partition(" > ")
        words = shlex.split(command)
        if words[0] != "nonpaper":
            return self._shell(words)
        done = CliRunner().invoke(app, words[1:])
        if kept:
            Path(kept).write_text(done.stdout, "utf-8")
        return done.exit_code, done.stderr if kept else done.output

    def _shell(self, words: list[str]) -> tuple[int, str]:
        match words:
            case ["mkdir", name]:
                Path(name).mkdir()
            case ["cp", "-r", source, folder]:
                shutil.copytree(source, Path(folder) / source)
            case ["cd", name]:
                self.patch.chdir(name)
            case _:
                return 127, f"the tutorial's runner does not know {words}"
        return 0, ""


def told(page: Path) -> Iterator[tuple[str, str]]:
    for found in BLOCK.finditer(page.read_text("utf-8")):
        kind = str(found.lastgroup).replace("content", "file")
        yield kind, f"{found['name']}\n{found['content']}" if kind == "file" else found[kind]


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Work]:
    with pytest.MonkeyPatch.context() as patch:
        yield Work(tmp_path_factory.mktemp("tutorial"), patch)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_can_be_followed(page: Path, work: Work) -> None:
    """Pages go on from one another: a page alone finds no dossier, as a reader would not."""
    status, done = 0, 0
    for kind, text in told(page):
        if kind == "clock":
            work.set_clock(text)
        elif kind == "status":
            status = int(text)
        elif kind == "file":
            name, _, content = text.partition("\n")
            Path(name).write_text(content, "utf-8")
        else:
            for step in steps(text, status):
                ended, printed = work.do(step)
                assert ended == step.status, (step.command, printed)
                assert fits(step.shown, printed), (step.command, printed)
                done += 1
            status = 0
    assert done > 2
