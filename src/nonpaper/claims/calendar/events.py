"""Deadlines, meetings and votes ahead: one a sentence, with the words that say so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from nonpaper.claims.calendar.cues import begins, cue
from nonpaper.claims.calendar.dates import days_in, may_date
from nonpaper.claims.contents import contents_of
from nonpaper.claims.page import Page, found_in
from nonpaper.model.claim import Claim
from nonpaper.model.event import Event, EventKind, EventState
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span, hull
from nonpaper.text.near import Near

Day = tuple[Span, str | None]


def find_events(
    page: Page, claims: Sequence[Claim], provisions: Sequence[Provision], published: str | None
) -> tuple[Event, ...]:
    """Events in text order. A sentence that states a term of a text, or only supposes, gives none. Linear in the text."""
    day = _published(published)
    terms, contents = Near(p.span for p in provisions if not p.unsure), contents_of(claims)
    found = (_event(page, claims, contents, s, day) for s in page.sentences if not terms.overlapping(s))
    return tuple(event for event in found if event is not None)


def _published(stated: str | None) -> date | None:
    try:
        return date.fromisoformat((stated or "")[:10])
    except ValueError:
        return None


def _event(page: Page, claims: Sequence[Claim], contents: Near, sentence: Span, published: date | None) -> Event | None:
    said = sentence.quote(page.text)
    limit = found_in(page, sentence, cue("deadline", "say"), begins("deadline", "say")) is not None
    days = tuple(days_in(page.text, sentence, published)) if may_date(page, sentence) else ()
    if not (days or limit) or said.rstrip().endswith("?"):
        return None
    state = _state(said) if limit else "ahead"
    kind = _kind(page.text, sentence, days, limit and (bool(days) or state != "ahead"))
    if kind is None:
        return None
    when = _when(page.text, kind, days)
    return Event(
        kind=kind,
        span=sentence,
        when=when[0] if when else None,
        date=when[1] if when else None,
        state=state,
        claim=_claim(claims, contents, sentence),
    )


def _kind(text: str, sentence: Span, days: Sequence[Day], limit: bool) -> EventKind | None:
    """What kind of event a sentence tells of; `limit` where it calls it a deadline, dated or moved."""
    said = sentence.quote(text)
    if limit:
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
    """What became of a deadline."""
    return (
        "withdrawn"
        if cue("withdrawn", "say").search(said)
        else "moved"
        if cue("moved", "say").search(said)
        else "ahead"
    )


def _claim(claims: Sequence[Claim], contents: Near, sentence: Span) -> int | None:
    """The claim whose content has most of the sentence."""
    near = [i for i in contents.overlapping(sentence) if claims[i].content]
    return max(near, key=lambda i: (hull(claims[i].content).shared(sentence), -i), default=None)
