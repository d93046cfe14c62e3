"""Bodies that rule and that a report names: "the junta, officially the Council for Renewal (CNR)", "the ruling X Council (XC)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nonpaper.claims.gazetteer.load import is_form
from nonpaper.claims.gazetteer.shapes import NAME, WORD, clean
from nonpaper.text.places import places

_TRIGGERS = frozenset({"junta", "ruling"})
_CALLED = r"(?:officially|formally|known(?:[ \n]officially)?[ \n]as|(?:which[ \n]calls|calling|styling)[ \n]itself|or)"


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    name = rf"(?P<name>{WORD}(?:[ \n](?:(?:of|for|the|and)[ \n])*{WORD}){{1,5}})(?:[ \n]\((?P<short>[A-Z]{{2,7}})\))?"
    return (
        re.compile(rf"junta,?[ \n]{_CALLED}[ \n](?:the[ \n])?{name}"),
        re.compile(rf"ruling[ \n](?:military[ \n])?{name}(?<=\))"),
        re.compile(rf"\b[Tt]he[ \n]{name},[ \n](?:the|a|an|as[ \n]the)[ \n](?:[a-z]+[ \n])?junta\b"),
    )


def juntas(text: str) -> Iterator[tuple[str, str | None, tuple[str, ...]]]:
    """Each such body with its initials, if any, and the words that stand for it too. Linear in the text."""
    seen = places(text)
    if not seen.has(_TRIGGERS):
        return
    also = tuple(_also(text))
    the = frozenset({"the"}) if "junta" in text else frozenset()
    for pattern, first in zip(_patterns(), (frozenset({"junta"}), frozenset({"ruling"}), the), strict=True):
        for m in seen.found(pattern, first):
            yield clean(m["name"]), m["short"], also


def _also(text: str) -> Iterator[str]:
    """The words "junta" and "X's junta", where X is no state that the gazetteer knows."""
    owned = re.findall(rf"\b({NAME})[’']s junta\b", text)
    if not any(map(is_form, owned)):
        yield from ("junta", *(f"{owner}'s junta" for owner in owned))
