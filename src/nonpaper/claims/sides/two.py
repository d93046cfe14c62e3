"""The two parties to the talks of a report, where they are plain, and the one movement for which "the rebels" stand.

A wrong party is worse than none: two are taken for the sides where that is likelier than not (`weighed`), or where
nobody else is named that may be one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.shapes import never
from nonpaper.claims.page import Page
from nonpaper.claims.sides.apart import blocs, go_betweens
from nonpaper.claims.sides.joined import party_mentions
from nonpaper.claims.sides.weighed import likeliest
from nonpaper.model.span import Span

REBELS = r"(?:rebels?|rebel (?:group|movement|army|alliance|coalition|leadership|side)|armed (?:group|movement)|group|movement|militia|militants|insurgents|insurgency|guerrillas|separatists)"
"""Words for the movement of a report, whose name they do not give."""
_REBELS = re.compile(rf"(?:the )?{REBELS}(?:[’']s?)?", re.IGNORECASE)
# What a movement is called by the last word of its name: "the alliance", for the Three Rivers Alliance.
_LAST_NOUN = re.compile(
    r"[Tt]he (?P<noun>alliance|front|coalition|league|brigades?|council|column|legion|confederation|federation)(?:[’']s?)?"
)
_WAR_PARTY = r"(?:rebels?|rebel (?:group|movement|army|alliance|coalition|leadership|side)|guerrillas|insurgents|insurgency|separatists|armed (?:group|movement)|movement)"
_AND_REBELS = re.compile(
    rf"(?:[’']s?)?(?:\s(?:government|army|junta|military|troops|forces|envoys|delegation|authorities))?\s+and\s+(?:the\s+|its\s+)?{_WAR_PARTY}\b(?! of\b| in\b)"
)
_REBELS_AND = re.compile(
    rf"\b[Tt]he {_WAR_PARTY}\s+and\s+(?:the\s+)?(?:(?:government|army|junta|authorities)\s+(?:of|in)\s+(?:the\s+)?)?$"
)
_JOINED = 60
"""Characters before a name in which rebels may be joined to it."""
PLAIN = 0.5
"""Probability from which two are taken for the sides."""
_FEWEST = 2
"""Times each of two must be named that nothing but their number tells."""
_NAME = re.compile(r"[A-Z][\w-]+")
_WITHIN = re.compile(r"(?<=[a-z,] )([A-Z][a-z][\w-]+)")


def side_of(page: Page, words: Span) -> str | None:
    """The one movement of the report, for "the rebels" or "the group", and whose name ends so, for "the alliance"; None where two are."""
    said = words.quote(page.text).strip()
    noun = _LAST_NOUN.fullmatch(said)
    if noun is not None:
        ending = {party for name, party in _full_names(page) if name.endswith(noun["noun"])}
        if noun["noun"] == "council":  # "the European Council" is the Union's, and a town has one too
            ending = {party for party in ending if party.endswith("Council")}
        return next(iter(ending)) if len(ending) == 1 else None
    return movement(page) if _REBELS.fullmatch(said) else None


@lru_cache(maxsize=4)  # asked source after source
def _full_names(page: Page) -> tuple[tuple[str, str], ...]:
    """The words of each name of a party that has several, without capitals, with the party. Linear in the text."""
    named = {(m.span.quote(page.text), m.party) for m in page.mentions if m.party and m.kind in ("party", "group")}
    return tuple((name.casefold(), party) for name, party in sorted(named) if " " in name)


@lru_cache(maxsize=4)  # asked source after source
def movement(page: Page) -> str | None:
    """The movement among the sides, else the one that the report names and that is no bloc; None where it names two, or none."""
    facing, united = opposite(page), blocs(page)
    if facing is not None:
        return facing[1]
    named = {m.party for m in page.mentions if m.party and m.kind == "party" and is_movement(m.party)} - united
    return next(iter(named)) if len(named) == 1 else None


@lru_cache(maxsize=4)  # asked term after term
def sides(page: Page) -> tuple[str, str] | None:
    """The two parties to the talks, the first named first; None where they are not plain. Linear in the text."""
    return _by_signs(page) or _only_two(page) or _with_the_rebels(page)


def alone(page: Page) -> tuple[str, str] | None:
    """The sides where signs tell them, and no third party is named as often as either that does not mediate or host."""
    both = _by_signs(page)
    if both is None:
        return None
    times = _rivals(page)
    third = max((n for party, n in times.items() if party not in both), default=0)
    return both if third < min(times[party] for party in both) else None


def opposite(page: Page) -> tuple[str, str] | None:
    """The one state and the one movement that face each other; None where two states do, or the sides are not plain."""
    both = sides(page)
    armed = [party for party in both or () if is_movement(party)]
    if both is None or len(armed) != 1:
        return None
    return (both[0], both[1]) if both[1] == armed[0] else (both[1], both[0])


def one_state(page: Page) -> str | None:
    """The one state that faces the one movement, where no other state is named as often that does not mediate or host.

    Where the state itself acts, only others that act count: not one that lends soldiers or takes in exiles.
    """
    facing = opposite(page)
    if facing is None:
        return _only_state(page)
    times, acting = _rivals(page), _acting(page)
    others = {party: n for party, n in times.items() if party not in facing and not is_movement(party)}
    if facing[0] in acting:
        others = {party: n for party, n in others.items() if party in acting}
    if max(others.values(), default=0) >= times[facing[0]]:
        return None
    return None if facing[0] not in acting and not acting.isdisjoint(others) else facing[0]


def home_state(page: Page) -> str | None:
    """The state that faces the one movement, whoever else is named: whose ministers for what is done at home speak of it."""
    facing = opposite(page)
    return facing[0] if facing is not None else None


def _only_state(page: Page) -> str | None:
    """The only state that a report of one movement names beside go-betweens, where it has a government or does something."""
    times = _rivals(page)
    armed = [party for party in times if is_movement(party)]
    states = [party for party in times if not is_movement(party)]
    if len(armed) != 1 or len(states) != 1 or states[0] not in _acting(page) or _unknown(page) > _FEWEST:
        return None
    first = next(m.span.start for m in page.mentions if m.party == states[0])
    return states[0] if first < _LEAD else None


_LEAD = 400
"""Characters in which a report names the state that it is of."""


@lru_cache(maxsize=4)
def _acting(page: Page) -> frozenset[str]:
    """The parties that own or do something by their own name: not one of whose soldiers or place alone a report speaks."""
    return frozenset(m.party for m in party_mentions(page) if m.party and _does(page, m))


def _does(page: Page, name: Mention) -> bool:
    plain = name.kind in ("party", "metonym") and _DOES.match(page.text, name.span.end) is not None
    return plain or _ACTS.match(page.text, name.span.end) is not None


_ACTS = re.compile(
    r"(?:[’']s?)?\s+(?:(?:foreign|defen[cs]e|prime|chief|deputy|interior)\s+)?"
    r"(?:government|president|minist\w+|army|delegation|negotiators?|officials?|leaders?|side|spokes\w+|diplomats?|parliament)\b|[’']s?\s"
    r"|\s+(?:has|have|had|is|was|will|would|can|could|does|did|says?|said|wants?|insists?|demands?|refuses?|accepts?|rejects?|agrees?|offers?|[a-z]{3,}ed)\b"
)
_DOES = re.compile(r"\s+[a-z]{3,}s\b")  # after a people's word it is whom they have: "Norvian | soldiers"


@lru_cache(maxsize=4)
def _rivals(page: Page) -> Counter[str]:
    """How often each party is named that may be a side, in the order in which they are named first."""
    no_sides, both = go_betweens(page) | blocs(page), _by_signs(page) or ()
    return Counter(m.party for m in party_mentions(page) if m.party and (m.party not in no_sides or m.party in both))


@lru_cache(maxsize=4)
def _by_signs(page: Page) -> tuple[str, str] | None:
    best = likeliest(page)
    if best is None or best[1] < PLAIN:
        return None
    named = Counter(m.party for m in party_mentions(page) if m.party in best[0])
    return best[0] if _unknown(page) < max(named.values(), default=0) else None  # what nothing explains may be a side


def _only_two(page: Page) -> tuple[str, str] | None:
    """The only two that are named at all, each more than once, where no unknown name is as frequent."""
    times = _rivals(page)
    if len(times) != _FEWEST or min(times.values()) < _FEWEST or _unknown(page) >= min(times.values()):
        return None
    first, second = times
    return first, second


def _with_the_rebels(page: Page) -> tuple[str, str] | None:
    """The one party that is named beside "the rebels", and the one movement that they can be: "Kessara and the rebels have initialled"."""
    armed = {m.party for m in page.mentions if m.party and m.kind == "party" and is_movement(m.party)} - blocs(page)
    if len(armed) != 1:
        return None
    apart = go_betweens(page) | blocs(page) | armed
    beside = {party for party in _beside_rebels(page) if party not in apart}
    return (next(iter(beside)), next(iter(armed))) if len(beside) == 1 else None


def _beside_rebels(page: Page) -> Iterator[str]:
    """The parties joined to words for rebels, whatever is said of the two. Linear in the text."""
    for mention in party_mentions(page):
        if mention.party and (
            _AND_REBELS.match(page.text, mention.span.end)
            or _REBELS_AND.search(page.text, max(0, mention.span.start - _JOINED), mention.span.start)
        ):
            yield mention.party


@lru_cache(maxsize=4)
def _unknown(page: Page) -> int:
    """How often the most frequent capitalised word stands within sentences that is no part of a known name."""
    known = {word for m in page.mentions for word in _NAME.findall(m.span.quote(page.text) + " " + m.name)}
    found = Counter(m[1] for m in _WITHIN.finditer(page.text))
    return max((times for word, times in found.items() if word not in known and word not in never()), default=0)
