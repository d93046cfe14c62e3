"""What is nobody's statement: the writer's own words, and the terms on which a source spoke."""

from __future__ import annotations

import re
from functools import cache

from nonpaper.claims.cues import pattern, table
from nonpaper.claims.page import Page
from nonpaper.claims.sources.pieces import lower, quoted_in
from nonpaper.model.claim import Claim
from nonpaper.model.span import hull


def of_the_writer(page: Page, claim: Claim) -> bool:
    """Whether the writer ("we", "I") asks, or speaks of what he and the reader know, outside all quotations.

    The writer is no source of his own report; what he says of himself in other words is left as the model tags it.
    """
    if not claim.source or lower(page, claim.source).strip(" .,;:") not in table("nouns")["writer"]["words"]:
        return False
    asks = set(lower(page, claim.cue).split()) & set(table("nouns")["writer"]["cues"])
    return bool(asks) and claim.inside is None and not quoted_in(page, hull(claim.source))


@cache
def _terms() -> re.Pattern[str]:
    return pattern(table("nouns")["anonymity"]["words"])


def is_terms_of_talk(page: Page, claim: Claim) -> bool:
    """Whether the content only says that the source would not be named."""
    words = lower(page, tuple(sorted((*claim.cue, *claim.content))))
    return len(words) < _LONG and _terms().search(words) is not None


_LONG = 120  # characters: a longer content says something else too
