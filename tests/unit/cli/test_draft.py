"""The commands on drafts as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from nonpaper.cli.app import app

EXAMPLES = str(Path(__file__).parents[3] / "examples" / "reports")
NOTICE = "Reconstruction from reporting — not a draft."


def call(*words: str) -> Result:
    return CliRunner().invoke(app, ["draft", *words])


@pytest.mark.parametrize("command", ["list", "show", "compare"])
def test_help_teaches(command: str) -> None:
    done = call(command, "--help")
    assert done.exit_code == 0
    assert all(words in done.stdout for words in ("REPORT...", "--format", "--corrections", "Exit status", "Example"))


@pytest.mark.parametrize(
    "words",
    [
        ("list", EXAMPLES),
        ("show", EXAMPLES, "--draft", "22-point"),
        ("compare", EXAMPLES, "--from", "22", "--to", "17-point"),
    ],
)
def test_text_and_json_say_what_they_are_and_fit_the_page(words: tuple[str, ...]) -> None:
    done = call(*words)
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, NOTICE)
    assert max(map(len, done.stdout.splitlines())) <= 100
    record = json.loads(call(*words, "--format", "json").stdout)
    assert record["notice"] == NOTICE


def test_a_name_that_fits_several_or_none_is_a_wrong_call_that_lists_the_names() -> None:
    for name in ("17", "nothing"):
        done = call("show", EXAMPLES, "--draft", name)
        assert (done.exit_code, done.stdout) == (2, "")
        assert '"17-point (2030)"' in done.stderr


def test_nothing_readable_is_2(tmp_path: Path) -> None:
    assert call("list", str(tmp_path / "none.txt")).exit_code == 2


def test_a_fault_found_is_1_and_a_file_is_written(tmp_path: Path) -> None:
    for name, words in (
        ("a", "The 19-point draft is based on the 28-point plan."),
        ("b", "The 28-point plan is based on the 19-point draft."),
    ):
        (tmp_path / f"{name}.txt").write_text(f"Report {name}\nDate: 2031-03-04\n\n{words}\n", encoding="utf-8")
    done = call("list", str(tmp_path), "-o", str(tmp_path / "out.md"))
    assert (done.exit_code, done.stdout) == (1, "")
    assert "came of one another" in " ".join((tmp_path / "out.md").read_text("utf-8").split())


def test_what_parties_say_of_other_topics_is_not_shown_with_a_text() -> None:
    bare = call("show", EXAMPLES, "--draft", "17-point (2030)").stdout
    shown = call("show", EXAMPLES, "--draft", "17-point").stdout
    assert "hang on" not in bare
    assert "before any ceasefire begins" in shown
    assert "only if Norvian forces leave Tessel first" not in shown


def test_a_demand_is_never_said_to_be_in_the_text() -> None:
    lines = [line for line in call("codes", EXAMPLES).stdout.splitlines() if line.endswith(")")]
    assert any(line.endswith("(demand, reported)") for line in lines)
    assert any(line.endswith("(term, said to be dropped, reported)") for line in lines)
    rows = [json.loads(x) for x in call("export", EXAMPLES, "-f", "jsonl", "-t", "provisions").stdout.splitlines()]
    assert {r["text_status"] for r in rows if r["presented_as"] != "draft"} == {None}


@pytest.mark.parametrize("command", ["show", "bracket"])
def test_one_name_means_one_draft_in_every_command(command: str) -> None:
    assert "22-point" in call(command, EXAMPLES, "--draft", "22").stdout
    assert call(command, EXAMPLES, "--draft", "17").exit_code == 2
    assert "none is left" in call(command, EXAMPLES, "--draft", "unknown").stderr


@pytest.mark.parametrize("words", [("list",), ("export",), ("bracket", "--draft", "22")])
def test_a_folder_that_is_not_there_is_said_by_the_name_given(words: tuple[str, ...], tmp_path: Path) -> None:
    place = tmp_path / "none" / "out"
    done = call(*words, EXAMPLES, "-o", str(place))
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"{place}: cannot be written" in done.stderr
    assert "Errno" not in done.stderr


def test_looking_for_no_words_is_a_wrong_call() -> None:
    done = call("precedents", " ", "--in", EXAMPLES)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "no words were given" in done.stderr
