"""The state graph as SVG: states, improvements of each decision maker, equilibria; below it the option table.

Up to `MOST_NODES` states are drawn; past that the status quo, the nearest equilibria and the states on the ways to
them, with a line that says so. Loads nothing, runs nothing; all text is escaped. Decision makers are told apart by
dash and number as well as by shade.
"""

from __future__ import annotations

from collections import defaultdict
from html import escape
from math import cos, hypot, pi, sin
from typing import Any

import numpy as np

from nonpaper.model.scenario_results import Evolution
from nonpaper.present.scenario.options import MOST_COLUMNS, option_rows
from nonpaper.present.scenario.tables import LETTERS
from nonpaper.scenarios.analysis import Analysis, equilibria
from nonpaper.scenarios.evolve import evolve
from nonpaper.scenarios.game import Game

MOST_NODES = 40
MOST_ARROWS = 2.5
"""Arrows a state, past which only the best improvements are drawn."""
RADIUS = 19
UNSURE = "Faint, with ?: not known whether it is an improvement."
THINNED = "Of each decision maker's improvements from one state only the best are drawn."
_DASHES = ("", "7 3", "2 3", "9 3 2 3", "4 2", "1 4", "12 4", "6 2 1 2 1 2")
_SHADES = ("#1b4f72", "#8a4b08", "#3d5a1e", "#6c2a6b", "#7a1f1f", "#2f4f4f", "#5b5b00", "#333366")
_RULES = (
    "text{font:12px Georgia,'DejaVu Serif',serif;fill:#222}",
    ".id{font-size:13px;text-anchor:middle}",
    ".by{font-size:10px;text-anchor:middle;fill:#444;paint-order:stroke;stroke:#fffdf8;stroke-width:3px}",
    ".n{fill:#fffdf8;stroke:#444;stroke-width:1}",
    ".ring{fill:none;stroke:#222;stroke-width:1.2}",
    ".m{font-size:9px;text-anchor:middle}",
    ".in{font-size:9px;text-anchor:middle;letter-spacing:.5px}",
    ".quo{fill:#efe6cf}",
    ".small{font-size:11px;fill:#555}",
    ".cell{text-anchor:middle;font-family:'DejaVu Sans Mono',monospace;font-size:11px}",
)
# Within a page the rules must not reach other pictures.
_STYLE = "svg.states{max-width:100%;height:auto}" + "".join(f"svg.states {rule}" for rule in _RULES)

Point = tuple[float, float]
Arrow = tuple[int, int, int, bool]
"""Mover, from, to, and whether it is known to be an improvement."""


def picture(analysis: Analysis) -> str:
    """The graph and the option table as one SVG document."""
    game = analysis.game
    states, note = drawn_states(analysis)
    points, width, height = _layout(game, states)
    left, graph, top = 30.0, [], 64.0
    points = {s: (x + left, y + top) for s, (x, y) in points.items()}
    arrows, unsure, thinned = _arrows(game, states)
    graph += [_arrow(points, *arrow) for arrow in arrows]
    aside = None if _in_rows(game, states) else (left + width / 2, top + height / 2)
    graph += [_node(analysis, s, points[s], aside) for s in states]
    remarks = [*([UNSURE] if unsure else []), *([THINNED] if thinned else []), *([note] if note else [])]
    keys, below = _legend(analysis, remarks, top + height + 30)
    table, low, wide = _table(game, states, below + 18)
    full = max(width + 2 * left, wide + left, 560)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="states" role="img" width="{full:.0f}" height="{low + 16:.0f}" '
        f'viewBox="0 0 {full:.0f} {low + 16:.0f}"><title>{escape(game.scenario.title or "Scenario")}</title>'
        f'<style>{_STYLE}</style>{_heads(game)}<rect width="100%" height="100%" fill="#fffdf8"/>'
    )
    title = f'<text x="{left:.0f}" y="26" style="font-size:16px">{escape(game.scenario.title or "Scenario")}</text>'
    return "\n".join([head, title, *graph, *keys, *table, "</svg>\n"])


def graph_record(analysis: Analysis) -> dict[str, Any]:
    """What the picture draws, as data: states with the concepts under which they are equilibria, and improvements."""
    game = analysis.game
    states, note = drawn_states(analysis)
    found = equilibria(analysis.stable)
    nodes = [
        {
            "state": s,
            "name": game.scenario.names.get(s, ""),
            "pattern": game.pattern_at(game.layout.place_of(s)),
            "equilibrium": [c for c, flags in found.items() if flags[game.layout.place_of(s)]],
        }
        for s in states
    ]
    edges = [
        {"mover": game.names[mover], "from": source, "to": target, "known": known}
        for mover, source, target, known in _arrows(game, states)[0]
    ]
    return {"model": game.scenario.title, "states": nodes, "improvements": edges, "summary": note}


def drawn_states(analysis: Analysis) -> tuple[list[int], str]:
    """The ids of the states to draw, and what the picture leaves out."""
    game = analysis.game
    if game.states <= MOST_NODES:
        return game.ids(game.space.feasible), ""
    found = equilibria(analysis.stable)
    start = game.scenario.status_quo
    chosen: list[int] = []
    if start is not None:
        chosen = _on_the_way(evolve(analysis, start))
    else:
        for flags in found.values():
            chosen = list(dict.fromkeys([*chosen, *game.ids(flags)]))
            if chosen:
                break
    chosen = sorted(chosen[:MOST_NODES]) or game.ids(game.space.feasible)[:MOST_NODES]
    kind = "the status quo, the nearest equilibria and the ways there" if start is not None else "equilibria"
    return chosen, f"A summary: {len(chosen)} of {game.states:,} states are drawn ({kind})."


def _on_the_way(evolution: Evolution) -> list[int]:
    chosen = [evolution.start]
    for route in evolution.routes:
        steps = route.by_improvements or route.by_possible_improvements or route.by_moves or ()
        way = [step.to for step in steps]
        if len({*chosen, *way, route.state}) <= MOST_NODES:
            chosen = list(dict.fromkeys([*chosen, *way, *([route.state] if way else [])]))
    return chosen


def _in_rows(game: Game, states: list[int]) -> tuple[dict[int, str], dict[int, str]] | None:
    """What the first decision maker does in each state, and what the others do; None where rows would be near empty."""
    patterns = {s: game.pattern_at(game.layout.place_of(s))[::-1] for s in states}
    last = len(game.scenario.options) - 1
    first = {last - k for k, o in enumerate(game.scenario.options) if o.decision_maker == game.names[0]}
    own = {s: "".join(c for k, c in enumerate(p) if k in first) for s, p in patterns.items()}
    others = {s: "".join(c for k, c in enumerate(p) if k not in first) for s, p in patterns.items()}
    columns, rows = len(set(own.values())), len(set(others.values()))
    return (own, others) if columns > 1 and rows > 1 and columns * rows <= 2.5 * len(states) else None


def _layout(game: Game, states: list[int]) -> tuple[dict[int, Point], float, float]:
    """Where states stand. With options, the first decision maker's moves run along rows, the others' between them."""
    placed = _in_rows(game, states)
    if placed:
        own, others = placed
        columns, rows = sorted(set(own.values())), sorted(set(others.values()))
        at = {s: (columns.index(own[s]), rows.index(others[s])) for s in states}
        # Rows stand aside of one another, so that moves between rows do not run through states.
        points = {s: (34 + x * 140.0 + 24 * (y % 4), 34 + y * 104.0) for s, (x, y) in at.items()}
        return points, 140 + (len(columns) - 1) * 140.0, 68 + (len(rows) - 1) * 104.0
    radius = max(120.0, len(states) * 74 / (2 * pi))
    middle, turn = radius + 100, 2 * pi / max(1, len(states))
    points = {s: (middle + radius * sin(n * turn), middle - 40 - radius * cos(n * turn)) for n, s in enumerate(states)}
    return points, 2 * middle, 2 * middle - 80


def _arrows(game: Game, states: list[int]) -> tuple[list[Arrow], bool, bool]:
    """Improvements among the drawn states; whether some are not known to be any; whether only the best are given."""
    places = np.array([game.layout.place_of(s) for s in states], dtype=np.int64)
    drawn = dict(zip(places.tolist(), states, strict=True))
    found: list[Arrow] = []
    for mover, compare in enumerate(game.comparisons):
        rows, targets = game.space.moves_from(mover, places)
        better, unknown = compare(places[rows], targets)
        for row, target, known, maybe in zip(rows.tolist(), targets.tolist(), better, unknown, strict=True):
            if target in drawn and (known or maybe):
                found.append((mover, states[row], drawn[target], bool(known)))
    kept = _best(game, found) if len(found) > MOST_ARROWS * len(states) else found
    return kept, any(not known for *_, known in kept), len(kept) < len(found)


def _best(game: Game, arrows: list[Arrow]) -> list[Arrow]:
    """Without the improvements than which the mover has a better one from the same state."""
    places = {s: np.array(game.layout.place_of(s)) for _, _, s, _ in arrows}
    open_to: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for mover, source, target, _ in arrows:
        open_to[mover, source].append(target)
    return [
        arrow
        for arrow in arrows
        if not any(
            game.comparisons[arrow[0]](places[arrow[2]], places[other])[0] for other in open_to[arrow[0], arrow[1]]
        )
    ]


def _arrow(points: dict[int, Point], mover: int, source: int, target: int, known: bool) -> str:
    (x1, y1), (x2, y2) = points[source], points[target]
    length = hypot(x2 - x1, y2 - y1) or 1.0
    bend = (12 + (0.10 if length < 180 else 0.22) * length + 5 * mover) * (1 if mover % 2 == 0 else -1)
    mx, my = (x1 + x2) / 2 - (y2 - y1) / length * bend, (y1 + y2) / 2 + (x2 - x1) / length * bend
    sx, sy = _edge((x1, y1), (mx, my), RADIUS + 2)
    ex, ey = _edge((x2, y2), (mx, my), RADIUS + 6)
    lx, ly = (sx + 2 * mx + ex) / 4, (sy + 2 * my + ey) / 4
    shade, dash = _SHADES[mover % len(_SHADES)], _DASHES[mover % len(_DASHES)]
    faint, mark = ("", f"{mover + 1}") if known else (' opacity="0.45"', f"{mover + 1}?")
    return (
        f'<g{faint}><path d="M{sx:.1f} {sy:.1f}Q{mx:.1f} {my:.1f} {ex:.1f} {ey:.1f}" fill="none" stroke="{shade}" '
        f'stroke-width="1.1" stroke-dasharray="{dash}" marker-end="url(#states-{mover % len(_SHADES)})"/>'
        f'<circle cx="{lx:.1f}" cy="{ly:.1f}" r="5.5" fill="#fffdf8"/>'
        f'<text class="m" x="{lx:.1f}" y="{ly + 3:.1f}" style="fill:{shade}">{mark}</text></g>'
    )


def _edge(centre: Point, towards: Point, distance: float) -> Point:
    dx, dy = towards[0] - centre[0], towards[1] - centre[1]
    length = hypot(dx, dy) or 1.0
    return centre[0] + dx / length * distance, centre[1] + dy / length * distance


def _heads(game: Game) -> str:
    heads = "".join(
        f'<marker id="states-{m}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0L8 4L0 8z" fill="{_SHADES[m]}"/></marker>'
        for m in range(min(len(game.names), len(_SHADES)))
    )
    return f"<defs>{heads}</defs>"


def _node(analysis: Analysis, state: int, point: Point, middle: Point | None) -> str:
    """A state; its name below it, or on a circle outside it."""
    game, (x, y) = analysis.game, point
    place = game.layout.place_of(state)
    letters = "".join(LETTERS[c] for c, flags in equilibria(analysis.stable).items() if flags[place])
    name = game.scenario.names.get(state) or (game.scenario.states[place].label if game.scenario.states else "")
    name = name or game.pattern_at(place)
    quo = " quo" if state == game.scenario.status_quo else ""
    parts = [f'<circle class="n{quo}" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS}"/>']
    if letters:
        parts.append(f'<circle class="ring" cx="{x:.1f}" cy="{y:.1f}" r="{RADIUS - 2.5}"/>')
        parts.append(f'<text class="in" x="{x:.1f}" y="{y + 11:.1f}">{letters}</text>')
    parts.append(f'<text class="id" x="{x:.1f}" y="{y + (1 if letters else 4.5):.1f}">{state}</text>')
    parts.append(_named(name[:18], point, middle))
    return f"<g><title>{escape(f'state {state} {name}')}</title>{''.join(parts)}</g>"


def _named(name: str, point: Point, middle: Point | None) -> str:
    (x, y), anchor = point, "middle"
    if middle is None:
        y += RADIUS + 12
    else:
        x, y = _edge(point, (2 * point[0] - middle[0], 2 * point[1] - middle[1]), RADIUS + 6)
        y += 4
        anchor = "middle" if abs(x - middle[0]) < 12 else "start" if x > middle[0] else "end"
    return f'<text class="by" style="text-anchor:{anchor}" x="{x:.1f}" y="{y:.1f}">{escape(name)}</text>'


def _legend(analysis: Analysis, remarks: list[str], y: float) -> tuple[list[str], float]:
    game, lines = analysis.game, []
    for mover, name in enumerate(game.names):
        shade, dash = _SHADES[mover % len(_SHADES)], _DASHES[mover % len(_DASHES)]
        lines.append(
            f'<path d="M30 {y:.0f}h44" stroke="{shade}" stroke-dasharray="{dash}" stroke-width="1.4" fill="none"/>'
            f'<text x="82" y="{y + 4:.0f}">{mover + 1}: {escape(name)} improves by this move</text>'
        )
        y += 18
    concepts = ", ".join(f"{LETTERS[c]} {c}" for c in equilibria(analysis.stable))
    quo = " Shaded: the status quo." if game.scenario.status_quo is not None else ""
    for line in [f"Double ring: an equilibrium, under {concepts}.{quo}" if concepts else quo.strip(), *remarks]:
        lines.append(f'<text class="small" x="30" y="{y + 4:.0f}">{escape(line)}</text>')
        y += 17
    return lines, y


def _table(game: Game, states: list[int], y: float) -> tuple[list[str], float, float]:
    """The option table, its lowest line and its width."""
    rows = option_rows(game, states[:MOST_COLUMNS])
    if not rows:
        return [], y, 0.0
    step = 12 + 7 * max(len(str(s)) for s in states)
    left = 60 + 6.6 * max(len(f"{owner}") for owner, _, _ in rows)
    first = left + 30 + 6.6 * max(len(says) for _, says, _ in rows)
    parts = []
    for owner, says, marks in rows:
        parts.append(
            f'<text x="30" y="{y:.0f}">{escape(owner)}</text><text x="{left:.0f}" y="{y:.0f}">{escape(says)}</text>'
        )
        parts += [f'<text class="cell" x="{first + n * step:.0f}" y="{y:.0f}">{m}</text>' for n, m in enumerate(marks)]
        y += 17
    parts.append(f'<path d="M30 {y - 12:.0f}H{first + len(states) * step:.0f}" stroke="#bbb" fill="none"/>')
    parts.append(f'<text x="{left:.0f}" y="{y + 2:.0f}">state</text>')
    parts += [f'<text class="cell" x="{first + n * step:.0f}" y="{y + 2:.0f}">{s}</text>' for n, s in enumerate(states)]
    return parts, y + 6, first + len(states) * step
