"""`nonpaper draft redline` and `nonpaper draft bracket` as a person calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nonpaper.cli.app import app

OLD = """Agreement of Voll

1. The army of Ravonia is limited to 600 men.
2. The Parties shall release all prisoners within six months.
3. No Party shall fly over the zone.
"""
NEW = OLD.replace("600 men", "[800] men").replace("fly over the zone", "fly over <b>the zone</b>\x07")
LEAK = """Sable Post
12 March 2031

The 17-point draft would require Kessara to withdraw its guns from the ridge. The 17-point draft brackets the length of
the truce, two officials said. Kessara insists on a ban on foreign ships.
"""


@pytest.fixture
def texts(tmp_path: Path) -> tuple[str, str]:
    for name, text in (("old.txt", OLD), ("new.txt", NEW)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / "old.txt"), str(tmp_path / "new.txt")


def called(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["draft", *words])
    return done.exit_code, done.stdout, done.stderr


@pytest.mark.parametrize("command", ["redline", "bracket"])
def test_help_teaches(command: str) -> None:
    code, out, _ = called(command, "--help")
    assert code == 0
    assert "--format" in out


def test_a_redline_reads_without_colours_and_sends_no_control_characters(texts: tuple[str, str]) -> None:
    code, out, _ = called("redline", *texts)
    assert code == 0
    assert "limited to [-600-] {+[800]+} men." in out.replace("-]{+", "-] {+")
    assert "left open: [800]" in out
    assert "\x07" not in out


def test_a_redline_as_json_holds_both_texts(texts: tuple[str, str]) -> None:
    _, out, _ = called("redline", *texts, "--format", "json")
    edits = [e for c in json.loads(out)["changes"] for e in c["edits"]]
    for side, text in (("old", OLD), ("new", NEW)):
        placed = sorted((e[side], e["words"]) for e in edits if e[side])
        assert "".join(words for _, words in placed) == text


def test_a_redline_as_a_page_escapes_everything_and_loads_nothing(texts: tuple[str, str], tmp_path: Path) -> None:
    code, out, _ = called("redline", *texts, "--format", "html", "-o", str(tmp_path / "page.html"))
    page = (tmp_path / "page.html").read_text("utf-8")
    assert (code, out) == (0, "")
    assert "&lt;b&gt;" in page
    assert "<b>the zone" not in page
    assert "<del>600</del>" in page
    assert not any(word in page for word in ("<script", "src=", "url(", "@import", "http:", "https:"))


def test_what_is_amiss_is_told_and_the_status_is_one(texts: tuple[str, str], tmp_path: Path) -> None:
    twice = tmp_path / "twice.txt"
    twice.write_text(OLD.replace("3. No", "2. No"), encoding="utf-8")
    code, out, err = called("redline", texts[0], str(twice))
    assert code == 1
    assert "number 2 stands 2 times" in err
    assert "fly over the zone" in out


def test_two_texts_that_claim_one_id_are_compared_and_told(tmp_path: Path) -> None:
    for name, text in (("a.jsonl", OLD), ("b.jsonl", NEW)):
        (tmp_path / name).write_text(json.dumps({"id": "voll", "text": text}), encoding="utf-8")
    code, out, err = called("redline", str(tmp_path / "a.jsonl"), str(tmp_path / "b.jsonl"))
    assert code == 1
    assert "claim one id" in err
    assert "[-600-]" in out


@pytest.mark.parametrize(
    "words", [("redline", "missing.txt", "missing.txt"), ("bracket", "missing.txt", "--draft", "x")]
)
def test_what_cannot_be_read_is_status_two_and_one_line(words: tuple[str, ...]) -> None:
    code, out, err = called(*words)
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_one_draft_is_written_in_brackets(tmp_path: Path) -> None:
    leak = tmp_path / "leak.txt"
    leak.write_text(LEAK, encoding="utf-8")
    code, out, _ = called("bracket", str(leak), "--draft", "17-point")
    assert code == 0
    assert "“Kessara to withdraw its guns from the ridge” —" in out
    assert out.count("\\[“") == 1
    assert "foreign ships" not in out
    code, _, err = called("bracket", str(leak), "--draft", "9-point")
    assert code == 2
    assert 'these reports tell of: "17-point"' in err
