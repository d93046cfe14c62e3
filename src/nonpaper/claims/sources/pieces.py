"""Small sums over spans, shared by the rules of this folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from nonpaper.claims.attribution.records import Offsets
from nonpaper.claims.page import Page
from nonpaper.model.span import Pieces, Span, hull

_WORD = re.compile(r"\w+")


def spans(offsets: Offsets, text: str) -> Pieces:
    """Offsets as spans, without those that are empty or lie outside the text."""
    return tuple(Span(a, b) for a, b in offsets if 0 <= a < b <= len(text))


def quote(page: Page, pieces: Pieces) -> str:
    """The words of all pieces, with a blank between."""
    return " ".join(p.quote(page.text) for p in pieces)


def lower(page: Page, pieces: Pieces) -> str:
    """The words of all pieces in lower case with single blanks."""
    return " ".join(quote(page, pieces).casefold().split())


def sentence_of(page: Page, at: int) -> Span | None:
    """The sentence that holds position `at`, found by halving."""
    found = page.sentences
    low, high = 0, len(found)
    while low < high:
        middle = (low + high) // 2
        if found[middle].end <= at:
            low = middle + 1
        else:
            high = middle
    return found[low] if low < len(found) and found[low].start <= at else None


def sentence_around(page: Page, pieces: Pieces) -> Span | None:
    """The sentence where the pieces begin."""
    return sentence_of(page, min(p.start for p in pieces)) if pieces else None


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The interval without blanks and marks of punctuation at its ends; None where nothing is left."""
    while start < end and (text[start].isspace() or text[start] in ",;:–—-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-."):
        end -= 1
    return Span(start, end) if start < end else None


def inside_any(span: Span, pieces: Iterable[Span]) -> bool:
    """Whether `span` lies wholly in one of the pieces."""
    return any(p.contains(span) for p in pieces)


def share(inner: Pieces, outer: Pieces) -> float:
    """Which part of `inner`'s characters also lies in `outer`, 0..1."""
    total = sum(p.end - p.start for p in inner)
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in inner for b in outer)
    return common / total if total else 0.0


def start_of(claim_parts: Sequence[Pieces]) -> int:
    """Where the first of several parts begins."""
    return min(hull(p).start for p in claim_parts if p)
