"""Hearsay without a source: "reportedly", "is said to"; and list items that a lead-in's content runs on over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from nonpaper.claims.cues import pattern, table
from nonpaper.claims.page import Page
from nonpaper.claims.sources.pieces import inside_any, sentence_of, trimmed
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span, hull


@cache
def _cues() -> re.Pattern[str]:
    rows = table("hearsay")
    return pattern((*rows["adverb"], *rows["passive"]))


def hearsay(page: Page, claims: Sequence[Claim]) -> Iterator[Claim]:
    """A claim for each hearsay word outside what others are quoted for; its content is the rest of its clause."""
    taken = [p for c in claims for p in (*c.content, *c.cue)]
    for match in _cues().finditer(page.text):
        cue = Span(match.start(), match.end())
        sentence = sentence_of(page, cue.start)
        if sentence is None or any(p.overlaps(cue) for p in taken) or inside_any(cue, page.quoted):
            continue
        rest = page.text[cue.end : sentence.end]
        content = trimmed(page.text, cue.end, cue.end + (_clause_end(rest)))
        if content is not None and " " in content.quote(page.text):
            yield Claim(source=(), cue=(cue,), content=(content,))


# A clause of its own: "…, he said", "…, but the ministry denied it".
_NEW_CLAUSE = re.compile(r"[,;]\s+(?:but|though|although|while|whereas|and\s+(?:he|she|it|they))\s|\s+[—–]\s+|;\s")


def _clause_end(rest: str) -> int:
    stop = _NEW_CLAUSE.search(rest)
    return stop.start() if stop else len(rest)


def over_lists(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """Claims whose content ends with a lead-in's colon, run on over the items of its list."""
    leads = [(b.lead, b.items[-1].span.end) for b in page.lists if b.lead is not None and b.items]
    return [_run_on(page, claim, leads) for claim in claims]


def _run_on(page: Page, claim: Claim, leads: Sequence[tuple[Span, int]]) -> Claim:
    if not claim.content:
        return claim
    start, end = hull(claim.content).start, hull(claim.content).end
    for lead, last in leads:
        ends_here = lead.start <= end - 1 < lead.end or lead.start <= start < lead.end
        colon = page.text[lead.start : lead.end].rstrip().endswith(":")
        if not (ends_here and colon) or page.text[end : lead.end].strip(" :\n.") or last <= end:
            continue
        tail = trimmed(page.text, claim.content[-1].start, last)
        if tail is not None:
            return replace(claim, content=(*claim.content[:-1], tail))
    return claim
