"""Deadlines, meetings and votes ahead: one a sentence, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from nonpaper.claims.calendar.cues import cue
from nonpaper.claims.calendar.dates import days_in
from nonpaper.claims.page import Page
from nonpaper.model.claim import Claim
from nonpaper.model.event import Event, EventKind, EventState
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span, hull

Day = tuple[Span, str | None]


def find_events(
    page: Page, claims: Sequence[Claim], provisions: Sequence[Provision], published: str | None
) -> tuple[Event, ...]:
    """Events in text order. A sentence that states a term of a text, or only supposes, gives none. Linear in the text."""
    day = _published(published)
    found = (_event(page, claims, sentence, day) for sentence in page.sentences if not _is_term(sentence, provisions))
    return tuple(event for event in found if event is not None)


def _published(stated: str | None) -> date | None:
    try:
        return date.fromisoformat((stated or "")[:10])
    except ValueError:
        return None


def _is_term(sentence: Span, provisions: Sequence[Provision]) -> bool:
    return any(p.span.overlaps(sentence) for p in provisions if not p.unsure)


def _event(page: Page, claims: Sequence[Claim], sentence: Span, published: date | None) -> Event | None:
    said = sentence.quote(page.text)
    days = tuple(days_in(page.text, sentence, published))
    state = _state(said)
    kind = _kind(page.text, sentence, days, state)
    if kind is None or said.rstrip().endswith("?"):
        return None
    when = _when(page.text, kind, days)
    return Event(
        kind=kind,
        span=sentence,
        when=when[0] if when else None,
        date=when[1] if when else None,
        state=state,
        claim=_claim(claims, sentence),
    )


def _kind(text: str, sentence: Span, days: Sequence[Day], state: EventState) -> EventKind | None:
    said = sentence.quote(text)
    if cue("deadline", "say").search(said) and (days or state != "ahead"):
        return "deadline"
    if any(_limits(text, day) for day in days) and cue("deadline", "asks").search(said):
        return "deadline"
    if not days or cue("ahead", "never").search(said):
        return None
    planned = cue("meeting", "planned").search(said)
    if planned or _follows(said, "meeting"):
        return "meeting"
    return "vote" if _follows(said, "vote") else None


def _follows(said: str, kind: str) -> bool:
    """Whether a word for what is ahead is followed, within a few words, by the kind's own."""
    return any(cue(kind, "say").search(said[m.end() : m.end() + 60]) for m in cue("ahead", "say").finditer(said))


def _limits(text: str, day: Day) -> bool:
    before = text[max(0, day[0].start - 30) : day[0].start]
    return re.search(cue("deadline", "by").pattern + r"\s+(?:the\s+)?$", before, re.IGNORECASE) is not None


def _when(text: str, kind: EventKind, days: Sequence[Day]) -> Day | None:
    """The day of a deadline is the one it limits; else the last that is named, since reports date themselves first."""
    if not days:
        return None
    limiting = [d for d in days if _limits(text, d)]
    return limiting[0] if kind == "deadline" and limiting else days[-1]


def _state(said: str) -> EventState:
    if not cue("deadline", "say").search(said):
        return "ahead"
    return (
        "withdrawn"
        if cue("withdrawn", "say").search(said)
        else "moved"
        if cue("moved", "say").search(said)
        else "ahead"
    )


def _claim(claims: Sequence[Claim], sentence: Span) -> int | None:
    """The claim whose content has most of the sentence."""
    best = [
        (min(h.end, sentence.end) - max(h.start, sentence.start), -i)
        for i, c in enumerate(claims)
        if c.content and (h := hull(c.content)).overlaps(sentence)
    ]
    return -max(best)[1] if best else None
