"""Whose a stance is: the words that say so, whole, and where there are none those that its clause begins with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from nonpaper.claims.contents import innermost
from nonpaper.claims.page import Page, paragraph_at, sentence_at
from nonpaper.claims.sources.pieces import names_in, quoted_in
from nonpaper.claims.stances.cues import any_of
from nonpaper.claims.subjects import BODIES, subjects
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span, hull

_NOUN = re.compile(rf"\s+(?:[a-z][\w-]*\s+){{0,2}}?{BODIES}")
_NAME_GOES_ON = re.compile(r"(?: (?:[A-Z][\w-]{0,39})){1,6}")
_ENDS_NAMED = re.compile(r"(?:^|\s)[A-Z][\w-]+$")


@cache
def _article() -> re.Pattern[str]:
    return re.compile(any_of("holder", "articles"), re.IGNORECASE)


@cache
def _opens() -> re.Pattern[str]:
    """What may stand before a clause's subject, and a subject that names nobody."""
    joins, before, alone, owners, people = (any_of("holder", key) for key in _OPENING)
    return re.compile(
        rf"\W*(?:{joins},?\s+)?(?:{before}\s[^,.;:“”\"]{{2,40}}?,?\s+)?"
        rf"(?P<who>{alone}\b(?![’'])|{owners}\s+(?:[a-z][\w-]*\s+){{0,2}}?(?:{BODIES}|{people})|the\s+{BODIES})",
        re.IGNORECASE,
    )


_OPENING = ("joins", "before", "alone", "owners", "people")


def whole(page: Page, words: Span) -> Span:
    """The words as a whole phrase: to the ends of cut words and names, with the noun of an article that stands alone.

    >>> from nonpaper.claims.page import page_of
    >>> page = page_of("The army of Port Anse has left.")
    >>> whole(page, Span(0, 3)).quote(page.text), whole(page, Span(12, 14)).quote(page.text)
    ('The army', 'Port Anse')
    """
    start, end = words.start, words.end
    while start and _in_word(page.text, start - 1):
        start -= 1
    while end < len(page.text) and _in_word(page.text, end):
        end += 1
    if _article().fullmatch(page.text, start, end):
        names = names_in(page, Span(end + 1, end + 2)) if end + 2 <= len(page.text) else ()
        noun = _NOUN.match(page.text, end)
        end = names[0].span.end if names else noun.end() if noun else end
    over = [m.span for m in names_in(page, Span(start, end))]
    around = hull(tuple(sorted([*over, Span(start, end)])))
    more = _NAME_GOES_ON.match(page.text, around.end) if _ENDS_NAMED.search(around.quote(page.text)) else None
    return Span(around.start, more.end()) if more else around


def _in_word(text: str, at: int) -> bool:
    return text[at].isalnum()


def subject_of(page: Page, stance: Span) -> Span | None:
    """The words for whoever acts in a stance's clause, or who opens its sentence: "He", "its ministry", a party's name."""
    sentence = sentence_at(page, stance.start)
    if sentence is None or quoted_in(page, Span(stance.start, stance.start + 1)):
        return None
    for at in dict.fromkeys((stance.start, sentence.start)):
        opens = _opens().match(page.text, at, sentence.end)
        if opens is not None:
            return Span(*opens.span("who"))
        named = [s.mention for s in subjects(page, sentence) if s.mention is not None and at == s.start]
        if named and named[0] is not None:
            return named[0].span
    return None


@cache
def _first_person() -> re.Pattern[str]:
    return re.compile(rf"{any_of('holder', 'first_person')}\b", re.IGNORECASE)


def is_speaker(page: Page, words: Span) -> bool:
    """Whether the words are those of somebody who speaks of himself: "We", "our side"."""
    return _first_person().match(words.quote(page.text).strip()) is not None


def speaker_at(page: Page, at: int, claims: Sequence[Claim]) -> str | None:
    """The party of whoever speaks the quotation at `at`: the one its claim has, else the one speaker of its paragraph."""
    holding = (i for i, c in enumerate(claims) if c.source and any(p.start <= at < p.end for p in c.content))
    claim = innermost(claims, holding)
    if claim is not None:
        return claims[claim].party
    around = paragraph_at(page, at)
    if around is None or not quoted_in(page, Span(at, at + 1)):
        return None
    spoken = {c.party for c in claims if c.source and around.contains(hull(c.source))}
    return next(iter(spoken)) if len(spoken) == 1 else None
