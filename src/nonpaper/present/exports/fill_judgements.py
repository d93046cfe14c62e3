"""Rows of what people decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from nonpaper.judgements.find import NotFoundError, report_at, words_at
from nonpaper.judgements.records import Entry, Place
from nonpaper.judgements.write import as_table
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span
from nonpaper.present.exports.basis import Basis, moment
from nonpaper.present.exports.rows import JudgementRow


def judgements(of: Basis) -> Iterator[JudgementRow]:
    """One row a decision in force, in the order in which they act; the dossier's before those of a file."""
    for number, entry in enumerate(of.decided.entries, start=1):
        recorded = of.recorded[number - 1] if number <= len(of.recorded) else None
        yield _row(of.readings, number, entry, recorded)


def _row(readings: Sequence[Reading], number: int, entry: Entry, recorded: str | None) -> JudgementRow:
    here, other = _placed(readings, entry.place), _placed(readings, entry.right) if entry.right else None
    return JudgementRow(
        judgement=number,
        decision=entry.kind,
        item=None if entry.kind == "copy" else entry.item,
        report=here.report,
        start=here.span.start if here.span else None,
        end=here.span.end if here.span else None,
        words=here.words,
        found=here.found and (other is None or other.found),
        other_report=other.report if other else None,
        other_words=other.words if other else None,
        sets=tuple(f"{name} = {value}" for name, value in as_table(entry).get("set", {}).items()),
        by=entry.by,
        reason=entry.reason,
        decided_on=date.fromisoformat(entry.at[:10]),
        recorded_at=moment(recorded),
    )


class _Placed(NamedTuple):
    """The report's id, the words, exact where they stand there, and their place."""

    report: str
    words: str
    span: Span | None = None
    found: bool = False


def _placed(readings: Sequence[Reading], place: Place) -> _Placed:
    """Where words stand; of several places the first. A place without words means the whole report."""
    try:
        reading = readings[report_at(readings, place.report)]
    except NotFoundError:
        return _Placed(place.report, place.quote)
    if not place.quote:
        return _Placed(reading.report.id, "", found=True)
    try:
        span = words_at(reading.text, place)[0]
    except NotFoundError:
        return _Placed(reading.report.id, place.quote)
    return _Placed(reading.report.id, span.quote(reading.text), span, found=True)
