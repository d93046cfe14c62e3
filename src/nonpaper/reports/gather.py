"""All reports that a call names, one after the other. What cannot be read comes as a finding, never as an error."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import msgspec

from nonpaper.errors import ReportError
from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText
from nonpaper.reports.assemble import left_out
from nonpaper.reports.encoding import refuse_packed
from nonpaper.reports.feeds import looks_like_feed, read_feed
from nonpaper.reports.files import SUFFIXES, files_in, load, load_stream, shown, suffix_of
from nonpaper.reports.html import read_html
from nonpaper.reports.identity import text_id
from nonpaper.reports.jsonl import looks_like_jsonl, read_jsonl
from nonpaper.reports.markdown import read_markdown
from nonpaper.reports.pdf import read_pdf
from nonpaper.reports.plain import read_plain

STANDARD_INPUT = "standard input"
_READERS = {"plain": read_plain, "markdown": read_markdown, "html": read_html, "pdf": read_pdf}
_SEVERAL = {"jsonl": read_jsonl, "feed": read_feed}
_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,50})?"
    rb"(?:<!--[^>]{0,500}-->\s{0,50})?<(?:!doctype html|html)[\s>]",
    re.IGNORECASE,
)


def gather(paths: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[ReportText | Finding]:
    """One item a report, in the order given; folders are read whole, "-" is standard input.

    A report given an `id` that another report of the call has gets an own one, and says so.
    """
    taken: dict[str, str] = {}
    for item in _all(paths, stdin):
        yield item if isinstance(item, Finding) else _named_apart(item, taken)


def _all(paths: Sequence[str], stdin: BinaryIO | None) -> Iterator[ReportText | Finding]:
    for path in paths:
        if path == "-":
            yield from _reports(STANDARD_INPUT, stdin)
        elif _is_folder(path):
            for found in files_in(path):
                if isinstance(found, Finding):
                    yield found
                else:
                    yield from _reports(found)
        else:
            yield from _reports(path)


def _is_folder(path: str) -> bool:
    try:
        return Path(path).is_dir()
    except (ValueError, OSError):  # a null character in the name, or too many others
        return False


def _reports(path: str, stdin: BinaryIO | None = None) -> Iterator[ReportText | Finding]:
    where = path if path == STANDARD_INPUT else shown(path)
    try:
        data = load_stream(stdin, where) if path == STANDARD_INPUT else load(path)
        yield from read_bytes(data, where, suffix_of(path))
    except ReportError as error:
        yield left_out(error)


def read_bytes(data: bytes, where: str, suffix: str = "") -> Iterator[ReportText | Finding]:
    """The reports in the bytes of one file, whose name ends in `suffix`; ReportError where there are none to read."""
    kind = kind_of(data, suffix)
    if kind in _SEVERAL:
        yield from _SEVERAL[kind](data, where)
    else:
        yield _read(kind, data, where)


def _read(kind: str, data: bytes, where: str) -> ReportText:
    if not data.strip():
        raise ReportError("is empty", where=where, remedy="give a report with text in it", code="empty")
    refuse_packed(data, where)
    if kind == "pdf" and b"%PDF" not in data[:1024]:
        raise ReportError("is not a PDF", where=where, remedy="check what kind of file it is", code="unreadable")
    return _READERS[kind](data, where)


def kind_of(data: bytes, suffix: str) -> str:
    """Which reader a file needs: what it plainly is, else what its name says, else plain text."""
    if data[:1024].lstrip().startswith(b"%PDF"):
        return "pdf"
    named = SUFFIXES.get(suffix)
    if named not in {"markdown", "jsonl"} and _HTML.match(data[:2048]):
        return "html"
    if named not in {"markdown", "jsonl", "html"} and looks_like_feed(data):
        return "feed"
    if named is not None:
        return named
    return "jsonl" if looks_like_jsonl(data[:1_000_000].decode("utf-8-sig", "replace")) else "plain"


def _named_apart(item: ReportText, taken: dict[str, str]) -> ReportText:
    """The report as it is, or with an id of its own where its id belongs to another text."""
    own = text_id(item.text)
    if taken.setdefault(item.report.id, own) == own:
        return item
    report = msgspec.structs.replace(item.report, id=f"{item.report.id}-{own[:6]}")
    taken[report.id] = own
    what = f'has the id "{item.report.id}" of another report and is called "{report.id}"'
    note = Finding(code="id", level="note", where=report.path, what=what, remedy="give each report an id of its own")
    return msgspec.structs.replace(item, report=report, findings=(*item.findings, note))
