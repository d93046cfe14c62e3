"""Terms of which one thing is not plain, and what settles it: plain terms of the text beside them, or a plain sight.

Where the model is only unsure whether words are a text's or somebody's wish, a plain term of the text in the same
sentence decides: of eleven such, in reports of all kinds, all eleven were the text's. Where no text is named near, the
model decides if it plainly sees a term of a text: of nine such, nine were.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from nonpaper.claims.doubt import doubted
from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.provisions.plainness import PLAINEST
from nonpaper.claims.provisions.reasons import NO_TEXT, UNLIKE
from nonpaper.claims.provisions.reserved import NO_TALKS, of_talks, thick_with_talks
from nonpaper.claims.terms import RawTerm
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span
from nonpaper.text.near import Near

SEEN_PLAINLY = 0.8
"""How sure a sight must be to stand for the text that is not named."""


SEVERAL, VERY_SURE, VERY_PLAIN = 3, 0.9, 0.98
"""How many sights of a text's terms, how sure and how plain, speak for a text in a report with few words of talks."""


def settled(page: Page, terms: Sequence[Provision], seen: Sequence[RawTerm], sights: Near) -> list[Provision]:
    """The terms, stated where what was not plain of them is settled, in a report that is about talks.

    `sights` is the grid over `seen`. O(n log n).
    """
    if not terms or not thick_with_talks(page):
        return list(terms)
    return _in_company(page, [_of_a_text(t, [seen[i] for i in sights.overlapping(t.span)]) for t in terms])


def of_news(page: Page, terms: Sequence[Provision], seen: Sequence[RawTerm]) -> list[Provision]:
    """The terms, unsure in a report with few words of talks or war but for what the model very plainly sees, if often."""
    if not terms or of_talks(page):
        return list(terms)
    plain = [s.span for s in seen if _very_plain(s)]
    spared = Near(plain if len(plain) >= SEVERAL else ())
    return [t if spared.overlapping(t.span) else doubted(t, NO_TALKS) for t in terms]


def _very_plain(sight: RawTerm) -> bool:
    return sight.presented_as == "draft" and sight.sure >= VERY_SURE and sight.presented_sure >= VERY_PLAIN


def _of_a_text(term: Provision, sights: Sequence[RawTerm]) -> Provision:
    """The term, stated where it waited only because no text is named near, and the model plainly sees one of a text."""
    plain = any(s.presented_as == "draft" and s.sure >= SEEN_PLAINLY and s.presented_sure >= PLAINEST for s in sights)
    return _stated(term) if plain and term.doubts == (NO_TEXT,) and term.presented_as == "draft" else term


def _in_company(page: Page, terms: Sequence[Provision]) -> list[Provision]:
    """The terms, stated where only their presentation was not plain and the sentence states another of the text."""
    plain = {sentence_at(page, t.span.start) for t in terms if not t.unsure and t.presented_as == "draft"} - {None}
    return [_stated(t) if _only_presented(page, t, plain) else t for t in terms]


def _only_presented(page: Page, term: Provision, plain: set[Span | None]) -> bool:
    only = term.doubts == (UNLIKE,) and term.presented_as == "draft"
    return only and sentence_at(page, term.span.start) in plain


def _stated(term: Provision) -> Provision:
    return replace(term, unsure=False, doubts=())
