"""Reports whose date cannot be right: they credit an outlet, yet are dated long before anything it reported."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from nonpaper.drafts.origins import others_credited
from nonpaper.drafts.when import moment
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.remembered import by_key, each, remembered

MISDATED = "date_before_origin"
"""Code of the finding."""
LONG = 60 * 86_400
"""Seconds by which a report must precede what it credits: two months; less may be another story of the outlet's."""


def doubtful_dates(readings: Sequence[Reading]) -> Iterator[tuple[str, Finding]]:
    """(report id, doubt) for each report dated long before the first report of every outlet that it credits."""
    told = each("dates", readings, _dated)
    first = {outlet: min(dates) for outlet, dates in by_key("dates", [of.dates for of in told]).items()}
    last = max(first.values(), default=0.0) - LONG  # of an outlet there is none that began later
    for reading, (_, at, origins) in zip(readings, told, strict=True):
        if at is None or at >= last:
            continue
        credited = [first[o] for o in origins if o in first]
        if credited and at + LONG < min(credited):
            yield reading.report.id, doubt_of(reading)


class _Dated(NamedTuple):
    """When a report came out, by its outlet and by itself, and what else it credits, folded."""

    dates: dict[str, tuple[float]]
    at: float | None
    origins: tuple[str, ...]


def _dated(reading: Reading) -> _Dated:
    at, outlet = moment(reading.report.published), (reading.report.outlet or "").casefold()
    dates = {outlet: (at,)} if outlet and at is not None else {}
    return _Dated(dates, at, tuple([o.casefold() for o in others_credited(reading)]))


@remembered
def doubt_of(reading: Reading) -> Finding:
    """The doubt about the date of a report."""
    return Finding(
        code=MISDATED,
        level="doubt",
        where=reading.report.path,
        what=f"dated {(reading.report.published or '')[:10]}, long before the report that it rests on",
        remedy="check the year; the date is shown as given and counts for nothing else",
    )
