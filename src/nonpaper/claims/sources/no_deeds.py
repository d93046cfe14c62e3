"""Deeds that nobody has done: what a point of a text provides for, and what is only supposed.

The model takes "If X attacks Y, …" and "X agrees not to deploy troops" for what X does, since news tells deeds in the
same words.
"""

from __future__ import annotations

import re

from nonpaper.claims.page import Page
from nonpaper.model.claim import Claim

PROVIDED = "a point of a text provides for it"
SUPPOSED = "it is only supposed"
NO_DEEDS = frozenset({PROVIDED, SUPPOSED})
_IF = re.compile(
    r"\b(?:if|unless|in case|should|(?:provided|providing|assuming|on (?:the )?condition|in the event)(?: that)?|(?:as|so) long as)\s+(?:the\s+|either\s+|both\s+|any\s+)?$",
    re.IGNORECASE,
)
_REACH = 40
_SEVERAL = 3
"""Numbered items from which a list is a text's points."""


def not_done(page: Page, claim: Claim) -> str | None:
    """Why a deed of a party, as a claim of act "does" has it, is none; None where it may be one. O(lists)."""
    start = min(piece.start for piece in (*claim.source, *claim.cue, *claim.content))
    if claim.source and _IF.search(page.text, max(0, start - _REACH), start):
        return SUPPOSED
    points = (
        item.span
        for block in page.lists
        if sum(item.number is not None for item in block.items) >= _SEVERAL
        for item in block.items
    )
    return PROVIDED if any(point.start <= start < point.end for point in points) else None
