"""Deeds that nobody has done: what a point of a text provides for, and what is only supposed.

The model takes "If X attacks Y, …" and "X agrees not to deploy troops" for what X does, since news tells deeds in the
same words.
"""

from __future__ import annotations

import re

from nonpaper.claims.page import Page
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span
from nonpaper.text.lists import ListBlock
from nonpaper.text.near import Near

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


def points_of(page: Page) -> Near:
    """Where the points of the texts stand that a report gives; linear in its lists."""
    return Near(item.span for block in page.lists if _is_of_points(block) for item in block.items)


def _is_of_points(block: ListBlock) -> bool:
    return sum(item.number is not None for item in block.items) >= _SEVERAL


def not_done(page: Page, claim: Claim, points: Near) -> str | None:
    """Why a deed of a party, as a claim of act "does" has it, is none; None where it may be one."""
    start = min(piece.start for piece in (*claim.source, *claim.cue, *claim.content))
    if claim.source and _IF.search(page.text, max(0, start - _REACH), start):
        return SUPPOSED
    return PROVIDED if points.overlapping(Span(start, start + 1)) else None
