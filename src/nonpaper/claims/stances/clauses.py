"""The clauses and sentences of what a source says, each of which may show a stance of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.stances.cues import first
from nonpaper.model.span import Span

_BUT = re.compile(r",?\s{1,4}(?:but|while|whereas|though|although|and that)\s+|;\s+", re.IGNORECASE)
# "That is a red line" is about what the sentence before it names, and is quoted with it.
REFERS_BACK = re.compile(r"\W*(?:(?:that|this|these|those|such)\b|it(?:[’']s| is| was| would be)\b)", re.IGNORECASE)


def against(page: Page, content: Span) -> tuple[Span, ...]:
    """The clauses and sentences of a content whose stances differ, each with its own object; empty where it has but one."""
    marks = sorted((*(m.span() for m in _BUT.finditer(page.text, content.start, content.end)), *_stops(page, content)))
    edges = [content.start, *(e for mark in marks for e in mark), content.end]
    parts = [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b]
    if len(parts) < 2:
        return ()
    shown = [(part, found[0]) for part in parts if (found := first("said", part.quote(page.text)))]
    return tuple(part for part, _ in shown) if len({stance for _, stance in shown}) > 1 else ()


def _stops(page: Page, content: Span) -> Iterator[tuple[int, int]]:
    """Where one sentence of a content ends and the next begins; one that only refers back is no other sentence."""
    sentence = sentence_at(page, content.start)
    while sentence is not None and sentence.end < content.end:
        gap = _GAP.match(page.text, sentence.end, content.end)
        begin = gap.end() if gap is not None else sentence.end
        if begin < content.end and REFERS_BACK.match(page.text, begin, content.end) is None:
            yield sentence.end, begin
        sentence = sentence_at(page, begin)


_GAP = re.compile(r"\s*")
