"""Whose clause a content is that begins after its subject: "an official said Norvia | had agreed", "Norvia, he said, | has agreed"."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page, mentions_in, sentence_at
from nonpaper.claims.subjects import BODIES, KINDS
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span

REACH = 80
"""Characters before a content in which its subject stands."""
_VERB = re.compile(
    r"\W*(?:(?:also|already|now|again|still|never|\w+ly)\s+)*"
    r"(?:has|have|had|is|are|was|were|will|would|shall|could|can|cannot|did|does|do|must|may|might|\w+n[’']t|\w+ed)\b",
    re.IGNORECASE,
)
_REST = re.compile(rf"(?:(?:[’']s?)?\s+{BODIES})?(?:\s+(?:also|already|now|again|still|both|all|\w+ly))*[\s,]*")


def led_by(page: Page, claim: Claim, content: Span) -> str | None:
    """The party whose name stands before a content that begins with a verb, past the words of saying; None without one."""
    sentence = sentence_at(page, content.start)
    if sentence is None or not _VERB.match(page.text, content.start, content.end):
        return None
    at = _past_saying(page, claim, content.start)
    begin = max(sentence.start, at - REACH)
    named = mentions_in(page, Span(begin, at)) if begin < at else ()
    last = next((m for m in reversed(named) if m.party and m.kind in KINDS), None)
    return last.party if last is not None and _REST.fullmatch(page.text, last.span.end, at) else None


def _past_saying(page: Page, claim: Claim, at: int) -> int:
    """Back from a content past who says it and the words of saying, where these interrupt it."""
    pieces = {p.end: p.start for p in (*claim.source, *claim.cue)}
    begin = at
    for _ in range(len(pieces)):
        while begin and not page.text[begin - 1].isalnum():
            begin -= 1
        if begin not in pieces:
            return at
        begin = at = pieces[begin]
    return at
