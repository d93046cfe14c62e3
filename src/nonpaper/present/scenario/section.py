"""A scenario as a section of the brief: put there by the analyst, and said to be."""

from __future__ import annotations

from markupsafe import Markup

from nonpaper.model.scenario_results import Route
from nonpaper.present.scenario.picture import picture
from nonpaper.present.scenario.words import path_words, state_name, state_words
from nonpaper.present.scenario_view import EquilibriumRow, ScenarioView
from nonpaper.scenarios.analysis import METHOD, Analysis, equilibria
from nonpaper.scenarios.evolve import evolve
from nonpaper.scenarios.game import Game

MOST_ROWS = 20


def scenario_view(analysis: Analysis, file: str) -> ScenarioView:
    """What the section shows of an analysis of the model in `file`."""
    game, start = analysis.game, analysis.game.scenario.status_quo
    rows = _by_nearness(analysis, start) if start is not None else _by_number(analysis)
    graph = picture(analysis).replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)
    return ScenarioView(
        title=game.scenario.title or "a scenario",
        file=file,
        graph=Markup(graph),  # noqa: S704  (our own drawing, its text escaped)
        rows=tuple(rows[:MOST_ROWS]),
        unknown=tuple(name for name, known in zip(game.names, game.known, strict=True) if not known),
        method=METHOD,
        more=max(0, len(rows) - MOST_ROWS),
        left_out=analysis.left_out,
    )


def _by_number(analysis: Analysis) -> list[EquilibriumRow]:
    game, found = analysis.game, equilibria(analysis.stable)
    states = sorted({s for flags in found.values() for s in game.ids(flags)})
    return [_row(game, s, " ".join(c for c, flags in found.items() if flags[game.layout.place_of(s)])) for s in states]


def _by_nearness(analysis: Analysis, start: int) -> list[EquilibriumRow]:
    game = analysis.game
    return [_row(game, r.state, " ".join(r.concepts), _way(game, r)) for r in evolve(analysis, start).routes]


def _row(game: Game, state: int, concepts: str, way: str = "") -> EquilibriumRow:
    return EquilibriumRow(state=state_name(game, state), words=state_words(game, state), concepts=concepts, way=way)


def _way(game: Game, route: Route) -> str:
    if route.by_improvements is not None:
        return (
            f"improvements alone: {path_words(game, route.by_improvements)}" if route.by_improvements else "it is here"
        )
    if route.by_possible_improvements is not None:
        return f"moves not known to be worse: {path_words(game, route.by_possible_improvements)}"
    if route.by_moves is not None:
        return f"only with moves that are no improvement: {path_words(game, route.by_moves)}"
    return "out of reach"
