"""Cities that stand for a state: capitals that the report explains, and seats of bodies that do not travel."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.datelines import own_capital
from nonpaper.claims.gazetteer.shapes import NAME, WORD, clean, never, words
from nonpaper.text.places import NONE, firsts, places

# A report calls a city a venue in these words; what an envoy's side says there makes it nobody's seat.
_VENUE = r"(?i:talks|round|meeting|summit|conference|negotiations|session|hotel|villa|met|meet|mediators?)"
_CAPITAL, _IN = frozenset({"capital"}), frozenset({"in", "the"})
CITY = rf"{WORD}(?:[ \n]{WORD})?"


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<cap>{CITY})(?:,|[ \n]is)[ \n](?:the[ \n])?capital[ \n]of[ \n](?:the[ \n])?(?P<of>{NAME})"
        rf"|\b(?P<cap4>{CITY}),[ \n](?:the[ \n])?(?P<adj4>{NAME})(?:[’']s)?[ \n]capital\b"
        rf"|\b(?P<of2>{NAME})[’']s[ \n](?:\w+[ \n])?capital,?[ \n](?:of[ \n])?(?P<cap2>{CITY})"
        rf"|\b(?P<adj>{WORD})[ \n]capital,?[ \n](?:of[ \n])?(?P<cap3>{CITY})"
    )


def called_capitals(text: str) -> frozenset[str]:
    """Cities of which a report says whose capital they are: none of them is a state. Linear in the text."""
    seen = places(text)
    named = seen.found(_capital(), NONE, named=True) if seen.has(_CAPITAL) else ()
    return frozenset(m["cap"] or m["cap4"] for m in named if m["cap"] or m["cap4"])


@cache
def _the_capital() -> re.Pattern[str]:
    return re.compile(rf"(?:in[ \n])?the[ \n]capital,[ \n]({CITY})")


_SENTENCE = 300  # characters before "the capital, X" in which its sentence names the state


@cache
def _bodies() -> frozenset[str]:
    return firsts(words()["seated"])


@cache
def _seat() -> re.Pattern[str]:
    bodies = any_of(words()["seated"])
    return re.compile(
        rf"\b[Ii]n[ \n](?P<city>{CITY}),?[ \n]the[ \n](?P<adj>{WORD}(?:[ \n]{WORD})?)[ \n](?:{bodies})\b"
        rf"|\b[Tt]he[ \n](?P<adj2>{WORD}(?:[ \n]{WORD})?)[ \n](?:{bodies})[ \n]in[ \n](?P<city2>{CITY})"
        rf"|\b(?P<of3>{WORD})[’']s[ \n](?:{bodies})[ \n]in[ \n](?P<city3>{CITY})"
    )


def seats(text: str, party: Callable[[str], str | None]) -> Iterator[tuple[str, str]]:
    """Cities with the party each stands for; `party` tells whom some words name."""
    seen = places(text)
    for m in seen.found(_capital(), NONE, named=True) if seen.has(_CAPITAL) else ():
        city, owner = m["cap"] or m["cap2"] or m["cap3"] or m["cap4"], m["of"] or m["of2"] or m["adj"] or m["adj4"]
        yield from _pair(city, party(clean(owner)))
    for m in seen.found(_the_capital(), _IN) if seen.has(_CAPITAL) else ():
        yield from _pair(m[1], party(re.split(r"[.!?\n]", text[max(0, m.start() - _SENTENCE) : m.start()])[-1]))
    yield from own_capital(text, party)
    seated = [*seen.found(_seat(), _IN, named=True)] if seen.has(_bodies()) else []
    venues = _venues(text) if seated else NONE
    for m in seated:
        city, owner = m["city"] or m["city2"] or m["city3"], m["adj"] or m["adj2"] or m["of3"]
        if city not in venues:
            yield from _pair(city, party(clean(owner)))


def _venues(text: str) -> frozenset[str]:
    return frozenset(m[1] for m in re.finditer(rf"\b{_VENUE}\b[^.;\n]{{0,20}}?\b(?:in|at)[ \n]({CITY})", text))


def _pair(city: str, owner: str | None) -> Iterator[tuple[str, str]]:
    parts = clean(city).split()
    name = " ".join(parts[1:] if parts[0] in never() else parts)  # "In Tavik, the capital of …"
    if owner is not None and name:
        yield name, owner
