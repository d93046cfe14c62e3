"""What a person decided about how things are known: that a report is a copy, that a term is confirmed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from nonpaper.judgements.find import NotFoundError, item_at, report_at
from nonpaper.judgements.records import Corrections, Entry
from nonpaper.judgements.stale import stale
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading


class Copied(NamedTuple):
    """A person says that report `copy` rests on report `original`; `said` is who, when and why."""

    copy: str
    original: str
    said: str


class Confirmed(NamedTuple):
    """A person calls the term confirmed that provision `place` of `report` states."""

    report: str
    place: int
    said: str


T = TypeVar("T", Copied, Confirmed)


def copied(readings: Sequence[Reading], corrections: Corrections) -> tuple[tuple[Copied, ...], tuple[Finding, ...]]:
    """The copies that a person names, in the order of the file, and what is stale."""
    return _each(readings, corrections, "copy", _copied)


def confirmed(
    readings: Sequence[Reading], corrections: Corrections
) -> tuple[tuple[Confirmed, ...], tuple[Finding, ...]]:
    """The provisions that a person calls confirmed, of readings already corrected, and what is stale."""
    return _each(readings, corrections, "confirmed", _confirmed)


def _each(
    readings: Sequence[Reading], corrections: Corrections, kind: str, make: Callable[[Sequence[Reading], Entry], T]
) -> tuple[tuple[T, ...], tuple[Finding, ...]]:
    found: list[T] = []
    lost: list[Finding] = []
    for entry in corrections.entries:
        if entry.kind != kind:
            continue
        try:
            found.append(make(readings, entry))
        except NotFoundError as error:
            lost.append(stale(corrections.file, entry, str(error)))
    return tuple(found), tuple(lost)


def _copied(readings: Sequence[Reading], entry: Entry) -> Copied:
    of = entry.right.report if entry.right else ""
    copy, original = (readings[report_at(readings, named)].report.id for named in (entry.place.report, of))
    if copy == original:
        raise NotFoundError("report and of are the same report")
    return Copied(copy, original, _signed(entry))


def _confirmed(readings: Sequence[Reading], entry: Entry) -> Confirmed:
    reading = readings[report_at(readings, entry.place.report)]
    return Confirmed(reading.report.id, item_at(reading, "provision", entry.place), _signed(entry))


def _signed(entry: Entry) -> str:
    return f"{entry.by}, {entry.at}: {entry.reason}"
