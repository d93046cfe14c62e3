"""Armed groups and alliances that a report calls so, and their bare initials: "the rebel FLX", "guerrillas of the Comando X (CX)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.shapes import UPPER, WORD, clean, words
from nonpaper.text.places import firsts, places

_INITIALS = r"[A-Z][A-Z0-9]{1,5}"
Named = tuple[str, str | None]
"""A name and its initials, if they are given too."""


@cache
def _firsts() -> frozenset[str]:
    rows = words()
    return firsts([*rows["fighting"], *rows["unions_of"]])


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    rows = words()
    fighting, unions = any_of(rows["fighting"]), any_of(rows["unions_of"])
    whole = rf"{WORD}(?:[ \n](?:(?:of|for|the|and|de|del|la|los|pour|du|des)[ \n])*{WORD}){{1,5}}"
    return (
        re.compile(rf"(?:{fighting})(?:[ \n]of[ \n]the|[ \n]from[ \n]the)?[ \n](?P<short>{_INITIALS})(?![\w.-]|[’']?s?[ \n][{UPPER}])"),
        re.compile(rf"(?:{fighting})[ \n](?:of|from)[ \n]the[ \n](?P<name>{whole})[ \n]\((?P<short>{_INITIALS})\)"),
        re.compile(rf"(?:{unions}),[ \n]the[ \n](?P<short>{_INITIALS})(?=[,.;:]|[ \n][a-z])"),
    )  # fmt: skip


def called_fighting(text: str) -> Iterator[Named]:
    """Names, with their initials, or initials alone, that a report calls an armed group's or a federation's. Linear."""
    seen = places(text)
    if not seen.has(_firsts()):
        return
    for pattern in _patterns():
        for m in seen.found(pattern, _firsts()):
            found = m.groupdict()
            yield clean(found.get("name") or m["short"]), m["short"]
