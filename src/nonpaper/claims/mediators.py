"""Whose word a mediator's is: a source that the report calls one, or that speaks for whoever mediates."""

from __future__ import annotations

import re
from functools import lru_cache

from nonpaper.claims.page import Page, mentions_in
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span, hull
from nonpaper.text.openings import openings
from nonpaper.text.places import places

_MEDIATING = re.compile(r"\b(?:mediat\w+|go-betweens?)\b", re.IGNORECASE)
_MEDIATES = openings(["mediat", "go-between"])
_BEFORE = re.compile(
    r"-$|(?:[’']s?)?,?\s+(?:(?:which|who|is|are|was|were|has|have|had|been|to|be|would|will|remains?|serves? as|acts? as|acting as|an?|the|envoys?|officials?|diplomats?|and)\s+){0,5}$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s+(?:by|from|led by|of)\s+(?:the\s+)?", re.IGNORECASE)
# Where the list of those who mediate ends: "mediators of the Zale Forum | have handed Kessara …".
_STOP = re.compile(
    r"[.;:\n]|\s(?:has|have|had|is|are|was|were|will|would|said|says|told|gave|met|in|at|on|to|between|with)\s"
)
_NEAR, _LIST = 40, 80
"""Characters before a word of mediation, and after its "by", in which it is said of a party."""


def mediates(page: Page, claim: Claim) -> bool:
    """Whether a claim is a mediator's: by its source's own words, or because its party mediates in this report."""
    source = hull(claim.resolved or claim.source) if claim.source else None
    if source is not None and _MEDIATING.search(source.quote(page.text)):
        return True
    return claim.party is not None and claim.party in mediators(page)


@lru_cache(maxsize=4)  # asked claim after claim
def mediators(page: Page) -> frozenset[str]:
    """The parties that the report calls mediators: "Soumara, which mediates", "mediated by Soumara and Tevis"."""
    text = page.text
    found: set[str] = set()
    for word in places(text).tried(_MEDIATING, _MEDIATES):
        before = mentions_in(page, Span(max(0, word.start() - _NEAR), word.start() + 1))
        if before and before[-1].party and _BEFORE.match(text, before[-1].span.end, word.start()):
            found.add(before[-1].party)
        after = _AFTER.match(text, word.end())
        stop = _STOP.search(text[word.end() : word.end() + _LIST]) if after else None
        end = word.end() + (stop.start() if stop else _LIST)
        if after:
            found.update(m.party for m in mentions_in(page, Span(after.start(), max(end, after.end()))) if m.party)
    return frozenset(found)
