"""Working texts as people read them: the mark on every page, brackets, footnotes, nothing unescaped."""

from __future__ import annotations

import io
import os
import re
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nonpaper.errors import MissingExtraError
from nonpaper.present.working import working_docx, working_html, working_markdown, working_view
from nonpaper.present.working.view import MARK
from tests.unit.drafts.working.made import GAZETTE, POST, working

GOLDEN = Path(__file__).parents[2] / "golden" / "working.md"
VIEW = working_view(working(POST, GAZETTE), datetime(2031, 3, 15, 9, 0, tzinfo=UTC))


def test_the_markdown_reads_as_agreed() -> None:
    seen = working_markdown(VIEW)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(seen, encoding="utf-8")
    assert seen == GOLDEN.read_text(encoding="utf-8")


def test_the_mark_stands_under_each_heading_of_the_markdown() -> None:
    lines = [line for line in working_markdown(VIEW).splitlines() if line]
    headings = [at for at, line in enumerate(lines) if line.startswith("#")]
    assert len(headings) == 5
    assert all(lines[at + 1] == f"**{MARK}**" for at in headings)


def test_each_footnote_of_the_markdown_is_cited_and_each_citation_has_one() -> None:
    made = working_markdown(VIEW)
    told = re.findall(r"^\[\^(\d+)\]:", made, re.MULTILINE)
    cited = re.findall(r"\[\^(\d+)\](?!:)", made)
    assert set(told) == set(cited)
    assert len(told) == len(set(told)) == len(VIEW.sources)


def test_the_page_is_marked_in_print_escapes_everything_and_loads_nothing() -> None:
    page = working_html(VIEW)
    assert page.count(MARK) >= 4
    assert re.search(r"@page\{@top-center\{content:\"" + MARK, page)
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert not re.search(r"(?:src|href)=[\"'](?!#)|url\(|@import", page)
    assert page.count('class="bracket" aria-label="left open"') == 2


def test_the_document_read_back_has_header_brackets_and_footnotes() -> None:
    docx = pytest.importorskip("docx")
    made = working_docx(VIEW)
    document = docx.Document(io.BytesIO(made))
    assert all(s.header.paragraphs[0].text == MARK for s in document.sections)
    paragraphs = [p.text for p in document.paragraphs]
    assert [p for p in paragraphs if "[“" in p] == [
        "Alternative 1: [“the frontier on the river Lorn” — Harbour Post] (Kessara demands it, in its own words)",
        "Alternative 2: [“the frontier along the ridge of Voll” — Harbour Post]",
    ]
    (part,) = (r.target_part for r in document.part.rels.values() if r.reltype.endswith("/footnotes"))
    notes = part.blob.decode()
    assert all(source.place in notes for source in VIEW.sources)
    assert "&lt;script&gt;" in notes
    references = re.findall(
        r'footnoteReference w:id="(\d+)"', zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml").decode()
    )
    assert references == re.findall(r'<w:footnote w:id="([1-9]\d*)"', notes)


def test_without_the_extra_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingExtraError, match=r"pip install nonpaper\[word\]"):
        working_docx(VIEW)
