"""Parties that stand together at the head of a stance: "Arland, Borvia and Celt will …" is each one's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, mentions_in
from nonpaper.model.span import Span

REACH = 120
"""Characters from the start of a stance in which the parties stand that hold it together."""
_JOINS = re.compile(r"(?:,| and|, and) (?:the )?")
_DOES = re.compile(r"(?: (?:all|both|jointly|also|now|each|then|together))* (?:[a-z]+\b)")
_TWO = 2
KINDS = ("party", "metonym", "group")


def together(page: Page, stance: Span, holder: str) -> Iterator[tuple[str, Span]]:
    """Each other party that is named with the holder as who acts first in a stance, and the stance from its name on."""
    joined = heads(page, stance)
    if holder in [m.party for m in joined]:
        yield from ((m.party, Span(m.span.start, stance.end)) for m in joined if m.party and m.party != holder)


def heads(page: Page, stance: Span) -> list[Mention]:
    """The two or more parties that act together at the head of a stance; none where one alone does."""
    head = Span(stance.start, min(stance.end, stance.start + REACH))
    row = [m for m in mentions_in(page, head) if m.party and m.kind in KINDS]
    joined = row[:1] if row and row[0].span.start - stance.start <= len("the ") else []
    for last, mention in pairwise(row):
        if not joined or joined[-1] is not last or not _JOINS.fullmatch(page.text, last.span.end, mention.span.start):
            break
        joined.append(mention)
    alone = len(joined) < _TWO or not _DOES.match(page.text, joined[-1].span.end, stance.end)
    return [] if alone else joined
