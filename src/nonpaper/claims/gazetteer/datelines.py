"""The city that a report is written from: no state, and its own state's capital where it acts as one: "TOVA (Wire) - Sorvia's cabinet …"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.runs import capitalised
from nonpaper.claims.gazetteer.shapes import NAME, UPPER, clean, words

_DATELINE = re.compile(
    rf"(?m)^(?P<city>[{UPPER}][{UPPER}’' -]{{2,40}}?)(?:, [\w. ]{{3,25}})?(?: \([^)\n]{{2,40}}\))? ?(?:[-–—]{{1,2}}|\.) ?(?=\S)"
)
_LEDE = re.compile(rf"(?:The )?(?P<of>{NAME})")
_REACH = 400  # characters in which a dateline stands, below a headline


@lru_cache(maxsize=1)
def dateline(text: str) -> tuple[str, int] | None:
    """The city of a dateline as the report writes it elsewhere, and where the lede begins; None where there is none."""
    found = _DATELINE.search(text, 0, _REACH)
    if found is None:
        return None
    city = next((name for name in capitalised(text) if name.upper() == found["city"] and name != found["city"]), None)
    return (city, found.end()) if city is not None else None


def own_capital(text: str, party: Callable[[str], str | None]) -> Iterator[tuple[str, str]]:
    """The dateline's city with the state whose deed the lede tells, where the city itself is said to do something."""
    line = dateline(text)
    lede = _LEDE.match(text, line[1]) if line else None
    if line is None or lede is None or not _acts(line[0]).search(text):
        return
    owner = party(clean(lede["of"]))
    if owner is not None:
        yield line[0], owner


def _acts(city: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\bin )(?<!\bIn )(?<!\w){re.escape(city)}[ \n]{_deeds()}")


@cache
def _deeds() -> str:
    return rf"(?:(?:has|had|also|now)[ \n])?{any_of(words()['state_acts'])}\b"
