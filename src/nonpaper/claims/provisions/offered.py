"""What one side offers of its own and a report tells as if it were a text's: its initiative, its written offer.

"Norvia will present a peace initiative. It rests on four points: …": a proposal, and no term of a text that the sides
negotiate. A mediator's initiative is such a text; a side's draft, memorandum or counter-proposal may become one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from nonpaper.claims.mediators import mediators
from nonpaper.claims.page import Page, mentions_in, paragraph_at, sentence_at
from nonpaper.claims.provisions.reasons import NO_TEXT, UNLIKE, WANTED
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span
from nonpaper.text.near import Near

_KIND = r"(?:[\w-]+\s+){0,2}?(?:initiative|offer|counter-?offer|overture|vision|ideas|set of proposals|set of ideas)\b"
# "Norvia's envoys put a written offer on the table", "Norvia will present a peace initiative".
_PUT = re.compile(
    r"\b(?:puts?|putting|lays?|laid|tabled?|tables|presents?|presented|submits?|submitted|makes?|made|unveils?|unveiled|floats?|floated|outlines?|outlined|launch(?:es|ed)?|announces?|announced|renewed|sent|hand(?:s|ed) over|come forward with|came forward with)"
    rf"\s+(?:an?|its|their|his|her|the)\s+(?:own\s+)?{_KIND}(?!\s+of\s+talks)",
    re.IGNORECASE,
)
# "Norvia's written offer foresees …", "the government's peace initiative".
_OWN = re.compile(rf"(?:[’']s|(?<=s)[’'])\s+(?:own\s+|new\s+)?{_KIND}", re.IGNORECASE)
# Another text, of which what follows may be told.
_TEXT = re.compile(
    r"\b(?:the|this|that|a)\s+(?:[\w-]+\s+){0,2}?(?:drafts?|deal|agreement|accord|treaty|text|memorandum|protocol|document|compromise|counter-?proposal|paper|plan)\b",
    re.IGNORECASE,
)
_REACH = 200
"""Characters of its sentence before an offer in which whose it is stands."""
_LONGEST = 2000
"""Characters of a paragraph after an offer that may tell what is in it."""


def as_offered(page: Page, made: Provision) -> Provision:
    """A term as it is, or as a proposal where a side's own offer is told; that its text is not plain is then no doubt."""
    if made.presented_as not in ("draft", "proposal") or not _offers(page).overlapping(made.span):
        return made
    doubts = tuple(doubt for doubt in made.doubts if doubt not in (WANTED, NO_TEXT, UNLIKE))
    return replace(made, presented_as="proposal", draft=None, doubts=doubts, unsure=bool(doubts))


@lru_cache(maxsize=64)  # asked of each term of a page
def _offers(page: Page) -> Near:
    """Where what a side offers is told: behind its offer, to the next other text or the end of the paragraph. Linear."""
    return Near(_told(page))


def _told(page: Page) -> Iterator[Span]:
    for found in (m for pattern in (_PUT, _OWN) for m in pattern.finditer(page.text)):
        paragraph = paragraph_at(page, found.start())
        stop = min(paragraph.end, found.end() + _LONGEST) if paragraph else found.end()
        other = _TEXT.search(page.text, found.end(), stop)
        end = other.start() if other else stop
        if end > found.end() and _of_a_side(page, found):
            yield Span(found.end(), end)


def _of_a_side(page: Page, found: re.Match[str]) -> bool:
    """Whether a party that does not mediate stands before an offer in its sentence, or in its own words."""
    sentence = sentence_at(page, found.start())
    start = max(sentence.start if sentence else 0, found.start() - _REACH)
    named = [m.party for m in mentions_in(page, Span(start, found.end())) if m.party]
    return bool(named) and named[0] not in mediators(page)
