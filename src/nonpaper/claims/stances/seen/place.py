"""Where a stance that the model sees stands: the claim that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from nonpaper.claims.contents import innermost
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span, hull
from nonpaper.text.near import Near


def claim_of(claims: Sequence[Claim], contents: Near, span: Span) -> int | None:
    """The claim with the smallest content that holds the middle of the stance."""
    middle = (span.start + span.end) // 2
    place = Span(middle, middle + 1)
    near = (i for i in contents.overlapping(place) if claims[i].content)
    found = innermost(claims, near)
    return found if found is not None else _told_in(claims, span)


def _told_in(claims: Sequence[Claim], span: Span) -> int | None:
    """The one claim whose source and content a stance's words hold, where their middle lies in neither: "X said | no"."""
    held = [
        i
        for i, c in enumerate(claims)
        if c.source
        and c.content
        and span.overlaps(hull(c.source))
        and span.overlaps(hull(c.content))
        and c.inside is None
    ]
    return held[0] if len(held) == 1 else None
