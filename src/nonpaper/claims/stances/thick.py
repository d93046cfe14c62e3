"""Whether stances by themselves tell that a report is about talks."""

from __future__ import annotations

from collections.abc import Sequence

from nonpaper.claims.page import Page
from nonpaper.model.position import Position

SIDES, STANCES = 2, 1.1
"""Parties, and plain stances in 1,000 characters: of 21 articles of other news with a stance (PolNeAR), none has as many."""


def of_sides(page: Page, found: Sequence[Position]) -> bool:
    """Whether plain stances of two parties are as dense as words of talks are in a report of talks. Linear."""
    plain = [p for p in found if not p.unsure]
    return len({p.party for p in plain}) >= SIDES and 1000 * len(plain) >= STANCES * len(page.text)
