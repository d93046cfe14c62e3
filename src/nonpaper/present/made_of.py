"""What a brief was made of, as it says itself: reports, statements and decisions that it showed, and nothing else.

A page carries it in one element of its head, the JSON record in a field, so that a later brief can tell what is new.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from itertools import chain
from pathlib import PurePath
from typing import Annotated, Literal

import msgspec

from nonpaper import __version__
from nonpaper.judgements import as_table
from nonpaper.judgements.records import Entry
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.present.material import Material, named
from nonpaper.remembered import each

Kind = Literal["term", "stance"]
OPENS = '<meta name="nonpaper.made-of" content=\''
"""What stands before the record on a page; an apostrophe ends it."""
_INERT = {b"&": rb"\u0026", b"<": rb"\u003c", b">": rb"\u003e", b"'": rb"\u0027"}


class Statement(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A term or a stance as one report has it: the report's place in the list, the words' span, what they are read as.

    Of a term `says` is topic, how it is presented, its status in the text, value, modality and who is bound; of a
    stance party, topic, stance and whose words.
    """

    report: int
    start: int
    end: int
    kind: Kind
    says: tuple[str, ...]


class ReportMade(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One report that was shown. `content` is what makes it the same report anywhere."""

    content: str
    outlet: str
    title: str
    published: str | None


class MadeOf(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What a brief was made of. `decisions` name what people decided by the hash of what they said.

    `ceiling` is the handling up to which reports were shown, None for all; `reader` the state of the program's reader.
    """

    schema: Literal["nonpaper.made-of/1"] = "nonpaper.made-of/1"
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    version: str = __version__
    reader: str = ""
    ceiling: str | None = None
    reports: tuple[ReportMade, ...] = ()
    decisions: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()


class Making(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """How a brief is made, beside its material: by which reader, up to which handling, with which decisions."""

    reader: str = ""
    ceiling: str | None = None
    decisions: tuple[str, ...] = ()


def made_of(of: Material, making: Making, at: datetime) -> MadeOf:
    """What a brief of this material was made of; O(statements)."""
    rows = list(zip(map(_place, range(len(of.readings))), of.readings.values(), strict=True))
    return MadeOf(
        at=at,
        reader=making.reader,
        ceiling=making.ceiling,
        reports=tuple(each("report made", list(of.readings.values()), _shown)),
        decisions=making.decisions,
        statements=tuple(chain.from_iterable(each("made of", rows, _of_one))),
    )


@lru_cache(maxsize=1 << 16)
def _place(number: int) -> int:
    """The number itself, each time the very same object: rows of such are compared at the speed of identity."""
    return number


def _of_one(row: tuple[int, Reading]) -> tuple[Statement, ...]:
    number, reading = row
    return tuple(s for _, s in statements(reading, number))


def statements(reading: Reading, number: int) -> Iterator[tuple[str, Statement]]:
    """Each term and stance that is shown of a reading, with its anchor on the page; what is unsure is not."""
    name = reading.report.id
    for index, term in enumerate(reading.provisions):
        if not term.unsure:
            yield f"w-{name}-{index}", Statement(number, term.span.start, term.span.end, "term", _term(term))
    for index, one in enumerate(reading.positions):
        if not one.unsure:
            yield f"s-{name}-{index}", Statement(number, one.span.start, one.span.end, "stance", _stance(one))


def content_of(report: Report, text: str) -> str:
    """Sixteen digits of the hash of text, outlet, address and date: what makes a report the same report."""
    return _digest([text, report.outlet, report.url, report.published])


def decisions_of(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Entries by the hash of what they say, in their order."""
    return tuple(_digest(as_table(entry)) for entry in entries)


def on_page(made: MadeOf) -> str:
    """The record as JSON in which no character ends an attribute, an element or an entity."""
    written = msgspec.json.encode(made)
    for character, escaped in _INERT.items():  # outside its strings JSON has none of them
        written = written.replace(character, escaped)
    return written.decode()


def _shown(reading: Reading) -> ReportMade:
    about = reading.report
    return ReportMade(
        content=content_of(about, reading.text),
        outlet=named(reading),
        title=about.title or PurePath(about.path).name,
        published=about.published,
    )


def _term(term: Provision) -> tuple[str, ...]:
    return term.topic, term.presented_as, term.text_status, term.value or "", term.modality or "", *term.obligor


def _stance(one: Position) -> tuple[str, ...]:
    return one.party, one.topic, one.stance, one.basis


def _digest(value: object) -> str:
    return hashlib.sha256(msgspec.json.encode(value, order="sorted")).hexdigest()[:16]
