"""Who is served under no name: "hand | the movement six ministries", "recognises the unity of | the republic", "| it keeps its radio station"."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.roles.beneficiary import BE_SERVED
from nonpaper.claims.provisions.roles.names import Names
from nonpaper.claims.sides import both_of, home_state, movement, side_of
from nonpaper.claims.who import parties_of
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

# Whom a verb gives something, under no name; time to do a thing in is no gift.
_GIVEN = re.compile(
    r"\b(?:gives?|grants?|hands?|pays?|advances?|lends?|offers?|promises?|awards?|guarantees?) "
    r"(?P<who>(?:the (?:movement|rebels?|group|guerrillas|insurgents|government|state|army)|each (?:fighter|guerrilla|rebel|insurgent)|it|them))(?= "
    r"(?!(?:\w+[ -])?(?:hours?|days?|weeks?|months?|years?)\b|\w+ (?:hours?|days?|weeks?|months?|years?) (?:to|in)\b)(?:an?|the|its|their|full|half|\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|twenty|[\w-]+ (?:million|billion))\b)",
    re.IGNORECASE,
)
_A_FIGHTER = re.compile(r"each ", re.IGNORECASE)
# A movement that recognises the state's unity recognises the state's.
_UNITY = re.compile(
    r"\b(?:recogni[sz]|acknowledg|accept|respect|affirm)\w*\s+(?:the\s+)?(?:[a-z]+\s+(?:and\s+)?){0,2}?(?:unity|integrity|sovereignty|authority|indivisibility)\s+of\s+the\s+(?:republic|state|country|kingdom|nation|federation)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\W*(?P<who>it|they)(?=\s)", re.IGNORECASE)
_NOT = re.compile(r"\b(?:no|not|never|neither|nobody)\b", re.IGNORECASE)


def served_unnamed(page: Page, term: Provision) -> Names:
    """Whom a term serves under no name; empty where the words may stand for another."""
    span = term.span
    unity = _UNITY.search(page.text, span.start, span.end)
    given = unity or _GIVEN.search(page.text, span.start, span.end)
    if given is not None:
        if _NOT.search(page.text, span.start, given.start()):
            return ()
        return _the_state(page, term.obligor) if given is unity else _given(page, Span(*given.span("who")))
    it = _IT.match(page.text, span.start, span.end)
    if it is None or term.obligor or not BE_SERVED.match(page.text, it.end(), span.end):
        return ()
    return _one(parties_of(page, Span(*it.span("who"))))


def _given(page: Page, who: Span) -> Names:
    """Who is meant by "the movement", "each fighter", "the state" or "it"."""
    if _A_FIGHTER.match(page.text, who.start):
        armed = movement(page)
        return (armed,) if armed else ()
    side = side_of(page, who)
    return (side,) if side else _one(both_of(page, who) or parties_of(page, who))


def _the_state(page: Page, bound: Names) -> Names:
    """The state against which a movement is bound."""
    state = home_state(page)
    return (state,) if state and state not in bound else ()


def _one(names: Names) -> Names:
    return names if len(names) == 1 else ()
