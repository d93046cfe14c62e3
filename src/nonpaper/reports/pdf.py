"""PDF files: the text they hold, by pypdf, with broken words joined and page furniture taken out."""

from __future__ import annotations

import io
import re
import time
from typing import Any

import msgspec

from nonpaper.errors import ReportError
from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText
from nonpaper.reports.assemble import MOST_CHARACTERS, assemble
from nonpaper.reports.bounded import within
from nonpaper.reports.clean import clean, furniture, hyphens, invisible, spaces, wraps
from nonpaper.reports.metadata import head_of
from nonpaper.reports.quiet import quiet

MOST_BYTES = 50_000_000
MOST_PAGES = 300
MOST_SECONDS = 30.0
LAST_SECONDS = 35.0
_FILE_NAME = re.compile(
    r"\.(?:docx?|odt|pdf|rtf|txt|indd|qxd|pages)$|^(?:microsoft word|untitled|document\d*$)", re.IGNORECASE
)


def read_pdf(data: bytes, where: str) -> ReportText:
    """The report in a PDF file; ReportError where it is locked, damaged or holds pictures only."""
    if len(data) > MOST_BYTES:
        remedy = "split it into single reports"
        raise ReportError(f"is larger than {MOST_BYTES // 1_000_000} MB", where=where, remedy=remedy, code="too_long")
    try:
        with quiet("pypdf"), within(LAST_SECONDS, where):  # between pages it stops by itself, and keeps them
            pages, title, cut = _pages(data, where)
    except ReportError:
        raise
    except (Exception, RecursionError) as error:  # a damaged file may break its parser in any way
        remedy = "open it in a PDF viewer and save it anew, or paste its text into a .txt file"
        raise ReportError("is a PDF that cannot be read", where=where, remedy=remedy, code="unreadable") from error
    raw = "\f".join(pages)
    if not raw.strip():
        remedy = "run text recognition over it, or paste its text into a .txt file"
        raise ReportError("is a PDF without text, perhaps scanned", where=where, remedy=remedy, code="no_text")
    text, offsets = clean(raw, (invisible, furniture, hyphens, spaces, wraps))
    about = head_of(text)
    if about.title is None and title and not _FILE_NAME.search(title):
        about = msgspec.structs.replace(about, title=title)
    return assemble(where, text, about, raw=raw, offsets=offsets, findings=_cut(where, len(pages), cut))


def _pages(data: bytes, where: str) -> tuple[list[str], str | None, bool]:
    """The text of each page, the title that the file gives itself, and whether pages were left unread."""
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        remedy = "save a copy without a password and give that"
        raise ReportError("is a PDF locked with a password", where=where, remedy=remedy, code="locked")
    pages: list[str] = []
    length, until = 0, time.monotonic() + MOST_SECONDS
    for page in reader.pages:
        if len(pages) >= MOST_PAGES or length > MOST_CHARACTERS or time.monotonic() > until:
            return pages, _title(reader), True
        pages.append(_page_text(page))
        length += len(pages[-1])
    return pages, _title(reader), False


def _page_text(page: Any) -> str:
    text = str(page.extract_text() or "").replace("\f", "\n").replace("\r\n", "\n").replace("\r", "\n")
    return text.encode("utf-8", "replace").decode("utf-8")  # half characters cannot be stored


def _title(reader: Any) -> str | None:
    try:
        title = reader.metadata.title if reader.metadata else None
    except Exception:  # noqa: BLE001 # the title is not worth the report
        return None
    return " ".join(str(title).encode("utf-8", "replace").decode("utf-8").split())[:200] or None if title else None


def _cut(where: str, pages: int, cut: bool) -> tuple[Finding, ...]:
    if not cut:
        return ()
    remedy = "give the pages that matter as a file of their own"
    return (Finding(code="pages", level="doubt", where=where, what=f"was read up to page {pages} only", remedy=remedy),)
