"""The commands as a person calls them: what is printed where, and the exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[3] / "examples" / "reports"
ONE = EXAMPLES / "01-harbour-post.txt"


def nonpaper(*words: object, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1930000000"}
    call = [sys.executable, "-m", "nonpaper", *map(str, words)]
    return subprocess.run(call, input=stdin, capture_output=True, timeout=60, check=False, env=environment)


def test_the_version_is_one_line() -> None:
    done = nonpaper("--version")
    assert (done.returncode, done.stdout.split()[0]) == (0, b"nonpaper")


@pytest.mark.parametrize("words", [("--help",), ("read", "--help"), ("brief", "--help")])
def test_help_teaches(words: tuple[str, ...]) -> None:
    done = nonpaper(*words)
    assert done.returncode == 0
    assert b"REPORT" in done.stdout


def test_every_quote_of_a_record_stands_in_its_text() -> None:
    done = nonpaper("read", EXAMPLES, "--format", "jsonl")
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert len(records) == 8
    for record in records:
        spans = [p["span"] for group in ("provisions", "positions") for p in record[group]]
        spans += [s for c in record["claims"] for key in ("source", "cue", "content", "resolved") for s in c[key]]
        assert all(0 <= start < end <= len(record["text"]) for start, end in spans)


def test_plain_text_is_kept_as_it_came() -> None:
    raw = b"Title of a report\r\n\r\nThe plan would ban foreign bases, a Norvian official said.\r\n"
    done = nonpaper("read", "-", "--format", "jsonl", stdin=raw)
    assert json.loads(done.stdout)["text"].encode() == raw


def test_a_brief_is_written_whole(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = nonpaper("brief", ONE, "-o", page)
    assert done.returncode == 0, done.stderr
    assert page.read_text("utf-8").rstrip().endswith("</html>")
    assert [p.name for p in tmp_path.iterdir()] == ["page.html"]


def test_the_same_call_gives_the_same_page() -> None:
    first, second = (nonpaper("brief", EXAMPLES, "-o", "-").stdout for _ in range(2))
    assert first == second


def test_one_bad_report_does_not_stop_the_others(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = nonpaper("brief", tmp_path / "missing.txt", ONE, "-o", page)
    assert done.returncode == 1
    assert b"missing.txt" in done.stderr
    assert "missing.txt" in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n"),
        ("binary.bin", bytes(range(256)) * 40),
        ("broken.pdf", b"%PDF-1.7\nnot really"),
        ("no-article.html", b"<html><body><nav><a href='/'>Home</a></nav></body></html>"),
        ("bad.jsonl", b"{not json}\n"),
        ("numbers.txt", b"12 34 56 78 90 " * 40),
        ("many.txt", b"All talk. " * 5_000_000),
    ],
)
@pytest.mark.parametrize("command", ["read", "brief"])
def test_bad_input_gets_one_clear_line(command: str, name: str, raw: bytes, tmp_path: Path) -> None:
    bad = tmp_path / name
    bad.write_bytes(raw)
    extra = ("-o", tmp_path / "page.html") if command == "brief" else ()
    done = nonpaper(command, bad, *extra)
    lines = done.stderr.decode().strip().splitlines()
    assert done.returncode == 2
    assert len(lines) == 1, lines
    assert name in lines[0]
    assert "Traceback" not in lines[0]


def test_nothing_is_written_where_nothing_was_read(tmp_path: Path) -> None:
    assert nonpaper("brief", tmp_path / "gone.txt", "-o", tmp_path / "page.html").returncode == 2
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_said(tmp_path: Path) -> None:
    done = nonpaper("brief", ONE, "-o", tmp_path / "no" / "page.html")
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_a_wrong_call_is_exit_status_two() -> None:
    assert nonpaper("read").returncode == 2
    assert nonpaper("brief", ONE, "--no-such-option").returncode == 2
