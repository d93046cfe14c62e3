"""JSON Lines: one report a line. A line that cannot be read is left out by its number; the others are read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from nonpaper.errors import ReportError
from nonpaper.model.finding import Finding
from nonpaper.model.report import ReportText
from nonpaper.reports.assemble import assemble, encoding_findings, left_out
from nonpaper.reports.dates import iso_date
from nonpaper.reports.encoding import decode
from nonpaper.reports.metadata import Metadata

_NAMES = ("title", "outlet", "url", "language")


def read_jsonl(data: bytes, where: str) -> Iterator[ReportText | Finding]:
    """Every report in the file in turn; ReportError where the file is not JSON Lines at all."""
    decoded = decode(data, where=where)
    if not decoded.text.strip():
        raise ReportError("has no text", where=where, remedy="give a report with text in it", code="empty")
    if _one_document(decoded.text):
        remedy = "write one object a line, without a list around them"
        raise ReportError("is one JSON document, not JSON Lines", where=where, remedy=remedy, code="json")
    notes = encoding_findings(where, decoded)
    for number, line in enumerate(decoded.text.split("\n"), 1):
        if line.strip():
            yield _item(line, f"{where}:{number}", notes)


def looks_like_jsonl(text: str) -> bool:
    """Whether the first line is a JSON object with a text."""
    first = text.lstrip().split("\n", 1)[0]
    if not first.startswith("{"):
        return False
    try:
        return "text" in _object(first, "")
    except ReportError:
        return False


def _one_document(text: str) -> bool:
    """Whether the whole is one JSON list, or one object written over several lines."""
    whole = text.strip()
    if whole[0] == "[":
        return True
    if whole[0] != "{" or "\n" not in whole or whole.split("\n", 1)[0].rstrip().endswith("}"):
        return False
    try:
        msgspec.json.decode(whole)
    except (msgspec.DecodeError, RecursionError):
        return False
    return True


def _item(line: str, where: str, notes: tuple[Finding, ...]) -> ReportText | Finding:
    try:
        fields = _object(line, where)
        text = _text(fields, where)
        about, doubts = _about(fields, where)
        return assemble(where, text, about, findings=(*notes, *doubts))
    except ReportError as error:
        return left_out(error)


def _object(line: str, where: str) -> dict[str, Any]:
    remedy = "make it one JSON object on one line"
    try:
        fields = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise ReportError("is a line that is not JSON", where=where, remedy=remedy, code="json") from error
    if not isinstance(fields, dict):
        raise ReportError("is a line that is not a JSON object", where=where, remedy=remedy, code="json")
    return fields


def _text(fields: dict[str, Any], where: str) -> str:
    text = fields.get("text")
    if not isinstance(text, str):
        what = "has a `text` that is not a string" if "text" in fields else "has no `text`"
        raise ReportError(what, where=where, remedy='put the report\'s words into `"text": "…"`', code="json")
    return text


def _about(fields: dict[str, Any], where: str) -> tuple[Metadata, tuple[Finding, ...]]:
    given = {name: _string(fields.get(name)) for name in _NAMES}
    written = _string(fields.get("published")) or _string(fields.get("date"))
    published = iso_date(written) if written else None
    about = Metadata(
        id=_string(fields.get("id")),
        title=given["title"],
        outlet=given["outlet"],
        published=published,
        language=given["language"] or _string(fields.get("lang")),
        url=given["url"],
    )
    return about, _date_doubt(where, written) if written and not published else ()


def _date_doubt(where: str, written: str) -> tuple[Finding, ...]:
    what = f'has a date that can be read in several ways or none: "{written[:40]}"'
    return (Finding(code="date", level="doubt", where=where, what=what, remedy="write it as 2031-05-03"),)


def _string(value: object) -> str | None:
    if isinstance(value, str):
        return value.strip()[:2000] or None
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else None
