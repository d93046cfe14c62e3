"""One axis of time: reports, texts, statements, and dates as stated and as moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date

import msgspec

from nonpaper.present.document import EventView
from nonpaper.present.material import Material, iso, named, when
from nonpaper.present.most import Shown

CROWD, FEW = 2000, 1
"""Dots from which on only so many are drawn at one place of a lane, with the number of the others."""
LANES = ("Reports", "Texts first reported", "Parties’ own words", "Dates stated")
LEFT, RIGHT, LANE, TOP = 150, 860, 34, 40


class Dot(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One thing on the axis; dots of one day and lane stand over one another, `y` tells them apart."""

    x: int
    y: int
    kind: str
    says: str
    anchor: str


class TimeView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The axis; empty `dots` where nothing has a date."""

    dots: tuple[Dot, ...]
    ticks: tuple[tuple[int, str], ...]
    lanes: tuple[tuple[int, str], ...]
    now: int | None
    height: int


Place = Callable[[date], int]
Dated = tuple[date, int, str, str, str]


def time_view(of: Material, events: tuple[EventView, ...], today: date, shown: Shown) -> TimeView:
    """Everything that has a day, from the first to the last; what is not shown leads to its report. O(n log n)."""
    found = sorted(_dated(of, events, shown))
    height = TOP + LANE * len(LANES) + 20
    lanes = tuple((TOP + LANE * i + LANE // 2, name) for i, name in enumerate(LANES))
    if not found:
        return TimeView(dots=(), ticks=(), lanes=lanes, now=None, height=height)
    first, last = found[0][0], max(found[-1][0], found[0][0])

    def place(on: date) -> int:
        return LEFT + 20 + round((RIGHT - LEFT - 40) * (on - first).days / max((last - first).days, 1))

    return TimeView(
        dots=tuple(_dots(found, place)),
        ticks=tuple(_ticks(sorted({f[0] for f in found}), place)),
        lanes=lanes,
        now=place(today) if first <= today <= last else None,
        height=height,
    )


def _dated(of: Material, events: tuple[EventView, ...], shown: Shown) -> Iterator[Dated]:
    for report, reading in of.readings.items():
        if on := when(of, report):
            yield on, 0, "report", named(reading), f"report-{report}"
    for draft in of.together.drafts:
        if draft.name and (on := iso(draft.first_reported)):
            yield on, 1, "text", f"the {draft.name} text", f"draft-{draft.id}"
    for cell in of.matrix.cells:
        for stand in cell.stands:
            if stand.own and (on := when(of, stand.report)):
                anchor = f"s-{stand.report}-{stand.index}"
                anchor = anchor if anchor in shown.stands else f"report-{stand.report}"
                yield on, 2, "own", f"{cell.party}, as reported that day", anchor
    for event in events:
        if event.date:
            yield (
                event.date,
                3,
                "moved" if event.state else "ahead",
                f"{event.kind} {event.state}".strip(),
                event.anchor if event.anchor in shown.events else f"report-{event.quote.report}",
            )


def _dots(found: list[Dated], place: Place) -> Iterator[Dot]:
    crowded = len(found) > CROWD
    there = Counter((place(on), lane) if crowded else (on, lane) for on, lane, *_ in found)
    stacked: dict[tuple[object, int], int] = {}
    for on, lane, kind, says, anchor in found:
        at = (place(on), lane) if crowded else (on, lane)
        above = stacked.get(at, 0)
        stacked[at] = above + 1
        if crowded and above >= FEW:
            continue
        more = there[at] - FEW if crowded and above == FEW - 1 else 0
        y = TOP + LANE * lane + LANE // 2 + (0, -7, 7, -12, 12)[min(above, 4)]
        said = f"{on.day} {on:%B %Y}: {says}" + (f", and {more} more at this place of the axis" if more > 0 else "")
        yield Dot(x=place(on), y=y, kind=kind, says=said, anchor=anchor)


def _ticks(days: list[date], place: Place) -> Iterator[tuple[int, str]]:
    """The first day, the last, and those between that have room for their label."""
    taken: list[int] = []
    for on in (days[0], days[-1], *days[1:-1]):
        x = place(on)
        if all(abs(x - other) > 62 for other in taken):
            taken.append(x)
            yield x, f"{on.day} {on:%b}" + (f" {on.year}" if on in (days[0], days[-1]) else "")
