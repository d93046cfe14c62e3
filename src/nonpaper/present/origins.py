"""The small graph from origins to the reports that rest on them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import msgspec

from nonpaper.drafts.origins import canonical
from nonpaper.present.material import Material, day, named, when

UNKNOWN = "origin not stated"
ROW, TOP, LEFT, RIGHT = 40, 30, 250, 470
"""Layout in user units: a row a node, and where the lines leave and arrive."""


class Node(msgspec.Struct, frozen=True, kw_only=True):
    """An origin or a report, and the height it stands at."""

    name: str
    note: str
    anchor: str
    y: int
    reports: int = 0


class Edge(msgspec.Struct, frozen=True, kw_only=True):
    """A report rests on an origin: its own reporting, a relay, or one half of a circle."""

    kind: str
    path: str
    says: str


class OriginsView(msgspec.Struct, frozen=True, kw_only=True):
    """The graph; `circles` are pairs of outlets that credit each other."""

    origins: tuple[Node, ...]
    reports: tuple[Node, ...]
    edges: tuple[Edge, ...]
    circles: tuple[tuple[str, str], ...]
    height: int


def origins_view(of: Material) -> OriginsView:
    """Origins on the left, each beside what rests on it, reports on the right by date. O(reports times origins)."""
    rests = rests_on(of)
    circles = _circles(of, rests)
    by_date = sorted(of.readings, key=lambda r: (when(of, r) or date.max, named(of.readings[r]), r))
    names = sorted({o for origins in rests.values() for o in origins}, key=lambda o: _beside(o, rests, by_date))
    left = {o: _height(i, len(names), len(by_date)) for i, o in enumerate(names)}
    right = {r: _height(i, len(by_date), len(names)) for i, r in enumerate(by_date)}
    return OriginsView(
        origins=tuple(
            Node(name=o, note="", anchor="", y=y, reports=sum(o in found for found in rests.values()))
            for o, y in left.items()
        ),
        reports=tuple(_report(of, r, y) for r, y in right.items()),
        edges=tuple(sorted(_edges(of, rests, circles, left, right), key=lambda e: (e.says, e.path))),
        circles=circles,
        height=TOP + ROW * max(len(names), len(by_date)),
    )


def rests_on(of: Material) -> dict[str, tuple[str, ...]]:
    """What each report rests on: what it credits, and what its statements of terms rest on."""
    found: dict[str, set[str]] = {r: set(reading.origins) for r, reading in of.readings.items()}
    for term in (*(t for d in of.together.drafts for t in d.terms), *of.together.outside):
        for wording in term.wordings:
            found[wording.report] |= set(wording.origins)
    return {r: tuple(sorted({canonical(o) for o in origins})) or (UNKNOWN,) for r, origins in found.items()}


def _beside(origin: str, rests: dict[str, tuple[str, ...]], by_date: list[str]) -> tuple[object, ...]:
    """Sort key: an origin stands at the mean height of what rests on it, so that few lines cross; the unknown last."""
    heights = [place for place, report in enumerate(by_date) if origin in rests[report]]
    return origin == UNKNOWN, sum(heights) / len(heights), origin.casefold()


def _circles(of: Material, rests: dict[str, tuple[str, ...]]) -> tuple[tuple[str, str], ...]:
    credited = {(named(of.readings[r]), o) for r, origins in rests.items() for o in origins}
    return tuple(sorted((a, b) for a, b in credited if a < b and (b, a) in credited))


def _height(row: int, rows: int, others: int) -> int:
    """The shorter side is spread over the height of the longer."""
    return round(TOP + ROW * ((row + 0.5) * max(rows, others) / rows))


def _report(of: Material, report: str, y: int) -> Node:
    reading = of.readings[report]
    return Node(name=named(reading), note=day(reading.report.published), anchor=f"report-{report}", y=y)


def _edges(
    of: Material,
    rests: dict[str, tuple[str, ...]],
    circles: tuple[tuple[str, str], ...],
    left: dict[str, int],
    right: dict[str, int],
) -> Iterator[Edge]:
    for report, origins in rests.items():
        name = named(of.readings[report])
        for origin in origins:
            circular = (min(name, origin), max(name, origin)) in circles
            kind = "circular" if circular else "own" if origin == name else "unknown" if origin == UNKNOWN else "relay"
            y, end, middle = left[origin], right[report], (LEFT + RIGHT) // 2
            path = f"M{LEFT} {y}C{middle} {y} {middle} {end} {RIGHT} {end}"
            yield Edge(kind=kind, path=path, says=f"{name} rests on {'its own reporting' if kind == 'own' else origin}")
