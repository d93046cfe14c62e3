"""Whose own statement a report is: "Ministry of Foreign Affairs of …", "Office of the President of …"."""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer import party_of
from nonpaper.claims.page import Page

_BODY = re.compile(
    r"\b(?:ministry|office|government|president|cabinet|embassy|parliament|delegation|mission)\b", re.IGNORECASE
)


def publisher(page: Page) -> str | None:
    """The party whose own body issued the report; None for a news outlet, or where it names no party or several."""
    if not page.outlet or not _BODY.search(page.outlet):
        return None
    named = {m.party for m in page.mentions if m.party and m.kind == "party" and m.span.quote(page.text) in page.outlet}
    return next(iter(named)) if len(named) == 1 else party_of(page.outlet)
