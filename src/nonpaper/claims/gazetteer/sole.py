"""The only name in a report that acts as a state does and that nothing explains: the rival of a state that is plain.

"Kessara may keep its mill, and Sorv has pledged not to ask for more": a report names both sides. A capital acts too, but
something is told from there or of what is there; and where two names act, either may be one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.shapes import UPPER, WORD, words
from nonpaper.text.places import places

_ENOUGH = 1000
"""Characters of a report that would somewhere tell of what is in a city."""
_REACH = 250
"""Characters on either side of a name in which its sentence names a state."""


def sole(text: str, names: Iterable[str], of_party: Callable[[str], bool]) -> str | None:
    """Of `names`, which act, the only one, where it acts beside a plain state and nothing is ever in it. Linear."""
    acting = [name for name in names if _acts(text, name)] if len(text) > _ENOUGH else []
    if len(acting) != 1 or _is_place(text, acting[0]):
        return None
    name = acting[0]
    return name if any(_meets(text, at, name, of_party) for at in _acts(text, name)) else None


def _acts(text: str, name: str) -> list[int]:
    starts = places(text).written({name: None}.keys())
    return [
        at for at in starts if _deed().match(text, at + len(name)) and not _object().search(text, max(0, at - 12), at)
    ]


def _is_place(text: str, name: str) -> bool:
    starts = places(text).written({name: None}.keys())
    return any(_IN.search(text, max(0, at - 12), at) for at in starts)


def _meets(text: str, at: int, name: str, of_party: Callable[[str], bool]) -> bool:
    before = _END.split(text[max(0, at - _REACH) : at])[-1]
    after = _END.split(text[at + len(name) : at + _REACH])[0]
    return any(map(of_party, _NAME.findall(f"{before} | {after}")))


_END = re.compile(r"[.!?][”\"]?\s|\n\n")
_NAME = re.compile(rf"(?<![\w’'-]){WORD}")
_IN = re.compile(r"\b(?:in|from|at|near|outside|[Ii]nside)[ \n]\Z")


@cache
def _object() -> re.Pattern[str]:
    """Before a name that does not act itself: "talks with | Sorv would …", "Ana | Sorv said"."""
    return re.compile(rf"(?:\b(?:with|by|of|for|to|against|between)|[{UPPER}]\w*[’']?s?)[ \n]\Z")


@cache
def _deed() -> re.Pattern[str]:
    return re.compile(rf"[ \n](?:(?:has|had|also|now)[ \n])?{any_of(words()['state_acts'])}\b")
