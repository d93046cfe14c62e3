"""Origins: the outlets that a report credits for its account."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from nonpaper.claims.cues import pattern, table
from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.sources.carriers import own_outlet
from nonpaper.claims.sources.pieces import outlets_in, sentence_of
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span


@cache
def _credit() -> re.Pattern[str]:
    return pattern(table("carriers")["credit"])


def origins_of(page: Page, claims: Sequence[Claim]) -> tuple[str, ...]:
    """Outlets credited, in the order they are first named; never the report's own outlet, never persons."""
    outlets = [m for m in page.mentions if m.kind == "outlet"]
    carrying = {name for c in claims for name in c.via}
    sourced = {m.span for c in claims for p in c.source for m in outlets_in(page, p)}
    found = [
        m.name for m in outlets if not own_outlet(page, m.name) and (m.name in carrying or _credited(page, m, sourced))
    ]
    return tuple(dict.fromkeys(found))


def _credited(page: Page, outlet: Mention, sourced: Collection[Span]) -> bool:
    """Named as a source, in brackets, or in a sentence that credits."""
    if outlet.span in sourced:
        return True
    around = page.text[max(0, outlet.span.start - 1) : outlet.span.end + 1]
    sentence = sentence_of(page, outlet.span.start)
    return (around[:1] == "(" and around[-1:] == ")") or (
        sentence is not None and bool(_credit().search(sentence.quote(page.text)))
    )
