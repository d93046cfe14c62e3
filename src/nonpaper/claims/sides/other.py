"""The other of two sides, where there are two alone: what one does for the enemy is for the other."""

from __future__ import annotations

from functools import lru_cache

from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.page import Page
from nonpaper.claims.sides.apart import blocs, go_betweens
from nonpaper.claims.sides.two import alone, opposite


def other_side(page: Page, party: str) -> str | None:
    """Who faces a party, where two alone face each other; None for who is neither, and where a third may be meant."""
    both = facing(page)
    if both is None or party not in both:
        return None
    return both[1] if party == both[0] else both[0]


@lru_cache(maxsize=4)  # asked term after term
def facing(page: Page) -> tuple[str, str] | None:
    """The two sides, where no third is named as often, or a state and the only movement of the report. Linear in the text."""
    both = alone(page) or opposite(page)
    if both is None:
        return None
    armed = {m.party for m in page.mentions if m.party and m.kind == "party" and is_movement(m.party)}
    return None if armed - blocs(page) - go_betweens(page) - set(both) else both
