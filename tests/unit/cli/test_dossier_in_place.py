"""One dossier in the place of reports: the same output and exit status from every command that reads reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from nonpaper.cli.app import app

EXAMPLES = Path(__file__).parents[3] / "examples" / "reports"
FILES = (EXAMPLES / "01-harbour-post.txt", EXAMPLES / "02-lorn-gazette.txt")
NOW = ("--now", "2031-04-01T12:00:00+0000")
REMOVED = """author = "A"
date = 2031-01-01
[[remove]]
report = "01-harbour-post.txt"
item = "provision"
quote = "A limit of 60,000 personnel on the Kessaran armed forces"
reason = "r"
"""
KINDS = [
    (("read",), ("--format", "jsonl")),
    (("draft", "list"), ()),
    (("draft", "show"), ("--draft", "22-point")),
    (("draft", "bracket"), ("--draft", "22-point", *NOW)),
    (("draft", "codes"), ()),
    (("draft", "export"), ("--format", "jsonl")),
    (("analysis", "ledger"), ()),
    (("analysis", "draft"), ()),
    (("scenario", "draft"), ()),
    (("corrections",), ()),
]


def nonpaper(*words: object) -> Result:
    return CliRunner(env={"SOURCE_DATE_EPOCH": "1930000000"}).invoke(app, [str(w) for w in words])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dossier") / "talks.dossier"
    assert nonpaper("new", path).exit_code == 0
    assert nonpaper("add", path, *FILES).exit_code == 0
    return path


@pytest.mark.parametrize(("command", "options"), KINDS, ids="-".join)
def test_the_same_from_a_dossier(made: Path, command: tuple[str, ...], options: tuple[str, ...]) -> None:
    kept, given = nonpaper(*command, made, *options), nonpaper(*command, *FILES, *options)
    assert kept.stdout, kept.stderr
    assert (kept.stdout, kept.stderr, kept.exit_code) == (given.stdout, given.stderr, given.exit_code)


@pytest.mark.parametrize(("command", "options"), KINDS, ids="-".join)
def test_not_mixed_with_reports(made: Path, command: tuple[str, ...], options: tuple[str, ...]) -> None:
    done = nonpaper(*command, FILES[0], made, *options)
    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert f"{made}: a dossier is shown by itself" in done.stderr


def test_what_the_dossier_holds_decided_is_applied(made: Path, tmp_path: Path) -> None:
    file, copy = tmp_path / "c.toml", tmp_path / "copy.dossier"
    assert nonpaper("export", made, "backup", "-o", copy).exit_code == 0
    file.write_text(REMOVED, "utf-8")
    assert nonpaper("judge", copy, "--file", file).exit_code == 0
    kept = nonpaper("draft", "show", copy, "--draft", "22-point")
    given = nonpaper("draft", "show", *FILES, "--draft", "22-point", "--corrections", file)
    assert kept.stdout == given.stdout != nonpaper("draft", "show", made, "--draft", "22-point").stdout


def test_a_file_of_corrections_comes_after_what_the_dossier_holds(made: Path, tmp_path: Path) -> None:
    entry = '[[remove]]\nreport = "gone.txt"\nitem = "provision"\nquote = "x"\nreason = "r"\n'
    file = tmp_path / "c.toml"
    file.write_text(f'author = "A"\ndate = 2031-01-01\n{entry}', "utf-8")
    kept, given = (nonpaper("read", *of, "--corrections", file) for of in ((made,), FILES))
    assert kept.exit_code == given.exit_code == 1
    assert (kept.stdout, kept.stderr) == (given.stdout, given.stderr)
    assert kept.stderr.count("c.toml, entry 1") == 1
