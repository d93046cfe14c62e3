"""Readings in the file: one a report, by the reader that made it, replaced when a newer one has read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

import msgspec

from nonpaper.errors import SpanError
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.remembered import each
from nonpaper.store.records import Kept
from nonpaper.store.reports import ABOUT
from nonpaper.store.rows import REPORT, digest, reading_of, reading_row

_PUT = (
    "INSERT OR REPLACE INTO reading (report, reader, claims, provisions, positions, unsure, sha256, record) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_ROWS = (
    f"SELECT {ABOUT}, report.text, reading.reader, reading.record FROM report "  # noqa: S608 (our own names)
    "LEFT JOIN reading ON reading.report = report.id"
)


def put_reading(link: sqlite3.Connection, reading: Reading, reader: str) -> None:
    """The reading in the place of any other of its report."""
    about, record = reading.report.id, reading_row(reading)
    groups = (reading.claims, reading.provisions, reading.positions)
    unsure = sum(item.unsure for group in groups for item in group)
    counts = (len(reading.claims), len(reading.provisions), len(reading.positions), unsure)
    link.execute("DELETE FROM reading WHERE report = ?", (about,))
    link.execute(_PUT, (about, reader, *counts, digest(about, reader, *map(str, counts), record), record))


def each_kept(link: sqlite3.Connection, reports: Iterable[str]) -> Iterator[Kept | Finding]:
    """Readings of reports that are there, one at a time; one without a usable reading comes as a finding."""
    read = dict(link.execute("SELECT report, sha256 FROM reading").fetchall())
    # a report is never altered, and another reading has another hash
    listed = [(report, read.get(report)) for report in reports]
    yield from each("kept", listed, lambda row: _kept(link.execute(f"{_ROWS} WHERE report.id = ?", row[:1]).fetchone()))


def _kept(row: tuple[str, ...]) -> Kept | Finding:
    about, (text, reader, record) = Report(**dict(zip(REPORT, row[:7], strict=True))), row[7:]
    try:
        if record is not None:
            return Kept(reading=reading_of(record, about, text), reader=reader)
    except (msgspec.ValidationError, msgspec.DecodeError, SpanError):
        pass
    return Finding(
        code="unread",
        level="left_out",
        where=about.path,
        what="has no reading that this version can use",
        remedy="read it again: nonpaper rebuild",
    )


def unread(link: sqlite3.Connection, reader: str) -> tuple[str, ...]:
    """Ids of the reports that this reader has not read."""
    rows = link.execute(
        "SELECT id FROM report WHERE NOT EXISTS "
        "(SELECT 1 FROM reading WHERE reading.report = report.id AND reader = ?) ORDER BY number",
        (reader,),
    )
    return tuple(str(row[0]) for row in rows)
