"""Looks at everything in the file: pages, references, hashes, spans."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec

from nonpaper.errors import SpanError
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import OffsetMap, ReportText
from nonpaper.model.span import Span
from nonpaper.store.reports import WHOLE
from nonpaper.store.rows import content, digest, reading_of, report_of, report_row

_RESTORE = "go back to a backup"
_REREAD = "read it again: nonpaper rebuild"
_DAMAGED = (msgspec.ValidationError, msgspec.DecodeError, SpanError, TypeError)


def faults(link: sqlite3.Connection) -> Iterator[Finding]:
    """Each fault once; O(size of the file), one report in memory at a time."""
    for (said,) in link.execute("PRAGMA integrity_check"):
        if said != "ok":
            yield _fault("the file", f"SQLite finds it damaged: {said}", _RESTORE)
    for table, row, parent, _ in link.execute("PRAGMA foreign_key_check"):
        yield _fault(f"table {table}, row {row}", f"refers to something that is not in {parent}", _RESTORE)
    rows = link.execute(f"SELECT {WHOLE}, content, sha256 FROM report ORDER BY number")  # noqa: S608 (our own names)
    for row in rows:
        yield from _report(link, row)
    yield from _received(link)
    yield from _judgements(link)


def _report(link: sqlite3.Connection, row: tuple[Any, ...]) -> Iterator[Finding]:
    where = f"report {row[0]} ({row[1]})"
    try:
        received = report_of(row[:12])
    except _DAMAGED as error:
        yield _fault(where, f"is damaged: {error}", _RESTORE)
        return
    if digest(*report_row(received)) != row[13] or content(received) != row[12]:
        yield _fault(where, "is not as it was received: its hash differs", _RESTORE)
    if not mapped(received.offsets, len(received.text), received.raw):
        yield _fault(where, "the way back to its raw text leads outside it", _RESTORE)
    if any(span.end > len(received.text) for span in received.headings):
        yield _fault(where, "a heading lies outside its text", _RESTORE)
    fields = "reader, claims, provisions, positions, unsure, sha256, record"
    for reader, *rest in link.execute(f"SELECT {fields} FROM reading WHERE report = ?", (row[0],)):  # noqa: S608
        yield from _reading(received, where, reader, rest)


def _reading(received: ReportText, where: str, reader: str, row: list[Any]) -> Iterator[Finding]:
    *counts, sha256, record = row
    if digest(received.report.id, reader, *map(str, counts), record) != sha256:
        yield _fault(where, "its reading is not as it was stored: its hash differs", _REREAD)
    try:
        reading = reading_of(record, received.report, received.text)
    except _DAMAGED as error:
        yield _fault(where, f"its reading cannot be used ({error})", _REREAD)
        return
    if any(span.end > len(received.text) for span in spans(reading)):
        yield _fault(where, "its reading points outside its text", _REREAD)
    if not tied(reading):
        yield _fault(where, "its reading points to a claim that it does not have", _REREAD)


def _received(link: sqlite3.Connection) -> Iterator[Finding]:
    for name, data in link.execute("SELECT sha256, data FROM received"):
        if hashlib.sha256(data).hexdigest() != name:
            yield _fault(f"received {name[:12]}", "is not as an address sent it: its hash differs", _RESTORE)


def mapped(offsets: OffsetMap, length: int, raw: str | None) -> bool:
    """Whether an offset map is ascending and stays inside both texts."""
    if len(offsets.clean) != len(offsets.raw) or (raw is None and offsets.clean):
        return False
    rising = all(list(run) == sorted(run) for run in (offsets.clean, offsets.raw))
    inside = not offsets.clean or (offsets.clean[-1] <= length and offsets.raw[-1] <= len(raw or ""))
    return rising and inside


def spans(value: Any) -> Iterator[Span]:
    """Every span anywhere in a record."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from spans(each)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))


def tied(reading: Reading) -> bool:
    """Whether every index of a claim names one of the reading's."""
    groups = (reading.provisions, reading.positions, reading.particulars, reading.events)
    named = [item.claim for group in groups for item in group]
    named += [index for claim in reading.claims for index in (claim.inside, claim.carrier_of)]
    return all(index is None or 0 <= index < len(reading.claims) for index in named)


def judgement_id(at: str, number: int, author: str, reason: str, correction: str | None, undoes: str | None) -> str:
    """Sixteen digits of the hash of all that a judgement says, so that none can be changed unseen."""
    return digest(at, str(number), author, reason, correction, undoes)[:16]


def _judgements(link: sqlite3.Connection) -> Iterator[Finding]:
    rows = link.execute("SELECT id, at, number, author, reason, correction, undoes FROM judgement ORDER BY at, number")
    for name, *rest in rows:
        where = f"judgement {name}"
        if judgement_id(*rest) != name:
            yield _fault(where, "is not as it was recorded: its hash differs", _RESTORE)
        try:
            zoned = datetime.fromisoformat(rest[0]).tzinfo is not None
        except ValueError:
            zoned = False
        if not zoned:
            yield _fault(where, "its time cannot be read or names no zone", _RESTORE)


def _fault(where: str, what: str, remedy: str) -> Finding:
    return Finding(code="damaged", level="doubt", where=where, what=what, remedy=remedy)
