"""Who only speaks in an aside does nothing of what the sentence goes on with: "the army had, she said, | conceded the town"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from nonpaper.claims.page import Page
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span, hull

_FAR = 3
"""Characters between an aside and what goes on behind it: a comma, a quotation mark and a space."""
# "…, she said, calling it a trap": a participle is hers.
_HERS = re.compile(r"\w+ing\b")


def rejoined(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """The claims; what was taken for a second deed of who speaks in an aside goes on with the content. Linear in the claims."""
    asides = {hull(c.source): c for c in claims if _is_aside(page, c)}
    rest = [c for c in claims if c.source and _goes_on(page, c, asides)]
    added = {id(asides[hull(c.source)]): c for c in rest}
    gone = {id(c) for c in rest}
    return [_with(c, added.get(id(c))) for c in claims if id(c) not in gone]


def _is_aside(page: Page, claim: Claim) -> bool:
    """Whether a comma parts who speaks from content before it and closes the words of saying behind it."""
    if not (claim.source and claim.cue and claim.content):
        return False
    before, after = hull(claim.content).end, hull((*claim.source, *claim.cue)).end
    start = hull((*claim.source, *claim.cue)).start
    between = page.text[before:start] if before <= start <= before + _FAR else ""
    return between.strip() == "," and page.text.startswith(",", after)


def _goes_on(page: Page, claim: Claim, asides: dict[Span, Claim]) -> bool:
    """Whether a claim's cue begins right behind the aside in which its source speaks."""
    aside = asides.get(hull(claim.source))
    if aside is None or aside is claim or not claim.cue or not claim.content:
        return False
    if _HERS.match(page.text, claim.cue[0].start):
        return False
    end = hull((*aside.source, *aside.cue)).end
    return end < claim.cue[0].start <= end + _FAR and claim.content[0].start >= claim.cue[0].end


def _with(claim: Claim, rest: Claim | None) -> Claim:
    if rest is None:
        return claim
    return replace(claim, content=(*claim.content, hull((*rest.cue, *rest.content))))
