"""Demands and proposals in what a party is reported to say: the claim's own cue shows them, or a "must" in its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.cues import starts, words
from nonpaper.claims.provisions.frames import Frame
from nonpaper.model.claim import Claim
from nonpaper.model.codes import PresentedAs
from nonpaper.model.span import Span, hull

_MUST = re.compile(r"\b(?:must(?! not be confused)|has to be|have to be|needs? to be|should be)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:cannot|not|no) .{3,80}? (?:until|unless|before)\s+", re.IGNORECASE)
SPEAKS_FOR_NOBODY = frozenset({"analyst", "outlet_relay", "none", "document_seen", "leaked_full_text", "recording"})
THE_TEXT = frozenset({"document_seen", "leaked_full_text"})
_MOOD = re.compile(r"\b(?:would|shall|will|must|(?:is|are) to)\b", re.IGNORECASE)
_OTHER = re.compile(r"\b(?:(?:19|20)\d\d|earlier|previous|former|first|old)\b", re.IGNORECASE)
LONGEST = 240


def wanted(page: Page, claims: Sequence[Claim]) -> Iterator[Frame]:
    """A frame for each claim of a party that demands or proposes, or of the text itself; at most one a claim."""
    for claim in claims:
        if claim.unsure or claim.denied or not claim.content:
            continue
        if claim.kind in THE_TEXT:
            yield from _of_the_text(page, claim)
            continue
        if claim.party is None or claim.kind in SPEAKS_FOR_NOBODY:
            continue
        content = hull(claim.content)
        said = content.quote(page.text)
        if content.end - content.start > LONGEST or "?" in said or starts("not_a_term", "frame").search(said):
            continue
        found = _asked(page, claim, content)
        if found is not None:
            span, presented = found
            yield Frame(span=span, presented_as=presented, party=claim.party)


def _of_the_text(page: Page, claim: Claim) -> Iterator[Frame]:
    """What a document is quoted as saying, in a text's mood: "Disarmament would follow, the document says"."""
    content = hull(claim.content)
    said = content.quote(page.text)
    fits = (
        content.end - content.start <= LONGEST and _MOOD.search(said) and not starts("not_a_term", "after").search(said)
    )
    whose = " ".join(piece.quote(page.text) for piece in claim.source)
    if fits and not words("comparison", "say").search(whose) and not _OTHER.search(whose):
        yield Frame(span=content, presented_as="draft")


_PREPOSITION = re.compile(r"(?:on|for|that)\s+(?=\w)", re.IGNORECASE)


def _after_preposition(page: Page, content: Span) -> Span:
    """What is insisted "on" or asked "for", without that word."""
    opens = _PREPOSITION.match(page.text, content.start, content.end)
    return Span(opens.end(), content.end) if opens else content


def _asked(page: Page, claim: Claim, content: Span) -> tuple[Span, PresentedAs] | None:
    cue = " ".join(piece.quote(page.text) for piece in claim.cue)
    if words("party", "demand").search(cue):
        return _after_preposition(page, content), "demand"
    if words("party", "proposal").search(cue):
        return content, "proposal"
    said = content.quote(page.text)
    until = _UNTIL.search(said)
    if until:
        return Span(content.start + until.end(), content.end), "demand"
    return (content, "demand") if _MUST.search(said) else None
