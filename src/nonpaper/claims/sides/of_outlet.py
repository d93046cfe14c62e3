"""The state whose own paper or station a report is of: the "Sorvian Radio" calls its foreign minister the foreign minister."""

from __future__ import annotations

import re
from functools import lru_cache

from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.peoples import adjectives
from nonpaper.claims.page import Page
from nonpaper.claims.sides.apart import blocs, go_betweens

_WORD = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=4)  # asked office after office
def outlets_state(page: Page) -> str | None:
    """The one state of the report whose name, or the word for its people, the outlet bears; None where it mediates."""
    called = frozenset(_WORD.findall(page.outlet or ""))
    apart = go_betweens(page) | blocs(page) if called else frozenset()
    states = {m.party for m in page.mentions if m.party and m.kind in ("party", "adjective")} - apart
    found = {s for s in states if not is_movement(s) and not called.isdisjoint((s, *adjectives(s)))}
    return next(iter(found)) if len(found) == 1 else None
