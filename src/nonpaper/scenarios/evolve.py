"""Status quo analysis: which equilibria can be reached from today, by whose moves, in how many steps."""

from __future__ import annotations

import numpy as np

from nonpaper.model.scenario_results import Evolution, Route, Step
from nonpaper.scenarios.analysis import Analysis, equilibria
from nonpaper.scenarios.walk import KINDS, Kind, Walk

METHOD = "status quo analysis (Li, Kilgour and Hipel 2005): shortest legal sequences, nobody moves twice in a row"
MOST_LISTED = 60


def evolve(analysis: Analysis, start: int) -> Evolution:
    """Shortest ways from `start` to each equilibrium, nearest first; KeyError where `start` is no state.

    Three kinds of steps: improvements for the one who makes them, improvements or moves of unknown preference, and any
    moves. One walk over the states for each.
    """
    game = analysis.game
    place = game.layout.place_of(start)
    if not game.space.feasible[place]:
        raise KeyError(start)
    everyone = range(len(game.names))
    kinds = KINDS if not all(game.known) else ("improvements", "moves")
    walks: dict[Kind, Walk] = {kind: Walk(game, place, everyone, kind) for kind in kinds}
    walks.setdefault("possible improvements", walks["improvements"])
    found = equilibria(analysis.stable)
    ends = np.flatnonzero(np.logical_or.reduce(list(found.values()))) if found else np.empty(0, dtype=np.int64)
    far = np.iinfo(np.int32).max
    lengths = [np.where(walks[kind].steps[ends] < 0, far, walks[kind].steps[ends]) for kind in KINDS]
    order = np.lexsort((game.layout.id_of(ends), lengths[2], lengths[1], lengths[0]))
    return Evolution(
        method=METHOD,
        start=start,
        reached={kind: tuple(walks[kind].counts[:-1]) for kind in KINDS},
        routes=tuple(
            Route(
                state=game.id_at(int(end)),
                concepts=tuple(c for c, flags in found.items() if flags[end]),
                by_improvements=_path(analysis, walks["improvements"], int(end)),
                by_possible_improvements=_path(analysis, walks["possible improvements"], int(end)),
                by_moves=_path(analysis, walks["moves"], int(end)),
            )
            for end in ends[order][:MOST_LISTED]
        ),
        more=max(0, ends.size - MOST_LISTED),
        left_out=analysis.left_out,
    )


def _path(analysis: Analysis, walk: Walk, end: int) -> tuple[Step, ...] | None:
    if walk.steps[end] < 0:
        return None
    return tuple(Step(mover=analysis.game.names[m], to=analysis.game.id_at(p)) for m, p in walk.path(end))
