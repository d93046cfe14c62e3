"""One axis of time: reports, texts, statements, and dates as stated and as moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import chain

import msgspec

from nonpaper.model.draft import Cell
from nonpaper.model.reading import Reading
from nonpaper.present.document import EventView
from nonpaper.present.material import Material, day, iso, named
from nonpaper.present.most import Shown
from nonpaper.remembered import by_key, each, remembered

CROWD = 2000
"""Dots from which on only the first is drawn at one place of a lane, with the number of the others."""
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
Days = Mapping[tuple[date, int], Sequence[Dated]]
"""What is dated, by day and lane."""


def time_view(of: Material, events: tuple[EventView, ...], today: date, shown: Shown) -> TimeView:
    """Everything that has a day, from the first to the last; what is not shown leads to its report. O(n log n)."""
    found = _dated(of, events, shown)
    height = TOP + LANE * len(LANES) + 20
    lanes = tuple((TOP + LANE * i + LANE // 2, name) for i, name in enumerate(LANES))
    if not found:
        return TimeView(dots=(), ticks=(), lanes=lanes, now=None, height=height)
    on = sorted({of_day for of_day, _ in found})
    first, last = on[0], on[-1]
    place = partial(_place, first, max((last - first).days, 1))
    crowded = sum(map(len, found.values())) > CROWD
    drawn = _few(found, place) if crowded else [(dot, 0) for dot in sorted(chain(*found.values()))]
    return TimeView(
        dots=tuple(_dots(drawn, place)),
        ticks=tuple(_ticks(on, place)),
        lanes=lanes,
        now=place(today) if first <= today <= last else None,
        height=height,
    )


def _place(first: date, days: int, on: date) -> int:
    return LEFT + 20 + round((RIGHT - LEFT - 40) * (on - first).days / days)


def _dated(of: Material, events: tuple[EventView, ...], shown: Shown) -> Days:
    rows = list(zip(of.readings.values(), of.days.values(), strict=True))
    misdated = tuple(sorted(of.together.misdated))
    own = chain.from_iterable(_own(cell, misdated, shown.most.cell) for cell in of.matrix.cells)
    by: dict[tuple[date, int], list[Dated]] = {}
    for dated in chain(own, _texts(of), _ahead(events, shown)):
        by.setdefault(dated[:2], []).append(dated)
    return {**by_key("reports by day", each("dots", rows, lambda row: _report(*row))), **by}


def _report(reading: Reading, on: date | None) -> Days:
    return {(on, 0): ((on, 0, "report", named(reading), f"report-{reading.report.id}"),)} if on else {}


def _texts(of: Material) -> Iterator[Dated]:
    for draft in of.together.drafts:
        if draft.name and (on := iso(draft.first_reported)):
            yield on, 1, "text", f"the {draft.name} text", f"draft-{draft.id}"


@remembered
def _own(cell: Cell, misdated: tuple[str, ...], most: int) -> tuple[Dated, ...]:
    """A party's own words on a topic, of which so many are shown; the others lead to their reports."""
    return tuple(
        (on, 2, "own", f"{cell.party}, as reported that day", anchor)
        for at, stand in enumerate(cell.stands)
        if stand.own and stand.report not in misdated and (on := iso(stand.published))
        for anchor in [f"s-{stand.report}-{stand.index}" if at < most else f"report-{stand.report}"]
    )


def _ahead(events: tuple[EventView, ...], shown: Shown) -> Iterator[Dated]:
    for event in events:
        if event.date:
            yield (
                event.date,
                3,
                "moved" if event.state else "ahead",
                f"{event.kind} {event.state}".strip(),
                event.anchor if event.anchor in shown.events else f"report-{event.quote.report}",
            )


def _few(found: Days, place: Place) -> list[tuple[Dated, int]]:
    """The first dot at each place of each lane, with how many others there are."""
    count: Counter[tuple[int, int]] = Counter()
    first: dict[tuple[int, int], Dated] = {}
    for (on, lane), dots in found.items():
        at, least = (place(on), lane), min(dots)
        count[at] += len(dots)
        first[at] = min(least, first.get(at, least))
    return sorted((dot, count[at] - 1) for at, dot in first.items())


def _dots(drawn: Sequence[tuple[Dated, int]], place: Place) -> Iterator[Dot]:
    """Dots of one day and lane over one another."""
    stacked: Counter[tuple[date, int]] = Counter()
    for (on, lane, kind, says, anchor), more in drawn:
        y = TOP + LANE * lane + LANE // 2 + (0, -7, 7, -12, 12)[min(stacked[on, lane], 4)]
        stacked[on, lane] += 1
        said = f"{day(on.isoformat())}: {says}" + (f", and {more} more at this place of the axis" if more else "")
        yield Dot(x=place(on), y=y, kind=kind, says=said, anchor=anchor)


def _ticks(days: list[date], place: Place) -> Iterator[tuple[int, str]]:
    """The first day, the last, and those between that have room for their label."""
    taken: list[int] = []
    for on in (days[0], days[-1], *days[1:-1]):
        x = place(on)
        if all(abs(x - other) > 62 for other in taken):
            taken.append(x)
            yield x, f"{on.day} {on:%b}" + (f" {on.year}" if on in (days[0], days[-1]) else "")
