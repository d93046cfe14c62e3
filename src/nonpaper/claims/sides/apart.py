"""Who is hardly a side of the talks by its own name or by what is said of it: mediators, hosts, guarantors; blocs."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.bracketed import table_of_states
from nonpaper.claims.gazetteer.load import table
from nonpaper.claims.mediators import mediators
from nonpaper.claims.page import Page
from nonpaper.claims.sides.words import any_of, cased

_BEFORE, _AFTER = 80, 50
"""Characters around a name in which it is said to be no side."""
_FULL_NAME = re.compile(r"((?:[A-Z][\w’'-]+ (?:(?:of|for|the) ){0,2}){2,7})\($")


@lru_cache(maxsize=4)  # asked for the signs of the sides, and for their rivals
def go_betweens(page: Page) -> frozenset[str]:
    """Those that the report says mediate, host, pay or vouch. Linear in the text."""
    out = set(mediators(page))
    for mention in page.mentions:
        if mention.party and mention.party not in out and _goes_between(*_around(page.text, mention)):
            out.add(mention.party)
    return frozenset(out)


@lru_cache(maxsize=4)
def blocs(page: Page) -> frozenset[str]:
    """Those that are blocs: known as one, or by their names. Linear in the text."""
    return frozenset(m.party for m in page.mentions if m.party and _is_bloc(m, *_around(page.text, m)))


def _around(text: str, mention: Mention) -> tuple[str, str]:
    start, end = mention.span.start, mention.span.end
    return text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]


def _goes_between(before: str, after: str) -> bool:
    return _led_after().match(after) is not None or _led_before().search(before) is not None


def _is_bloc(mention: Mention, before: str, after: str) -> bool:
    """Whether a party is a known bloc, or bears a bloc's name; a state that is known never is."""
    if mention.party in table_of_states():
        return False
    names = (mention.name, mention.party or "")
    return mention.party in _known() or any(map(_bloc_name, names)) or _full_name_is_bloc(before, after, mention)


def _full_name_is_bloc(before: str, after: str, mention: Mention) -> bool:
    """Whether initials stand in brackets after a bloc's name: "the Economic Union of Coastal States (EUCS)"."""
    found = _FULL_NAME.search(before)
    return found is not None and after[:1] == ")" and mention.name.isupper() and _bloc_name(found[1].strip())


def _bloc_name(name: str) -> bool:
    """Whether a name of several words has a bloc's noun and no word of a people's movement."""
    return " " in name and cased("blocs").search(name) is not None and cased("of_a_people").search(name) is None


@cache
def _known() -> frozenset[str]:
    return frozenset(table("groups")["group"])


@cache
def _led_after() -> re.Pattern[str]:
    return re.compile(
        rf"-{any_of('compound')}\b|(?:[’']s?)?,?\s+(?:which |who |is |are |was |has |have |been |the |an? |its |as |acts? )*{any_of('apart_after')}\b",
        re.IGNORECASE,
    )


@cache
def _led_before() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of('apart_before')}\s+(?:jointly\s+)?by\s+(?:the\s+)?$|\bguarantors?,?\s+(?:the\s+)?$", re.IGNORECASE
    )
