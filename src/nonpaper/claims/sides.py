"""The one movement of a report, for which "the group" and "the rebels" stand in it."""

from __future__ import annotations

import re
from functools import lru_cache

from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.page import Page
from nonpaper.model.span import Span

_REBELS = re.compile(
    r"(?:the )?(?:rebels?|rebel (?:group|movement|army|alliance|coalition|leadership|side)|armed (?:group|movement)|group|movement|militia|militants|insurgents|insurgency|guerrillas|separatists)(?:[’']s?)?",
    re.IGNORECASE,
)


def side_of(page: Page, words: Span) -> str | None:
    """The one movement of the report, for "the rebels" or "the group"; None for other words and where it has two."""
    return movement(page) if _REBELS.fullmatch(words.quote(page.text).strip()) else None


@lru_cache(maxsize=4)  # asked source after source
def movement(page: Page) -> str | None:
    """The one movement that the report names; None where it names two, or none."""
    found = {m.party for m in page.mentions if m.party and m.kind == "party" and is_movement(m.party)}
    return next(iter(found)) if len(found) == 1 else None
