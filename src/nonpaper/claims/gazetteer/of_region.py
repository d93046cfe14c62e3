"""A movement that rules the breakaway region it is named after: "the Tarrunk Front" beside "Tarrunk" is one party, not two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from nonpaper.claims.gazetteer.load import Entry, is_form
from nonpaper.claims.gazetteer.shapes import WORD, never
from nonpaper.claims.gazetteer.shortened import short_of
from nonpaper.text.places import firsts, places

_LAND = r"(?:region|republic|territory|enclave|statelet|province|state)"
_SPLIT = r"(?:breakaway|secessionist|self-declared|separatist|unrecogni[sz]ed)"
_SPLITS = firsts(["breakaway", "secessionist", "self-declared", "separatist", "unrecognised", "unrecognized"])


def joined_to_region(text: str, new: Mapping[str, Entry]) -> dict[str, Entry]:
    """Forms of such movements with the region as their party, where the report names that more often. Linear."""
    split = frozenset(_split(text))
    found: dict[str, Entry] = {}
    for form, entry in new.items() if split else ():
        region, *rest = form.split()
        if len(rest) == 1 and entry.kind == "party" and region in split and _is_more(text, region, form):
            found[region] = Entry("party", region, region)
            found |= {f: Entry(e.kind, region, region) for f, e in new.items() if e.party == entry.party}
    return found


def _split(text: str) -> Iterator[str]:
    """Names that a report calls a region which broke away: "the breakaway region of X", "X, the breakaway region"."""
    if places(text).has(_SPLITS):
        names = (m["of"] or m["name"] for m in _called().finditer(text))
        yield from (name for name in names if name not in never() and not is_form(name))


@cache
def _called() -> re.Pattern[str]:
    return re.compile(
        rf"\b{_SPLIT}[ \n](?:[a-z-]+[ \n])?{_LAND}[ \n]of[ \n](?P<of>{WORD})"
        rf"|\b(?P<name>{WORD}),[ \n](?:the|an?)[ \n](?:[a-z-]+[ \n])?{_SPLIT}[ \n](?:[a-z-]+[ \n])?{_LAND}\b"
    )


def _is_more(text: str, region: str, form: str) -> bool:
    """Whether a region stands alone more often in a report than its movement, by whatever name."""
    short = short_of(form)
    if short is None:
        return False
    movements = len(re.findall(rf"\b(?:[Tt]he |{re.escape(region)} ){short}\b", text))
    return len(re.findall(rf"\b{re.escape(region)}\b(?![ \n]{short}\b)", text)) > movements
