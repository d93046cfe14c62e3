"""Charts of the analysis as data in drawing units; the template only draws them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from nonpaper.model.acceptance import DraftAcceptance
from nonpaper.model.answer import Answer, Point
from nonpaper.model.sensitivity import Sensitivity
from nonpaper.present.sensitive import number, share

WIDTH, HEIGHT = 640, 420
LEFT, BOTTOM, TOP, RIGHT = 60, 50, 20, 20
LINES = 200
"""Packages drawn at most; the caption says how many there are."""
MARKS = {"nash": "N", "egalitarian": "E", "kalai_smorodinsky": "K", "leximin": "L", "utilitarian": "U"}


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """A point of the drawing, its label, and its tooltip."""

    x: float
    y: float
    label: str = ""
    says: str = ""


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A place on an axis."""

    at: float
    label: str


class Scatter(msgspec.Struct, frozen=True, kw_only=True):
    """Two parties: packages, solutions, drafts, and the reservation values as lines."""

    axes: tuple[str, str]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    points: tuple[Mark, ...]
    solutions: tuple[Mark, ...]
    drafts: tuple[Mark, ...]
    reserve: tuple[float, float]
    of: int


class Parallel(msgspec.Struct, frozen=True, kw_only=True):
    """Several parties: one upright axis each, one line a package."""

    axes: tuple[Tick, ...]
    up: tuple[Tick, ...]
    lines: tuple[str, ...]
    solutions: tuple[tuple[str, Mark], ...]
    reserve: tuple[Mark, ...]
    of: int


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """A bar from one place to another, with its label and value in words."""

    label: str
    y: float
    start: float
    width: float
    says: str
    low: float = 0.0
    high: float = 0.0


class Bars(msgspec.Struct, frozen=True, kw_only=True):
    """Bars under one another on one scale from 0 to 100 per cent."""

    height: float
    across: tuple[Tick, ...]
    bars: tuple[Bar, ...]


def scatter(answer: Answer, reserve: Sequence[float], drafts: Sequence[Point]) -> Scatter:
    """The frontier of two parties."""
    parties = list((answer.frontier or tuple(drafts))[0].utilities)
    values = [list(p.utilities.values()) for p in (*answer.frontier, *drafts)] + [list(reserve)]
    scale = [_scale([v[i] for v in values]) for i in (0, 1)]

    def at(point: Point, label: str = "") -> Mark:
        x, y = point.utilities.values()
        says = "; ".join(f"{p} {u:.3f}" for p, u in point.utilities.items())
        return Mark(x=_x(x, scale[0]), y=_y(y, scale[1]), label=label, says=f"{label or 'package'}: {says}")

    return Scatter(
        axes=(parties[0], parties[1]),
        across=tuple(Tick(at=_x(v, scale[0]), label=f"{v:.2f}") for v in _ticks(scale[0])),
        up=tuple(Tick(at=_y(v, scale[1]), label=f"{v:.2f}") for v in _ticks(scale[1])),
        points=tuple(at(p) for p in _some(answer.frontier)),
        solutions=tuple(at(p, label) for label, p in _labelled(answer)),
        drafts=tuple(at(p, p.package.get("", "draft")) for p in drafts),
        reserve=(_x(reserve[0], scale[0]), _y(reserve[1], scale[1])),
        of=len(answer.frontier),
    )


def parallel(answer: Answer, reserve: Sequence[float]) -> Parallel:
    """The frontier of three parties or more."""
    parties = list(answer.frontier[0].utilities)
    scale = _scale([u for p in answer.frontier for u in p.utilities.values()] + list(reserve))
    step = (WIDTH - LEFT - RIGHT - 60) / max(1, len(parties) - 1)
    places = [LEFT + 30 + step * i for i in range(len(parties))]

    def line(point: Point) -> str:
        heights = [_y(u, scale) for u in point.utilities.values()]
        return " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(places, heights, strict=True))

    last = places[-1] + 6
    return Parallel(
        axes=tuple(Tick(at=x, label=p) for x, p in zip(places, parties, strict=True)),
        up=tuple(Tick(at=_y(v, scale), label=f"{v:.2f}") for v in _ticks(scale)),
        lines=tuple(line(p) for p in _some(answer.frontier)),
        solutions=tuple(
            (line(p), Mark(x=last, y=_y(list(p.utilities.values())[-1], scale), label=label))
            for label, p in _labelled(answer)
        ),
        reserve=tuple(Mark(x=x, y=_y(r, scale)) for x, r in zip(places, reserve, strict=True)),
        of=len(answer.frontier),
    )


def _labelled(answer: Answer) -> list[tuple[str, Point]]:
    """Each distinct solution package once, with the marks of all solutions that take it."""
    marks: dict[tuple[float, ...], tuple[str, Point]] = {}
    for name, points in answer.solutions.items():
        for point in points[:1]:
            key = tuple(point.utilities.values())
            marks[key] = (marks[key][0] + MARKS[name] if key in marks else MARKS[name], point)
    return list(marks.values())


def _some(points: Sequence[Point]) -> Sequence[Point]:
    step = max(1, -(-len(points) // LINES))
    return points[::step]


def _scale(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    margin = (high - low) * 0.05 or 0.05
    return low - margin, high + margin


def _ticks(scale: tuple[float, float]) -> list[float]:
    low, high = scale
    return [low + (high - low) * i / 4 for i in range(5)]


def _x(value: float, scale: tuple[float, float]) -> float:
    return round(LEFT + (value - scale[0]) / (scale[1] - scale[0]) * (WIDTH - LEFT - RIGHT), 1)


def _y(value: float, scale: tuple[float, float]) -> float:
    return round(HEIGHT - BOTTOM - (value - scale[0]) / (scale[1] - scale[0]) * (HEIGHT - BOTTOM - TOP), 1)


NAMES = 230
ROW = 24


def _percent(value: float) -> float:
    return round(NAMES + value * (WIDTH - NAMES - 40), 1)


def _bars(bars: Sequence[Bar]) -> Bars:
    across = tuple(Tick(at=_percent(v), label=f"{100 * v:.0f} %") for v in (0, 0.25, 0.5, 0.75, 1))
    return Bars(height=len(bars) * ROW + 40, across=across, bars=tuple(bars))


def acceptance_bars(draft: DraftAcceptance) -> Bars:
    """Each party's share of accepting weights, with its interval."""
    shares = [(p.party, p.share) for p in draft.parties] + [("all at once", draft.jointly)]
    return _bars(
        [
            Bar(
                label=_cut(name),
                y=ROW * i + 8,
                start=_percent(s.low),
                width=round(max(2.0, _percent(s.high) - _percent(s.low)), 1),
                says=share((s.low, s.high)),
                low=_percent(s.interval[0]),
                high=_percent(s.interval[1]),
            )
            for i, (name, s) in enumerate(shares)
        ]
    )


def tornado_bars(answer: Sensitivity, most: int = 12) -> Bars:
    """The widest swings of the joint share."""
    swings = [s for s in answer.tornado if s.swing > 0][:most]
    bars = []
    for i, s in enumerate(swings):
        values = [v for pair in s.shares for v in pair]
        low, high = min(values), max(values)
        says = f"{share(s.shares[0])} at {s.ends[0]:.2f}; {share(s.shares[1])} at {s.ends[1]:.2f}"
        start, end = _percent(low), _percent(high)
        bars.append(
            Bar(
                label=_cut(f"{s.party}: {number(s)}"),
                y=ROW * i + 8,
                start=start,
                width=round(max(2.0, end - start), 1),
                says=says,
            )
        )
    return _bars(bars)


def _cut(label: str) -> str:
    return label if len(label) <= 32 else label[:31] + "…"
