"""Where a report names the text under negotiation, and whether it does so near a term."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from nonpaper.claims.page import Page, paragraph_at
from nonpaper.claims.provisions.reserved import full_of_talks
from nonpaper.model.span import Span

# What a text under negotiation is called; wider words ("plan", "phase") are in every report.
_A_TEXT = re.compile(
    r"\b(?:drafts?|truces?|cease-?fires?|treat(?:y|ies)|accords?|agreements?|deals?|proposals?|memorand\w+|protocols?|roadmaps?|non-papers?|pacts?|compromises?"
    r"|settlements?|outlines?|declarations?|charters?|schemes?|packages?|communiqués?|formulas?|versions?|texts?|frameworks?|documents?|arrangements?|annex(?:es)?|clauses?|articles?|appendix|term sheets?|plans?|papers?|terms|points)\b",
    re.IGNORECASE,
)
NEAR, ABOVE = 2500, 3
"""Characters around a clause, and paragraphs above its own, in which the text must be named."""


@lru_cache(maxsize=64)  # asked of each deed on a page
def is_about_one(page: Page) -> bool:
    """Whether a report is full of talks and names a text anywhere."""
    return full_of_talks(page) and names_a_text(page)


@lru_cache(maxsize=64)
def names_a_text(page: Page) -> bool:
    """Whether a report names a text anywhere."""
    return _A_TEXT.search(page.text) is not None


def text_near(page: Page, term: Span) -> bool:
    """Whether a text is named in a term's paragraph or the three above it."""
    around = paragraph_at(page, term.start) or term
    at = bisect_left(page.paragraphs, around.start, key=lambda p: p.start)
    above = page.paragraphs[max(at - ABOVE, 0)].start if at else around.start
    return _A_TEXT.search(page.text, max(above, term.start - NEAR), min(around.end, term.end + NEAR)) is not None
