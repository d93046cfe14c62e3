"""Hearsay without a source: "reportedly", "is said to"; and list items that a lead-in's content runs on over."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from nonpaper.claims.cues import pattern, table
from nonpaper.claims.page import Page
from nonpaper.claims.sources.pieces import quoted_in, sentence_of, trimmed
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span, hull


@cache
def _cues() -> re.Pattern[str]:
    rows = table("hearsay")
    return pattern((*rows["adverb"], *rows["passive"]))


def is_hearsay(cue: str) -> bool:
    """Whether a cue reports without a source."""
    return _cues().search(cue) is not None


def hearsay(page: Page, claims: Sequence[Claim]) -> Iterator[Claim]:
    """A claim for each hearsay word outside what others are quoted for; its content is the rest of its clause."""
    taken = _merged(p for c in claims for p in (*c.content, *c.cue))
    for match in _cues().finditer(page.text):
        cue = Span(match.start(), match.end())
        sentence = sentence_of(page, cue.start)
        if sentence is None or _touches(taken, cue) or quoted_in(page, cue):
            continue
        rest = page.text[cue.end : sentence.end]
        content = trimmed(page.text, cue.end, cue.end + clause_end(rest))
        if content is not None and " " in content.quote(page.text):
            yield Claim(source=(), cue=(cue,), content=(content,))


def _merged(pieces: Iterable[Span]) -> list[Span]:
    """Pieces in text order, those that touch made one."""
    merged: list[Span] = []
    for piece in sorted(pieces):
        if merged and piece.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(piece.end, merged[-1].end))
        else:
            merged.append(piece)
    return merged


def _touches(merged: Sequence[Span], span: Span) -> bool:
    last = bisect_left(merged, span.end, key=lambda p: p.start) - 1
    return last >= 0 and merged[last].end > span.start


# A clause of its own: "…, he said", "…, but the ministry denied it".
_NEW_CLAUSE = re.compile(r"[,;]\s+(?:but|though|although|while|whereas|and\s+(?:he|she|it|they))\s|\s+[—–]\s+|;\s")


def clause_end(rest: str) -> int:
    """Where the clause that opens `rest` ends; its length where it goes on to the end."""
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
        ends_here = lead.start <= start and lead.start < end <= lead.end
        colon = page.text[lead.start : lead.end].rstrip().endswith(":")
        if not (ends_here and colon) or page.text[end : lead.end].strip(" :\n.") or last <= end:
            continue
        tail = trimmed(page.text, claim.content[-1].start, last)
        if tail is not None:
            return replace(claim, content=(*claim.content[:-1], tail))
    return claim
