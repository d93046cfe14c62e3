"""Who holds the people that a term sets free."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.provisions.roles.names import Names
from nonpaper.claims.sides import sides
from nonpaper.model.span import Span

_FREED = re.compile(
    r"\b(?:release|freeing|liberation|free|releases|frees|return)\s+(?:of\s+)?(?:(?:all|the|some|\d[\d,]*|[a-z-]+)\s+){0,3}$",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\s+(?:prisoners|detainees|captives|hostages|soldiers|pilots|sailors|fishermen|civilians|troops)\b(?! from\b)",
    re.IGNORECASE,
)


def held_by(page: Page, term: Span, named: Sequence[Mention]) -> Names:
    """Who holds one side's people that are to be set free: the other."""
    both = sides(page) or ()
    for mention in named:
        freed = _FREED.search(page.text[term.start : mention.span.start]) and mention.kind == "adjective"
        if freed and mention.party in both and _PEOPLE.match(page.text, mention.span.end, term.end):
            return tuple(party for party in both if party != mention.party)
    return ()
