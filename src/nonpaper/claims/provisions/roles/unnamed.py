"""Who is bound or served under no name: "cleared by the army", "in the rebels' favour"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.roles.gifts import ARMS, GIVEN
from nonpaper.claims.provisions.roles.names import Names
from nonpaper.claims.sides import both_of, side_of
from nonpaper.model.span import Span

_WHO = "state|government|army|junta|rebels|guerrillas|group|movement|insurgents"
_TO_UNNAMED = re.compile(
    rf"(?:(?P<gets>{GIVEN}|\b(?:hand|return|transfer|cede|pay|deliver|give|restore|supply)s?\b[^.;,]{{0,60}}?\bto |\b(?:reserved|set aside|earmarked|allotted) for )|\bin favou?r of |\bin (?=the [a-z ]{{3,30}}[’']s? favou?r\b))"
    rf"(?P<who>the (?:central |federal )?(?:{_WHO}|alliance|front|coalition|league))\b",
    re.IGNORECASE,
)
_BY = re.compile(
    rf"\b(?:be|is|are)\s+(?:\w+ly\s+)?\w+(?:ed|en|aid|ilt|un|eld|ept)\s+by\s+(?P<who>the (?:central |federal )?(?:{_WHO}))\b(?![’'])",
    re.IGNORECASE,
)


def served_unnamed(page: Page, term: Span) -> Iterator[str]:
    """Whom words without a name serve: "in the rebels' favour", "pass to the state"."""
    for found in _TO_UNNAMED.finditer(page.text, term.start, term.end):
        if found["gets"] is None or not ARMS.search(page.text, term.start, found.start("who")):
            who = Span(*found.span("who"))
            side = side_of(page, who)
            yield from (side,) if side else both_of(page, who)


def agents_in(page: Page, term: Span) -> Names:
    """By whom without a name a thing is to be done: "would be cleared by the army"."""
    found = _BY.search(page.text, term.start, term.end)
    if found is None:
        return ()
    who = Span(*found.span("who"))
    side = side_of(page, who)
    return (side,) if side else both_of(page, who)
