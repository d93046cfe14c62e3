"""Whose an office is that stands without its state in a paragraph, or under a heading, that is about one party alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, lru_cache

from nonpaper.claims.cues import table
from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.offices import another_near, is_of_a_state, unknown_acts
from nonpaper.claims.page import Page, mentions_in, paragraph_at
from nonpaper.claims.sides import sides
from nonpaper.model.span import Span

_HEADING = 60
"""Characters of a heading at most."""
_SECTION = 4
"""Paragraphs above in which a heading is looked for."""
_FIRST, _STRETCH = 5, 500
"""Words at the head of a paragraph that may name whom it is about, and characters from there in which it still is."""
_NAMES = ("party", "metonym", "adjective")
_WORD = re.compile(r"[^\W\d_]+")


def of_paragraph(page: Page, words: str, at: int) -> str | None:
    """The state among the sides that opens the paragraph and is alone named in it before an office at `at`."""
    around = paragraph_at(page, at)
    if around is None or at - around.start > _STRETCH or not is_of_a_state(page, words, at):
        return None
    state = _alone(page, Span(around.start, at)) if around.start < at else None
    both = sides(page)
    return state if (both is None or state in both) and not is_movement(state or "") else None


def of_section(page: Page, words: str, at: int) -> str | None:
    """The state for which the heading above stands, where no other was spoken of just before: "WHAT KESSARA SAYS"."""
    if not is_of_a_state(page, words, at):
        return None
    state = heading_before(page, at)
    return state if state is not None and not is_movement(state) and not another_near(page, at, state) else None


def of_paragraph_before(page: Page, at: int) -> str | None:
    """Whom the paragraph before is about, for "its envoy" at the head of one: the only one named in it, at its head."""
    which = bisect_right(page.paragraphs, at, key=lambda p: p.start) - 1
    opens = which > 1 and at - page.paragraphs[which].start < _FIRST
    return _alone(page, page.paragraphs[which - 1]) if opens else None


def heading_before(page: Page, at: int) -> str | None:
    """The party for which the nearest heading above stands; None where it names none, several, or says more than that."""
    which = bisect_right(page.paragraphs, at, key=lambda p: p.start) - 2
    for above in page.paragraphs[max(which - _SECTION + 1, 1) : which + 1][::-1]:  # the first paragraph is the headline
        if above.end - above.start <= _HEADING and page.text[above.end - 1] not in ".”\"’'":
            return _stands_for(page, above)
    return None


def _stands_for(page: Page, heading: Span) -> str | None:
    """The one party that a heading names, with its capitals or in capitals throughout, where its other words are plain."""
    said = heading.quote(page.text)
    named = {m.party: m.span.quote(page.text) for m in mentions_in(page, heading) if m.party}
    if not named and said.isupper():
        named = {party: form for form, party in _in_capitals(page).items() if re.search(rf"(?<!\w){form}(?!\w)", said)}
    if len(named) != 1:
        return None
    ((party, form),) = named.items()
    plain = all(word.casefold() in _plain() for word in _WORD.findall(said.replace(form, " ")))
    return party if plain else None


@lru_cache(maxsize=4)
def _in_capitals(page: Page) -> dict[str, str]:
    """The names of parties in capitals, escaped for a pattern, each with its party. Linear in the names."""
    return {re.escape(m.span.quote(page.text).upper()): m.party for m in page.mentions if m.party and m.kind in _NAMES}


def _alone(page: Page, stretch: Span) -> str | None:
    """The one party that a stretch names, among its first words; what is a third's ("the Osterland plan") names nobody."""
    both = sides(page) or ()
    named = [m for m in mentions_in(page, stretch) if m.party and (m.party in both or m.kind != "adjective")]
    if not named or len({m.party for m in named}) > 1 or unknown_acts(page, stretch):
        return None
    first = page.text[stretch.start : named[0].span.start].split()
    return named[0].party if len(first) < _FIRST else None


@cache
def _plain() -> frozenset[str]:
    return frozenset(table("offices")["headings"])
