"""The small graph from origins to the reports that rest on them, the copies, and how each party is heard."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from heapq import nlargest
from itertools import chain
from typing import NamedTuple

import msgspec

from nonpaper.drafts.origins import canonical, others_credited
from nonpaper.model.finding import Finding
from nonpaper.model.known import Carried
from nonpaper.model.reading import Reading
from nonpaper.model.standing import Heard
from nonpaper.model.support import Support
from nonpaper.present.later import Later
from nonpaper.present.material import Material, day, named
from nonpaper.remembered import by_key, each

UNKNOWN = "origin not stated"
ROW, TOP, LEFT, RIGHT = 40, 30, 250, 470
"""Layout in user units: a row a node, and where the lines leave and arrive."""
DRAWN = 300
"""Reports that the graph shows at most: the latest."""
COPIES = {
    "exact": "the same words",
    "near": "mostly the same words",
    "excerpt": "an excerpt of the other",
    "passages": "passages in common",
    "spun": "the same story in exchanged words",
    "translation": "the same numbers and names in two languages, in like order",
    "judged": "a copy, as a person says",
}
Rests = dict[str, dict[str, str]]
"""For each report the origins that it rests on, and how."""
Group = tuple[str, str, frozenset[str]]
"""An origin, how reports rest on it, and which do."""


class Resting(NamedTuple):
    """What reports rest on, in the order in which it counts, and by origin."""

    groups: list[Group]
    reports: dict[str, set[str]]


class Node(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An origin or a report, and the height it stands at."""

    name: str
    note: str
    anchor: str
    y: int
    reports: int = 0


class Edge(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A report rests on an origin: its own reporting, a relay, a copy, or one part of a circle."""

    kind: str
    path: str
    says: str


class CopyView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Two reports that do not stand apart: what they share, and which is the copy, as far as that is known."""

    reports: tuple[tuple[str, str, str], tuple[str, str, str]]
    kind: str
    share: str
    which: str


class OriginsView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The graph of the latest reports, `more` of which are not drawn; `circles` are outlets that credit each other."""

    origins: tuple[Node, ...]
    reports: tuple[Node, ...]
    edges: tuple[Edge, ...]
    circles: tuple[tuple[str, ...], ...]
    height: int
    copies: Sequence[CopyView] = ()
    heard: tuple[Heard, ...] = ()
    findings: tuple[Finding, ...] = ()
    more: int = 0


def origins_view(of: Material) -> OriginsView:
    """Origins on the left, each beside what rests on it, reports on the right by date. O(reports times origins)."""
    groups, reports = resting(of)
    rows = list(zip(of.readings.values(), of.days.values(), strict=True))
    dated = each("by date", rows, lambda row: _by_date(*row))
    latest = nlargest(DRAWN, reversed(dated))  # a new report is mostly given last
    by_date = [report for *_, report in reversed(latest)]
    drawn = _rests_on(groups, by_date)
    names = sorted({o for origins in drawn.values() for o in origins}, key=lambda o: _beside(o, drawn, by_date))
    left = {o: _height(i, len(names), len(by_date)) for i, o in enumerate(names)}
    right = {r: _height(i, len(by_date), len(names)) for i, r in enumerate(by_date)}
    return OriginsView(
        more=max(len(of.readings) - DRAWN, 0),
        origins=tuple(Node(name=o, note="", anchor="", y=y, reports=len(reports[o])) for o, y in left.items()),
        reports=tuple(_report(of, r, y) for r, y in right.items()),
        edges=tuple(sorted(_edges(of, drawn, left, right), key=lambda e: (e.says, e.path))),
        circles=of.known.circles,
        height=TOP + ROW * max(len(names), len(by_date)),
        copies=Later(of.known.copies, partial(_copy, of)),
        heard=of.known.heard,
        findings=tuple(f for f in of.known.findings if f.code == "copy_before_origin"),
    )


def resting(of: Material) -> Resting:
    """What reports rest on: what they credit, where their statements of terms began, what they copy; else unknown."""
    credited = by_key("credited", each("credited", tuple(of.readings.values()), _credited))
    groups = [(origin, "relay", frozenset(reports)) for origin, reports in credited.items()]
    told = by_key("told themselves", each("told itself", tuple(of.readings.values()), _told_itself))
    groups += [(outlet, "own", frozenset(reports)) for outlet, reports in told.items()]
    groups += chain.from_iterable(each("resting", tuple(of.known.support.values()), _resting))
    reports = _by_origin(groups)
    others = list(_others(of, set(of.readings).difference(*reports.values())))
    return Resting([*groups, *others], _by_origin(others, reports))


def _by_origin(groups: Iterable[Group], known: Mapping[str, set[str]] = {}) -> dict[str, set[str]]:
    """What of each origin is known, and what the groups add."""
    found = defaultdict(set, known)
    for origin, _, reports in groups:
        found[origin] |= reports
    return found


def _others(of: Material, bare: set[str]) -> Iterator[Group]:
    """What is known of reports that name no origin."""
    for tie in of.known.copies:
        source = of.readings[tie.source].report.outlet
        if tie.why and source and tie.carrier in bare:
            bare.discard(tie.carrier)
            yield canonical(source), "copy", frozenset((tie.carrier,))
    if bare:
        yield UNKNOWN, "unknown", frozenset(bare)


def _credited(reading: Reading) -> dict[str, tuple[str, ...]]:
    return {canonical(origin): (reading.report.id,) for origin in others_credited(reading)}


def _told_itself(reading: Reading) -> dict[str, tuple[str, ...]]:
    """The outlet of a report that credits itself: somebody spoke to it, or showed it a text."""
    outlet = reading.report.outlet
    told = outlet and len(others_credited(reading)) < len(reading.origins)
    return {canonical(outlet): (reading.report.id,)} if outlet and told else {}


def _resting(support: Support) -> tuple[Group, ...]:
    """The reports that have a term from an origin without crediting it, by origin and how."""
    kinds = {"own": "own", "copy": "copy", "either": "either"}
    first: dict[tuple[str, str], str] = {}
    for origin in support.origins:
        for path in origin.paths:
            if path.tie != "credit":
                first.setdefault((origin.name, path.report), kinds.get(path.tie, "relay"))
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for (name, report), kind in first.items():
        found[name, kind].add(report)
    return tuple((name, kind, frozenset(reports)) for (name, kind), reports in found.items())


def _rests_on(groups: Iterable[Group], drawn: Sequence[str]) -> Rests:
    """What each of some reports rests on, and how: of one origin the first way counts."""
    found: Rests = {report: {} for report in drawn}
    every = frozenset(drawn)
    for origin, kind, reports in groups:
        if not every.isdisjoint(reports):  # few reports of many are drawn
            for report in every & reports:
                found[report].setdefault(origin, kind)
    return found


def _by_date(reading: Reading, on: date | None) -> tuple[date, str, str]:
    """Sort key of a report: by date, the undated last, then by name."""
    return on or date.max, named(reading), reading.report.id


def _beside(origin: str, rests: Rests, by_date: list[str]) -> tuple[object, ...]:
    """Sort key: an origin stands at the mean height of what rests on it, so that few lines cross; the unknown last."""
    heights = [place for place, report in enumerate(by_date) if origin in rests[report]]
    return origin == UNKNOWN, sum(heights) / len(heights), origin.casefold()


def _height(row: int, rows: int, others: int) -> int:
    """The shorter side is spread over the height of the longer."""
    return round(TOP + ROW * ((row + 0.5) * max(rows, others) / rows))


def _report(of: Material, report: str, y: int) -> Node:
    reading = of.readings[report]
    return Node(name=named(reading), note=day(reading.report.published), anchor=f"report-{report}", y=y)


def _edges(of: Material, rests: Rests, left: dict[str, int], right: dict[str, int]) -> Iterator[Edge]:
    for report, origins in rests.items():
        name = named(of.readings[report])
        for origin, stated in origins.items():
            circular = origin != name and any({name, origin} <= set(ring) for ring in of.known.circles)
            kind = "circular" if circular else "own" if origin == name else stated
            y, end, middle = left[origin], right[report], (LEFT + RIGHT) // 2
            path = f"M{LEFT} {y}C{middle} {y} {middle} {end} {RIGHT} {end}"
            yield Edge(kind=kind, path=path, says=_says(name, origin, kind))


def _says(name: str, origin: str, kind: str) -> str:
    if kind == "copy":
        return f"{name} copies {origin}"
    if kind == "either":
        return f"{name} rests on {origin}: one of them copies the other"
    return f"{name} rests on {'its own reporting' if kind == 'own' else origin}"


def _copy(of: Material, tie: Carried) -> CopyView:
    """The copy first where that is known."""
    ids = (tie.carrier, tie.source)
    shares = (tie.copy.left_share, tie.copy.right_share)
    one, other = shares if tie.carrier == tie.copy.left else shares[::-1]
    shown = tuple((f"report-{r}", named(x := of.readings[r]), day(x.report.published)) for r in ids)
    return CopyView(
        reports=(shown[0], shown[1]),
        kind=COPIES[tie.copy.kind],
        share=f"{100 * one:.0f} and {100 * other:.0f} %" if tie.copy.kind in ("near", "excerpt", "passages") else "",
        which=f"the first is the copy: {tie.why}" if tie.why else "one of them copies the other; which is not known",
    )
