"""Exact words of a report, with its name and date."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from nonpaper.drafts.dating import MISDATED
from nonpaper.drafts.when import oldest_first
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span
from nonpaper.model.version import Evidence
from nonpaper.text.sentences import sentences


def evidence(reading: Reading, span: Span) -> Evidence:
    """The words of a span with the outlet of the report, or the best name there is for it."""
    about = reading.report
    return Evidence(
        report=about.id,
        span=span,
        words=span.quote(reading.text),
        outlet=about.outlet or about.title or about.path,
        published=about.published,
        doubted=any(f.code == MISDATED for f in reading.findings),
    )


def around(text: str, span: Span) -> Span:
    """The sentence that a span stands in; the span itself where it reaches over one."""
    found = cut(text)
    at = bisect_right(found, span.start, key=lambda s: s.start) - 1
    return found[at] if at >= 0 and found[at].contains(span) else span


@lru_cache(maxsize=20_000)  # step after step goes through all reports, and each would cut them anew
def cut(text: str) -> tuple[Span, ...]:
    """The sentences of a report that takes part in a draft."""
    return sentences(text)


def evidence_order(item: Evidence) -> tuple[object, ...]:
    """Sort key: oldest first, then by report and place."""
    return *oldest_first(None if item.doubted else item.published), item.report, item.span
