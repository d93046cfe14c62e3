"""A working text as frozen data that all three writers render: marks, quotes with attribution, notes, sources."""

from __future__ import annotations

from datetime import datetime

import msgspec

from nonpaper.drafts.working import Alternative, Footnote, Held, Line, Version, WorkingText
from nonpaper.present import words
from nonpaper.present.material import day

MARK = "Reconstruction from reporting — not a draft"
HOW = (
    "Words in quotation marks are exact words of the reports named, not of the draft itself. Brackets stand only where "
    "a report says that the negotiators left something open; where accounts of the draft differ, each is given. "
    "Demands and proposals are not here, nor what the program was unsure of; what no report mentions is not known."
)


class QuoteView(msgspec.Struct, frozen=True, kw_only=True):
    """Exact words, with white space as one space, who reports them, and the numbers of their footnotes."""

    words: str
    by: str
    footnotes: tuple[int, ...]


class HeldView(msgspec.Struct, frozen=True, kw_only=True):
    """A party's stand in words, with the number of its footnote."""

    says: str
    footnote: int


class AlternativeView(msgspec.Struct, frozen=True, kw_only=True):
    """An alternative: `label` where there are several; more than one quote where reports differ."""

    label: str
    quotes: tuple[QuoteView, ...]
    held: tuple[HeldView, ...]


class LineView(msgspec.Struct, frozen=True, kw_only=True):
    """One line: its number as printed (empty where no report gives one) and its topic."""

    number: str
    topic: str
    open: bool
    alternatives: tuple[AlternativeView, ...]


class SourceView(msgspec.Struct, frozen=True, kw_only=True):
    """One footnote."""

    number: int
    words: str
    by: str
    day: str
    status: str
    place: str


class WorkingView(msgspec.Struct, frozen=True, kw_only=True):
    """The whole working text."""

    title: str
    mark: str
    how: str
    known_on: str
    first: str
    lines: tuple[LineView, ...]
    dropped: tuple[LineView, ...]
    on_topics: tuple[tuple[str, tuple[HeldView, ...]], ...]
    sources: tuple[SourceView, ...]


def working_view(text: WorkingText, now: datetime) -> WorkingView:
    """The view of a working text. Linear."""
    by_number = {note.number: note for note in text.footnotes}
    topics = dict.fromkeys(held.topic for held in text.on_topics)
    return WorkingView(
        title=f"The {text.draft} text: working text in brackets",
        mark=MARK,
        how=HOW,
        known_on=now.strftime("%-d %B %Y, %H:%M ") + (now.tzname() or now.strftime("%z")),
        first=day(text.first_reported) if text.first_reported else "",
        lines=tuple(_line(line, by_number) for line in text.lines),
        dropped=tuple(_line(line, by_number) for line in text.dropped),
        on_topics=tuple(
            (words.topic(topic), tuple(_held(h) for h in text.on_topics if h.topic == topic)) for topic in topics
        ),
        sources=tuple(_source(note) for note in text.footnotes),
    )


def _line(line: Line, notes: dict[int, Footnote]) -> LineView:
    several = len(line.alternatives) > 1
    return LineView(
        number=line.number or "",
        topic=words.topic(line.topic),
        open=line.open,
        alternatives=tuple(
            _alternative(alternative, notes, f"Alternative {at}" if several else "")
            for at, alternative in enumerate(line.alternatives, 1)
        ),
    )


def _alternative(alternative: Alternative, notes: dict[int, Footnote], label: str) -> AlternativeView:
    return AlternativeView(
        label=label,
        quotes=tuple(_quote(version, notes) for version in alternative.versions),
        held=tuple(_held(held) for held in alternative.held),
    )


def _quote(version: Version, notes: dict[int, Footnote]) -> QuoteView:
    first = notes[version.footnotes[0]]
    denied = any(notes[number].status == "denied" for number in version.footnotes)
    by = _by(first) + (" (denied: see the sources)" if denied else "")
    return QuoteView(words=" ".join(version.words.split()), by=by, footnotes=version.footnotes)


def _held(held: Held) -> HeldView:
    whose = "in its own words" if held.own else "as others say"
    return HeldView(says=f"{held.party} {words.STANCES[held.stance][1]}, {whose}", footnote=held.footnote)


def _source(note: Footnote) -> SourceView:
    return SourceView(
        number=note.number,
        words=" ".join(note.words.split()),
        by=_by(note),
        day=day(note.published),
        status=words.STATUSES[note.status] if note.status else "",
        place=f"{note.path}:{note.span.start}-{note.span.end}",
    )


def _by(note: Footnote) -> str:
    return note.outlet or note.path
