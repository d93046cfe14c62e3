"""Small sums over spans, shared by the rules of this folder."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache

from nonpaper.claims.attribution.records import Offsets
from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, edges
from nonpaper.model.span import Pieces, Span


def spans(offsets: Offsets, text: str) -> Pieces:
    """Offsets as spans, without those that are empty or lie outside the text."""
    return tuple(Span(a, b) for a, b in offsets if 0 <= a < b <= len(text))


def quote(page: Page, pieces: Pieces) -> str:
    """The words of all pieces, with a blank between."""
    return " ".join(p.quote(page.text) for p in pieces)


@lru_cache(maxsize=256)  # asked of the same words by rule after rule
def lower(page: Page, pieces: Pieces) -> str:
    """The words of all pieces in lower case with single blanks."""
    return " ".join(quote(page, pieces).casefold().split())


_REACH = 2_000  # characters: of a sentence that has no end, only so much around a place is looked at


def sentence_of(page: Page, at: int) -> Span | None:
    """The sentence that holds position `at`, found by halving; of an endless one the part around `at`."""
    last = bisect_right(edges(page).sentences, at) - 1
    return _around(page.sentences[last], at) if last >= 0 and at < page.sentences[last].end else None


def _around(sentence: Span, at: int) -> Span:
    if sentence.end - sentence.start <= 2 * _REACH:
        return sentence
    return Span(max(sentence.start, at - _REACH), min(sentence.end, at + _REACH))


def sentence_around(page: Page, pieces: Pieces) -> Span | None:
    """The sentence where the pieces begin."""
    return sentence_of(page, min(p.start for p in pieces)) if pieces else None


def names_in(page: Page, area: Span) -> tuple[Mention, ...]:
    """The names that touch `area`, found by halving."""
    at = edges(page)
    return page.mentions[bisect_right(at.mention_ends, area.start) : bisect_left(at.mentions, area.end)]


def outlets_in(page: Page, area: Span) -> tuple[Mention, ...]:
    """The outlets that `area` names."""
    return tuple(m for m in names_in(page, area) if m.kind == "outlet")


def quoted_in(page: Page, area: Span) -> tuple[Span, ...]:
    """The quotations that touch `area`."""
    at = edges(page)
    return page.quoted[bisect_right(at.quoted_ends, area.start) : bisect_left(at.quoted, area.end)]


def sentences_before(page: Page, at: int, count: int) -> tuple[Span, ...]:
    """The last `count` sentences that begin at or before `at`; of an endless one the part nearest to `at`."""
    last = bisect_right(edges(page).sentences, at)
    return tuple(_around(s, min(at, s.end - 1)) for s in page.sentences[max(0, last - count) : last])


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
    total = common = 0
    for a in inner:
        start, end = a.start, a.end
        total += end - start
        for b in outer:
            if b.start < end and start < b.end:
                common += (min(b.end, end)) - (max(b.start, start))
    return common / total if total else 0.0


def joined(page: Page, pieces: Pieces) -> Pieces:
    """Pieces that meet, or have only blanks between them, made one."""
    found: list[Span] = []
    for piece in sorted(pieces):
        if found and not page.text[found[-1].end : piece.start].strip():
            found[-1] = Span(found[-1].start, max(found[-1].end, piece.end))
        else:
            found.append(piece)
    return tuple(found)
