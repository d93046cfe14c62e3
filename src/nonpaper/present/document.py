"""What reports say of the document itself, what is denied about it, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from nonpaper.model.particular import Aspect
from nonpaper.model.reading import Reading
from nonpaper.present import words
from nonpaper.present.material import Material, Quote, day, iso, quote, quoted
from nonpaper.remembered import each

ABOUT: tuple[Aspect, ...] = ("kind", "pen_holder", "signatories", "ratification", "annexes", "leak", "copy")
DENIED: tuple[Aspect, ...] = ("denied_content", "denied_receipt", "denied_authorship")


class Said(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One statement about a document, with who makes it where that is a party."""

    anchor: str
    quote: Quote
    draft: str
    party: str


class AspectView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One question about the document and every statement that bears on it."""

    asks: str
    said: tuple[Said, ...]


class EventView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A deadline, meeting or vote; `date` in words, or the report's own words for it."""

    anchor: str
    kind: str
    date: date | None
    when: str
    state: str
    past: bool
    quote: Quote


def about(of: Material) -> tuple[AspectView, ...]:
    """The questions about a document, answered or not."""
    return _asked(of, ABOUT)


def denials(of: Material) -> tuple[AspectView, ...]:
    """What is denied: content, receipt, authorship."""
    return _asked(of, DENIED)


def _asked(of: Material, aspects: tuple[Aspect, ...]) -> tuple[AspectView, ...]:
    found: dict[Aspect, list[Said]] = {aspect: [] for aspect in aspects}
    telling = [r for r in of.readings.values() if r.particulars]
    for listed in each("said of documents", telling, lambda reading: tuple(_of_one(reading))):
        for aspect, said in listed:
            if aspect in found:
                found[aspect].append(said)
    return tuple(AspectView(asks=words.ASPECTS[aspect], said=tuple(said)) for aspect, said in found.items())


def _of_one(reading: Reading) -> Iterator[tuple[Aspect, Said]]:
    """One a report and wording, so that a kind named ten times is shown once."""
    seen: set[tuple[Aspect, str]] = set()
    for index, item in enumerate(reading.particulars):
        key = item.aspect, item.span.quote(reading.text).casefold()
        if key not in seen:
            seen.add(key)
            yield (
                item.aspect,
                Said(
                    anchor=f"p-{reading.report.id}-{index}",
                    quote=quote(reading, item.span, item.claim),
                    draft=item.draft or "",
                    party=item.party or "",
                ),
            )


def ahead(of: Material, today: date) -> tuple[EventView, ...]:
    """Deadlines, meetings and votes by date; those without a single day last, as their report words them."""
    found = [
        EventView(
            anchor=f"e-{report}-{index}",
            kind=words.EVENTS[event.kind],
            date=iso(event.date),
            when=day(event.date) if event.date else event.when.quote(reading.text) if event.when else "date not stated",
            state=words.STATES[event.state],
            past=(on := iso(event.date)) is not None and on < today,
            quote=quoted(of, report, event.span, event.claim),
        )
        for report, reading in of.readings.items()
        for index, event in enumerate(reading.events)
    ]
    return tuple(sorted(found, key=lambda e: (e.date is None, e.date or date.max, e.anchor)))
