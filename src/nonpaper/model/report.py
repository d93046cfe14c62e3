"""Reports as received: one published item, its text, and the way back to the raw input."""

from __future__ import annotations

import msgspec

from nonpaper.model.finding import Finding
from nonpaper.model.span import Span

READ_LANGUAGES = frozenset({None, "en"})
"""Languages of reports that the reader was made for; a text too short to tell is taken for English."""


class Report(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One published item. `published` is ISO 8601, a date or a time with its zone; `language` an ISO 639-1 code."""

    id: str
    path: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None


class OffsetMap(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """Maps offsets in cleaned text to offsets in the raw text it came from.

    `clean[i]` starts a run of characters copied from `raw[i]` on; both are ascending and of one length.
    An empty map is the identity.
    """

    clean: tuple[int, ...] = ()
    raw: tuple[int, ...] = ()


class ReportText(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A report with the text that every span refers to, and how that text lies in the raw input."""

    report: Report
    text: str
    raw: str | None = None
    offsets: OffsetMap = OffsetMap()
    headings: tuple[Span, ...] = ()
    findings: tuple[Finding, ...] = ()
