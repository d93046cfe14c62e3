"""What claims hold of a text: where the content of each stands, and the innermost of those that hold a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nonpaper.model.claim import Claim
from nonpaper.model.span import Span, hull
from nonpaper.text.near import Near


def contents_of(claims: Sequence[Claim]) -> Near:
    """The stretch of each claim's content by the claim's index; a claim without content holds the first character."""
    return Near(hull(c.content) if c.content else Span(0, 1) for c in claims)


def innermost(claims: Sequence[Claim], which: Iterable[int]) -> int | None:
    """Of the claims with these indices, the one with the smallest content, the first of those of one size.

    >>> around, within = (Claim(source=(), cue=(), content=(Span(*ends),)) for ends in ((0, 90), (40, 60)))
    >>> innermost([around, within, within], [0, 2, 1]), innermost([around, within], [])
    (1, None)
    """
    return min(which, key=lambda i: (size(claims[i]), i), default=None)


def size(claim: Claim) -> int:
    """Characters from where a claim's content begins to where it ends; it must have one."""
    content = hull(claim.content)
    return content.end - content.start
