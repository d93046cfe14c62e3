"""The words that show a stance: which stretch of a content, from whom on, and one stretch for each object."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.provisions.split import terms_in
from nonpaper.claims.stances.cues import first
from nonpaper.claims.stances.objects import object_of
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance
from nonpaper.model.span import Span, hull

_TWO = re.compile(r"\s+(?:or|while(?: simultaneously)?|and)\s+(?=\w+ing\b)", re.IGNORECASE)
_SPLIT: frozenset[Stance] = frozenset({"red_line", "rejects", "criticises"})
_ANOTHERS = re.compile(r";[ \n][A-Z][\w’'-]+[ \n](?:would|will|could|has|had|wants|wanted|offers|offered|says|said)\b")
NEAR = 40
"""Characters between two pieces of a content that are still shown as one, and before a verb in which it is taken back."""
AHEAD, TERSE = 40, 25
"""Characters of a source up to which it is quoted with what it says, unless it is longer than that; and of words too few to be quoted alone."""
REACH = 160
"""Characters between a source and what it says within which both are quoted together."""


def content_of(text: str, claim: Claim) -> Span:
    """The stretch of the content that shows a stance: pieces far apart are never shown as one quotation."""
    runs: list[Span] = []
    for piece in sorted(claim.content):
        if runs and piece.start - runs[-1].end <= NEAR:
            runs[-1] = hull((runs[-1], piece))
        else:
            runs.append(piece)
    if len(runs) == 1:
        return runs[0]
    return next((r for r in runs if first("said", r.quote(text))), max(runs, key=lambda r: r.end - r.start))


def from_source(claim: Claim, content: Span) -> Span:
    """From whichever of source, cue and content comes first to whichever ends last, if that is one stretch."""
    near = [p for p in (*claim.source, *claim.cue) if abs(p.start - content.start) <= REACH]
    whole, told = hull(tuple(sorted((*near, content)))), hull(tuple(sorted((*_cues(claim, content), content))))
    ahead, length = told.start - whole.start, told.end - told.start
    return whole if length <= TERSE or ahead <= max(AHEAD, length) else told


def _cues(claim: Claim, content: Span) -> tuple[Span, ...]:
    return tuple(p for p in claim.cue if abs(p.start - content.start) <= REACH)


def parts(text: str, span: Span, content: Span, stance: Stance) -> tuple[Span, ...]:
    """The objects of one stance, each with its own words."""
    if stance == "demands":
        return _list(text, span, content)
    if stance == "reserves":
        return _pair(text, span, content)
    found = _TWO.search(text, content.start, content.end) if stance in _SPLIT else None
    if found is None or object_of(text[found.end() : span.end]) in (None, "plan", "process"):
        return (span,)
    return Span(span.start, found.start()), Span(found.end(), span.end)


def _list(text: str, span: Span, content: Span) -> tuple[Span, ...]:
    """What is demanded, item by item; the first with the words that demand it. "…; Sarn would not" is Sarn's own."""
    found = terms_in(text, content)
    items: Sequence[Span] = [
        i for i in found if i == found[0] or not _ANOTHERS.match(text, max(0, i.start - len("; ")), i.end)
    ]
    items = _asked(text, items, content)
    if len(items) < 2 or ":" in text[content.start : content.end + 1]:
        return (span if len(items) != 1 or items[0] == found[0] else items[0],)
    begin = min(span.start, items[0].start) if items[0] == found[0] else items[0].start
    return Span(begin, items[0].end), *items[1:]


def _asked(text: str, items: Sequence[Span], content: Span) -> Sequence[Span]:
    """The items without those that stand before the words of demanding: "that talks go on and that Sarn | must leave"."""
    shown = first("said", content.quote(text))
    after = [i for i in items if shown is None or i.end > content.start + shown[1].start()]
    return after or items


def _pair(text: str, span: Span, content: Span) -> tuple[Span, ...]:
    """Two topics left open in one breath: "no consensus on A and on B", "A and B remain sensitive"."""
    joint = re.search(r"\s+and\s+", text[content.start : content.end])
    cue = first("said", content.quote(text))
    if joint is None or cue is None:
        return (span,)
    left, right = content.start + joint.start(), content.start + joint.end()
    names = {object_of(text[content.start : left]), object_of(text[right : content.end])}
    if len(names) < 2 or names & {None, "plan", "process"}:
        return (span,)
    whole_first = cue[1].end() > joint.end()
    return (span if whole_first else Span(span.start, left)), Span(right, content.end)
