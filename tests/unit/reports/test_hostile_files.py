"""Files made to cost time or memory, and archives: one finding each, soon."""

from __future__ import annotations

import gc
import gzip
import io
import sys
import threading
import time
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

import pytest

from nonpaper.errors import ReportError
from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText
from nonpaper.reports import pdf as pdf_reader
from nonpaper.reports.bounded import within
from nonpaper.reports.gather import gather, read_bytes

sys.path.insert(0, str(Path(__file__).parent))
from tinypdf import _file, pdf

PROSE = b"<p>The draft would cap the army of Kessara at 60,000 people, two officials said.</p>"


def code(data: bytes, suffix: str) -> str:
    start = time.process_time()
    try:
        items = list(read_bytes(data, f"a{suffix}", suffix))
    except ReportError as error:
        assert time.process_time() - start < 8
        return error.code
    assert time.process_time() - start < 8
    return "read" if all(isinstance(item, ReportText) for item in items) else "found"


HTML = [
    (b"<html><body>" + b"<p>a" * 70_000, "too_long"),
    (b"<html><body><article " + b" ".join(b"a%d=1" % n for n in range(1_100)) + b">" + PROSE, "too_long"),
    (b"<html><body><article " + b"a" * 500_000 + b">" + PROSE * 3, "read"),
    (b"<html><body><img src='data:" + b"A" * 500_000 + b"'><article>" + PROSE * 3, "read"),
    (b"<html><body>" + b"<div>" * 50_000 + PROSE, "no_article"),
    (b"<html><body><article>" + b"<ul><li>" * 20_000 + PROSE, "no_article"),
]


@pytest.mark.parametrize(("data", "expected"), HTML, ids=range(len(HTML)))
def test_pages(data: bytes, expected: str) -> None:
    assert code(data, ".html") == expected


def objects(pages: str, content: str) -> bytes:
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    page = "<< /Type /Page /Parent 2 0 R /Resources << /Font << /F1 3 0 R >> >> /Contents 5 0 R >>"
    made = ["<< /Type /Catalog /Pages 2 0 R >>", pages, font, page]
    return _file([*made, f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"], "")


TEXT = "BT /F1 11 Tf 50 750 Td (The draft would cap the army of Kessara.) Tj ET"


@pytest.mark.parametrize(
    "data",
    [
        objects("<< /Type /Pages /Kids [2 0 R 4 0 R] /Count 1 >>", TEXT),
        objects("<< /Type /Pages /Kids [4 0 R] /Count 1 >>", "[" * 100_000 + TEXT),
        objects(f"<< /Type /Pages /Kids [{'4 0 R ' * 20_000}] /Count 20000 >>", TEXT),
        pdf([["The draft would cap the army of Kessara."]]).replace(b"xref\n0 ", b"xref\n0 9999999"),
    ],
    ids=["cyclic", "nested", "wide", "table"],
)
def test_pdfs(data: bytes) -> None:
    assert code(data, ".pdf") in {"unreadable", "read", "empty"}


def test_a_pdf_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_reader, "LAST_SECONDS", 0.2)
    slow = objects(
        "<< /Type /Pages /Kids [4 0 R] /Count 1 >>", "BT /F1 11 Tf " + "1 0 0 1 9 9 Tm (a) Tj " * 60_000 + "ET"
    )
    gc.disable()  # an alarm that rings in a collector's callback is heard at its next ring, with a warning now
    try:
        assert code(slow, ".pdf") == "too_slow"
    finally:
        gc.enable()


def _endless() -> None:
    with suppress(Exception):  # as parsers do
        while True:
            pass


def test_time_is_given_back_and_other_threads_go_on() -> None:
    with pytest.raises(ReportError, match="takes more than"), within(0.05, "a"):
        _endless()
    time.sleep(0.06)
    done: list[int] = []

    def elsewhere() -> None:
        with within(0.01, "a"):
            done.append(1)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert done == [1]


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", bytes(1_000_000))
    return out.getvalue()


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".pdf", ".jsonl", ".xml", ".docx", ".zip", ".gz", ""])
@pytest.mark.parametrize(
    "data",
    [archive(), gzip.compress(PROSE * 9), b"BZh91AY&SY..", b"\xfd7zXZ\x00..", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07.."],
)
def test_archives_are_not_opened(tmp_path: Path, data: bytes, suffix: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zlib, "decompressobj", None)
    monkeypatch.setattr(zlib, "decompress", None)
    (tmp_path / f"a{suffix}").write_bytes(data + b"charset=latin1")
    (item,) = gather([str(tmp_path / f"a{suffix}")])
    assert isinstance(item, Finding)
    assert (item.level, item.code) == ("left_out", "binary")
    assert "give" in item.remedy


def test_front_matter_of_carriage_returns() -> None:
    """Found by eval.fuzz: each line end could be matched in two ways, and every line doubled the time."""
    assert code(b"---\r\n" + b"title: a\r\n" * 40 + b"The draft would cap the army.\r\n", ".md") == "read"
