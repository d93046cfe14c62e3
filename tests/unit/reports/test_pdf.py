"""PDF files, and what is wrong with them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText
from nonpaper.reports import pdf as pdf_reader
from nonpaper.reports.gather import gather
from nonpaper.text.sentences import sentences

sys.path.insert(0, str(Path(__file__).parent))
from tinypdf import pdf

BODY = [
    "The draft shown to the envoys in Dalmar would cap the army of Kes-",
    "sara at sixty thousand people, according to two of them. A third said",
    "that no number is in the text.",
]


def read(folder: Path, data: bytes) -> ReportText | Finding:
    path = folder / "a.pdf"
    path.write_bytes(data)
    (item,) = gather([str(path)])
    return item


def test_lines_and_words_are_put_together(tmp_path: Path) -> None:
    item = read(tmp_path, pdf([BODY]))
    assert isinstance(item, ReportText)
    assert "army of Kessara at sixty thousand people, according to two of them." in item.text
    assert len(sentences(item.text)) == 2


def test_furniture_is_taken_out(tmp_path: Path) -> None:
    item = read(tmp_path, pdf([["Lake Review - not for release", *BODY, f"Page {page} of 4"] for page in range(1, 5)]))
    assert isinstance(item, ReportText)
    assert "Lake Review" not in item.text
    assert "Page 2" not in item.text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (pdf([[]]), "no_text"),
        (pdf([BODY])[:200], "unreadable"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "unreadable"),
        (b"This is no PDF at all.", "unreadable"),
        (b"", "empty"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, code: str, capfd: pytest.CaptureFixture[str]) -> None:
    item = read(tmp_path, data)
    assert isinstance(item, Finding)
    assert (item.level, item.code) == ("left_out", code)
    assert capfd.readouterr() == ("", "")


def test_locked(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    plain = tmp_path / "plain.pdf"
    plain.write_bytes(pdf([BODY]))
    writer = PdfWriter(clone_from=PdfReader(plain))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    (item,) = gather([str(tmp_path / "a.pdf")])
    assert isinstance(item, Finding)
    assert item.code == "locked"


def test_too_many_pages_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "MOST_PAGES", 2)
    item = read(tmp_path, pdf([BODY] * 4))
    assert isinstance(item, ReportText)
    assert [finding.code for finding in item.findings] == ["pages"]
