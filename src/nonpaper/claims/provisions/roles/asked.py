"""Who is bound by what answers a question: "What would Norvia give up? | The depots would be sealed"."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page, mentions_in, sentence_at, sentence_before
from nonpaper.claims.provisions.roles.names import Names
from nonpaper.claims.who import parties_of
from nonpaper.model.span import Span

_BACK = 6
"""Sentences before a term in which the question may stand that it answers."""
_GIVES_UP = re.compile(
    r"\W*(?:Q:\s*|And\s+|But\s+|So\s+)*what\s+(?:else\s+)?(?:would|will|must|does|do|has|have|is|are|should|did)\s+(?P<who>[^?,;]{2,60}?)\s+"
    r"(?:(?:(?:then\s+)?(?:have|need|promise|undertake|agree|pledge)\s+to\s+|to\s+)(?:do|give|offer|deliver|pay)|give up|give away|give in return|concede|surrender|promise|undertake|give|pay|offer in return)(?:\s+in (?:return|exchange))?(?:\s+(?:under|by|for|to) [^?]{2,40})?\s*\?",
    re.IGNORECASE,
)


def asked_of(page: Page, term: Span) -> Names:
    """The party of which the last question before a term asks what it is to do. O(log n)."""
    sentence = sentence_at(page, term.start)
    for _ in range(_BACK):
        sentence = sentence_before(page, sentence.start) if sentence else None
        if sentence is None or page.text[sentence.start : sentence.end].rstrip().endswith("?"):
            break
    asks = _GIVES_UP.match(page.text, sentence.start, sentence.end) if sentence else None
    who = parties_of(page, Span(*asks.span("who"))) if asks else ()
    return who if asks and len(who) == 1 and not _others(page, Span(asks.end(), term.start), who[0]) else ()


def _others(page: Page, between: Span, who: str) -> bool:
    """Whether a sentence of the answer opens with another party before it comes to the term."""
    named = mentions_in(page, between) if between.start < between.end else ()
    return any(
        m.party not in (None, who) and _OPENS.search(page.text[max(0, m.span.start - _NEAR) : m.span.start])
        for m in named
    )


_NEAR = 8
_OPENS = re.compile(r"[.!?:•\n“\"]\W*(?:[Tt]he\s+)?$")
"""What stands before a name that opens a sentence."""
