"""Applies a corrections file to readings, entry after entry; what no longer fits comes back as findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nonpaper.judgements.edit import edited
from nonpaper.judgements.find import NotFoundError, item_at, report_at
from nonpaper.judgements.known import confirmed, copied
from nonpaper.judgements.records import Corrections, Entry, Place
from nonpaper.judgements.stale import stale as stale_entry
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading


class Ref(NamedTuple):
    """A provision: its report's id and its index in that reading."""

    report: str
    place: int


class Pair(NamedTuple):
    """What a person said of two provisions: the same term, or not."""

    left: Ref
    right: Ref
    same: bool


def apply_corrections(
    readings: Sequence[Reading], corrections: Corrections
) -> tuple[tuple[Reading, ...], tuple[Finding, ...]]:
    """The readings as corrected, in their order, and a finding for each entry that no longer finds its words."""
    corrected = list(readings)
    stale: list[Finding] = []
    for entry in corrections.entries:
        if entry.right is not None or entry.kind == "confirmed":
            continue
        try:
            at = report_at(corrected, entry.place.report)
            corrected[at] = edited(corrected[at], entry)
        except NotFoundError as error:
            stale.append(stale_entry(corrections.file, entry, str(error)))
    for found in (pairs, copied, confirmed):
        stale.extend(found(corrected, corrections)[1])
    return tuple(corrected), tuple(stale)


def pairs(readings: Sequence[Reading], corrections: Corrections) -> tuple[tuple[Pair, ...], tuple[Finding, ...]]:
    """Which provisions a person called the same or different, of readings already corrected; and what is stale."""
    found: list[Pair] = []
    stale: list[Finding] = []
    for entry in corrections.entries:
        if entry.right is None or entry.kind == "copy":
            continue
        try:
            found.append(_pair(readings, entry, entry.right))
        except NotFoundError as error:
            stale.append(stale_entry(corrections.file, entry, str(error)))
    return tuple(found), tuple(stale)


def _pair(readings: Sequence[Reading], entry: Entry, other: Place) -> Pair:
    left, right = _ref(readings, entry.place), _ref(readings, other)
    if left == right:
        raise NotFoundError("left and right are the same provision")
    return Pair(left, right, entry.kind == "same")


def _ref(readings: Sequence[Reading], place: Place) -> Ref:
    reading = readings[report_at(readings, place.report)]
    return Ref(reading.report.id, item_at(reading, "provision", place))
