"""Records to rows and back, with the hashes that show a change made behind our back."""

from __future__ import annotations

import hashlib
from typing import Any

import msgspec

from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import OffsetMap, Report, ReportText
from nonpaper.model.span import Span

REPORT = ("id", "path", "title", "outlet", "published", "language", "url")
REST = ("offsets", "headings", "findings", "text", "raw")
_TYPES: tuple[Any, ...] = (OffsetMap, tuple[Span, ...], tuple[Finding, ...])


def digest(*parts: str | None) -> str:
    """SHA-256 of the parts, in hexadecimal; no two lists of parts share one by where they are cut."""
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()


def content(received: ReportText) -> str:
    """What makes a report the same report: its text, outlet, address and date."""
    about = received.report
    return digest(received.text, about.outlet, about.url, about.published)


def report_row(received: ReportText) -> tuple[str | None, ...]:
    """Values of REPORT and REST in this order."""
    about = tuple(getattr(received.report, name) for name in REPORT)
    rest = [msgspec.json.encode(v).decode() for v in (received.offsets, received.headings, received.findings)]
    return (*about, *rest, received.text, received.raw)


def report_of(row: tuple[Any, ...]) -> ReportText:
    """The inverse of `report_row`; msgspec.ValidationError where it is damaged."""
    about = Report(**dict(zip(REPORT, row[:7], strict=True)))
    offsets, headings, findings = (msgspec.json.decode(v, type=t) for v, t in zip(row[7:10], _TYPES, strict=True))
    return ReportText(report=about, text=row[10], raw=row[11], offsets=offsets, headings=headings, findings=findings)


def reading_row(reading: Reading) -> str:
    """The reading as JSON, without the report and the text, which stand beside it once."""
    bare = msgspec.structs.replace(reading, report=Report(id=reading.report.id, path=""), text="")
    return msgspec.json.encode(bare).decode()


def reading_of(record: str, about: Report, text: str) -> Reading:
    """The inverse of `reading_row`; msgspec.ValidationError where the record has another shape than today's."""
    return msgspec.structs.replace(msgspec.json.decode(record, type=Reading), report=about, text=text)
