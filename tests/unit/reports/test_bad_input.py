"""Bad input: one finding each, nothing raised, nothing on the screen."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText
from nonpaper.reports.gather import gather

PROSE = "The draft would cap the army of Kessara at 60,000 people. "

BAD = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \r\n\t\n", "empty"),
    ("noise.txt", bytes(range(256)) * 200, "binary"),
    ("office.txt", b"PK\x03\x04rest", "binary"),
    ("rich.txt", b"{\\rtf1 text}", "binary"),
    ("digits.txt", b"123 456 " * 100, "no_words"),
    ("chinese.txt", "双方收到了新的文本，将在下周讨论停火条款。".encode() * 5, "language"),
    ("arabic.txt", "رفض الوفد النص الجديد وقال إنه سيدرسه الأسبوع المقبل. ".encode() * 5, "language"),
    ("long.txt", PROSE.encode() * 90_000, "too_long"),
    ("menu.html", b"<html><body><nav><a href='/'>Home</a> <a href='/b'>News</a></nav></body></html>", "no_article"),
    ("nothing.html", b"<html></html>", "no_article"),
    ("huge.html", b"<html>" + b"<p>x</p>" * 1_300_000, "too_long"),
    ("list.jsonl", json.dumps([{"text": PROSE}], indent=1).encode(), "json"),
    ("object.jsonl", json.dumps({"text": PROSE}, indent=1).encode(), "json"),
    ("number.jsonl", b"7", "json"),
    ("deep.jsonl", b"{" + b'"a":[' * 50_000, "json"),
    ("void.jsonl", b'{"text": " "}', "empty"),
]


@pytest.mark.parametrize(("name", "data", "code"), BAD, ids=[name for name, _, _ in BAD])
def test_one_finding(tmp_path: Path, name: str, data: bytes, code: str, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / name).write_bytes(data)
    (item,) = gather([str(tmp_path / name)])
    assert isinstance(item, Finding)
    assert (item.level, item.code) == ("left_out", code)
    assert item.where.startswith(str(tmp_path / name))
    assert item.what
    assert item.remedy
    assert capfd.readouterr() == ("", "")


def test_the_others_are_still_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    items = list(gather([str(tmp_path / "none.txt"), str(tmp_path / "a.txt"), "-", "\0", "x" * 5000, ""]))
    assert [type(item) for item in items] == [Finding, ReportText, Finding, Finding, Finding, Finding]


def test_links_pipes_and_empty_folders(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "folder").mkdir()
    codes = [
        item.code for item in gather([str(path) for path in sorted(tmp_path.iterdir())]) if isinstance(item, Finding)
    ]
    assert codes == ["missing", "empty", "not_a_file"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_permission_denied(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "a.txt").chmod(0)
    (item,) = gather([str(tmp_path / "a.txt")])
    assert isinstance(item, Finding)
    assert item.code == "denied"


def test_a_name_that_cannot_be_printed(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/a\n\xff.txt"
    Path(os.fsdecode(path)).write_bytes(b"")
    (item,) = gather([os.fsdecode(path)])
    assert isinstance(item, Finding)
    assert item.where.isprintable()


def test_another_language_is_a_doubt(tmp_path: Path) -> None:
    text = "Die Regierung lehnt den Entwurf ab und fordert neue Gespräche über die Grenze. " * 5
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (item,) = gather([str(tmp_path / "a.txt")])
    assert isinstance(item, ReportText)
    assert [(finding.code, finding.level) for finding in item.findings] == [("language", "doubt")]
    assert item.report.language == "de"


def test_heavy_libraries_wait_until_they_are_needed() -> None:
    code = "import sys, nonpaper.reports.gather; print([m for m in ('trafilatura', 'pypdf', 'py3langid', 'lxml', 'numpy', 'charset_normalizer') if m in sys.modules])"  # noqa: E501
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
