"""In what manner a claim is given: in whose words, in what mood, how likely it is called, how a document is known."""

from __future__ import annotations

import re
from functools import cache

from nonpaper.claims.cues import pattern, table
from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.sources.describe import has_seen
from nonpaper.claims.sources.pieces import joined, quote, quoted_in, share
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Access, Manner, Mood
from nonpaper.model.span import Pieces, Span, hull

WHOLE, NONE = 0.8, 0.02
"""Share of a content in quotation marks from which it is given word for word, and up to which it is not at all."""
_DOCUMENTS = frozenset({"document_seen", "leaked_full_text", "person_familiar", "unnamed_official"})


def manner(page: Page, claim: Claim) -> Manner:
    """Word for word, in the reporter's words, or in both."""
    inside = share(claim.content, quoted_in(page, hull(claim.content)))
    return "verbatim" if inside >= WHOLE else "mixed" if inside > NONE else "paraphrase"


def mood(page: Page, claim: Claim) -> Mood:
    """Conditional before future; plain where the content says neither."""
    said = quote(page, claim.content)
    moods: tuple[Mood, ...] = ("conditional", "future")
    return next((m for m in moods if _listed("mood", m).search(said)), "plain")


def likelihood(page: Page, claim: Claim) -> Pieces:
    """The words that say how probable the content is: in it, or in the cue ("called a deal unlikely")."""
    found = _listed("likelihood").finditer
    return tuple(
        Span(piece.start + m.start(), piece.start + m.end())
        for piece in joined(page, (*claim.cue, *claim.content))
        for m in found(piece.quote(page.text))
    )


def access(page: Page, claim: Claim) -> Access | None:
    """How the document is known that a claim rests on; None where its sentence does not say."""
    relays = claim.kind == "outlet_relay" and bool(claim.source) and has_seen(page, hull(claim.source))
    if claim.kind not in _DOCUMENTS and not relays:
        return None
    around = sentence_at(page, hull((*claim.source, *claim.cue, *claim.content)).start)
    if around is None:
        return None
    told = _without(page, around, claim.content)
    ways: tuple[Access, ...] = ("obtained", "seen", "described")
    return next((way for way in ways if _listed("access", way).search(told)), None)


def _without(page: Page, around: Span, pieces: Pieces) -> str:
    """A sentence but for some stretches of it."""
    out, at = [], around.start
    for piece in sorted(pieces):
        if around.overlaps(piece):
            out.append(page.text[at : max(at, piece.start)])
            at = min(max(at, piece.end), around.end)
    return " ".join([*out, page.text[at : around.end]])


@cache
def _listed(name: str, value: str = "") -> re.Pattern[str]:
    rows = [row for row in table("tone")[name] if not value or row[name] == value]
    return pattern(word for row in rows for word in row["words"])
