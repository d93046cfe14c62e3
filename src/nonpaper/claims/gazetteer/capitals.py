"""Names that act as states but may be capitals: where two states are plain, a third that only speaks may be the seat of one of them.

"Orlow says it is ready to recall its ships" may tell of the state whose capital Orlow is. A wrong party is worse
than none, so such a name is no party of its own unless something shows that it has land, people or arms.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from functools import cache

from nonpaper.claims.gazetteer.acting import signs_of, surely
from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.shapes import words
from nonpaper.text.places import places

_TWO = 2
"""States that are plain: of one alone, another name is rather its rival than its capital."""
_SHOWN = frozenset({"sure", "joined"})
"""Beside a name, what no capital has: "neighbouring X"; a plain state joined to it by "and"."""
_OF_CAPITALS = frozenset({"embassy", "ambassador", "capital"})
_LAND = ("forces", "fighters", "border", "borders", "frontier", "frontiers", "territory", "coast", "soil", "people", "allies", "alliance", "constitution", "president", "farmers", "ports", "sovereignty", "security", "opposition", "voters", "exports", "citizens", "islanders")  # fmt: skip


def may_be_capitals(text: str, names: Iterable[str], plain: Set[str], papers: Set[str]) -> Iterator[str]:
    """Of `names`, which nothing but their acts explain, those that may be capitals beside the `plain` states. Linear.

    Beside one state, too, where a paper is named after them: `papers` are the first words of such names.
    """
    weak = [name for name in names if " " not in name]
    sure = frozenset(surely(text)) if weak else frozenset()
    open_ = [name for name in weak if not (name in sure or _sounds(name) or _shown(text, name, plain))]
    states = len(plain) + len(weak) - len(open_)
    yield from (name for name in open_ if states >= _TWO or (states and name in papers))


def _sounds(name: str) -> bool:
    return name.endswith(tuple(words()["country_endings"]))


def _shown(text: str, name: str, plain: Set[str]) -> bool:
    """Whether a name has what a city has not, or stands beside a plain state as its equal."""
    if any(sign in _SHOWN for sign, _ in signs_of(text, name, plain.__contains__)):
        return True
    starts = places(text).written({name: None}.keys())
    return any(_has_land().match(text, at + len(name)) for at in starts)


@cache
def _has_land() -> re.Pattern[str]:
    """What follows the name of a state: "X's border", "X would keep its army"; not "X says it would recall its army"."""
    rows = words()
    owned = any_of({*rows["owned"], *rows["owned_by_states"], *_LAND} - _OF_CAPITALS)
    return re.compile(
        rf"[’']s?[ \n](?:[a-z]+[ \n]){{0,2}}?(?:{owned})\b"
        rf"|[ \n](?:would|will|shall|must|may|is[ \n]to|has[ \n]to)[ \n](?:[a-z]+[ \n]){{1,3}}?its[ \n](?:[a-z]+[ \n])?(?:{owned})\b"
        r"|,[ \n](?:the|a)[ \n](?:region|country|state|republic|province|kingdom|island|islands)\b"
    )
