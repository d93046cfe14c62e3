"""Who is meant by words for people: a party's men are the party's, and people who are no party are called as the report calls them."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page, parties_in
from nonpaper.claims.provisions.roles.names import Names
from nonpaper.claims.sides import both_of, movement, side_of
from nonpaper.model.span import Span

_ARMED = (
    r"(?:fighters|guerrillas|soldiers|officers|commanders|veterans|members|insurgents|militiamen|deserters|defectors)"
)
# Of these one asks whose they are: alone they name nobody.
_RELATIVE = r"(?:residents|inhabitants|members|citizens|voters|people|communities|provinces|districts|villages|towns|islands|workers|officers|soldiers|commanders|fighters|veterans|men)"
_PEOPLE = rf"(?:{_ARMED}|{_RELATIVE}|families|refugees|villagers|farmers|islanders|exiles|widows|orphans|victims|survivors|returnees|minorities|pensioners|traders|fishermen|herders|nomads|settlers|miners|households|clans|tribes|evacuees|the displaced|valleys)"
_COUNT = (
    r"(?:(?:up to|some|about|around|nearly|at least|at most|all|most|many|the first|another) )?"
    r"(?:(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|a hundred|a thousand|hundreds of|thousands of) )?"
)
_WORD = r"(?!(?:to|of|by|in|on|at|with|from|for|into|and|or|an?|its|their|his|her|no|not|any|both|each|every|either|neither|other|would|will|shall|must|may|can|could|is|are|be|was|were|get|gets|go|goes|give|gives|whether|how|when|that|while|where|which|who|whose|much|as|if|outside|than)\b)[\w-]+(?:[’']s)?"
WHO = rf"(?:{_COUNT})(?P<who>(?:the )?(?P<many>{_COUNT})(?:{_WORD} ){{0,3}}?{_PEOPLE}(?:,? and the {_PEOPLE}| of the [\w-]+)?)(?![\w-])"
"""Words for people, without how many they are: "up to 3,000 | former fighters", "the people of the hills"."""
_BARE = re.compile(rf"(?:the )?{_RELATIVE}", re.IGNORECASE)
_THE_MANY = re.compile(
    r"the (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?P<noun>[a-z]+s)", re.IGNORECASE
)
# Whose men need no name where one movement fights; those who fought once are no more its than their own.
_ITS_MEN = re.compile(
    r"(?:the )?(?:armed |ordinary |rebel |young )?(?:fighters|guerrillas|insurgents|militiamen|militants)",
    re.IGNORECASE,
)
_OF_A_NAME = re.compile(rf"(?:the )?(?P<name>[A-Z]\w+) {_ARMED}")
_THEIR_MEN = re.compile(rf"{_ARMED}\b", re.IGNORECASE)


def people_at(page: Page, who: Span) -> Names:
    """Whom words for people stand for: both sides, the party whose men they are, or themselves; empty where they name nobody."""
    sides = both_of(page, who) or _one(side_of(page, who))
    if sides:
        return sides
    said = who.quote(page.text)
    army = _OF_A_NAME.match(said)
    if army is not None and (movement(page) or "").split(" ")[-1] == army["name"]:
        return _one(movement(page))
    named = tuple(dict.fromkeys(m.party for m in parties_in(page, who) if m.party))
    if named and _THEIR_MEN.search(said):
        return named if len(named) == 1 else ()
    if _ITS_MEN.fullmatch(said):
        return _one(movement(page))
    again = _THE_MANY.fullmatch(said)
    if again is not None:
        return _one(_called_before(page, who.start, again["noun"]))
    return () if _BARE.fullmatch(said) else (as_within(said),)


def as_within(said: str) -> str:
    """Words as they stand within a sentence: "the wounded" for "The wounded"."""
    return "the " + said[4:] if said.startswith("The ") else said


def _called_before(page: Page, at: int, noun: str) -> str | None:
    """What "the four provinces" were called before: "the lake provinces", by the last word that tells which. Linear in the text before."""
    told = re.compile(rf"\b(?:the|[A-Z][\w-]+[’']s?) (?P<which>[a-z-]+ {re.escape(noun)})\b")
    named = [m["which"] for m in told.finditer(page.text, 0, at) if not _COUNTED.match(m["which"])]
    return named[-1] if named and len(set(named)) == 1 else None


_COUNTED = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|other|same|whole|remaining|last|first|new|old|own|former)\b"
)


def _one(name: str | None) -> Names:
    return (name,) if name is not None else ()
