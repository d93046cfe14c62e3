"""CSL-JSON: one item a report, for reference managers and citation processors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from nonpaper.present.exports.bibtex import key_of
from nonpaper.present.exports.rows import ReportRow
from nonpaper.present.material import iso


def csl(reports: Iterable[ReportRow]) -> str:
    """All reports as one JSON list; what is not known is left out."""
    return msgspec.json.format(msgspec.json.encode([dict(_item(r)) for r in reports]), indent=1).decode() + "\n"


def _item(report: ReportRow) -> Iterator[tuple[str, Any]]:
    yield "id", key_of(report)
    yield "type", "article" if report.outlet else "document"
    yield "title", report.title or report.path
    if report.outlet:
        yield "container-title", report.outlet
    if day := iso(report.published):
        yield "issued", {"date-parts": [[day.year, day.month, day.day]]}
    if report.url and report.url.startswith(("http://", "https://")):
        yield "URL", report.url
    if report.language:
        yield "language", report.language
    yield "note", f"Report {report.report} in Nonpaper"
