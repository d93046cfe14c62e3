"""Interviews: what a person goes on to say to the outlet that he spoke to."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from nonpaper.claims.page import Page, paragraph_at
from nonpaper.claims.sources.carriers import spoke_to
from nonpaper.claims.sources.kinds import INTERVIEWED
from nonpaper.claims.sources.pieces import lower
from nonpaper.model.claim import Claim
from nonpaper.model.span import Pieces, Span, hull

_PRONOUNS = frozenset({"he", "she", "they"})


def over_interviews(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Claims with the carrier of an interview for all that is said in it: "X told the Post that …. She added that …".

    It ends with the paragraph, and where the person speaks to nobody in particular under his name again.
    """
    out = list(claims)
    told: dict[Pieces, tuple[Span | None, tuple[str, ...]]] = {}
    for index in sorted((i for i, c in enumerate(out) if c.source), key=lambda i: hull(out[i].source)):
        claim = out[index]
        around = paragraph_at(page, hull(claim.source).start)
        person = claim.resolved or claim.source
        before = told.get(person)
        if not claim.via and before and before[0] == around and lower(page, claim.source) in _PRONOUNS:
            out[index] = replace(claim, via=before[1])
        elif claim.kind in INTERVIEWED and spoke_to(page, claim):
            told[person] = (around, claim.via)
        else:
            told.pop(person, None)
    return out
