"""An analysis as plain data for JSON: lists of state ids by decision maker and concept."""

from __future__ import annotations

from typing import Any

from nonpaper.scenarios.analysis import CAUTIOUS, METHOD, Analysis, Table, equilibria
from nonpaper.scenarios.game import Game


def analysis_record(analysis: Analysis) -> dict[str, Any]:
    """`equilibria` and `stable` as lists of ids; `readings`, `strong` and `coalitions` where there are any."""
    game = analysis.game
    record: dict[str, Any] = {"model": game.scenario.title, "method": METHOD, "states": game.states}
    record |= _table(game, analysis.stable)
    if not all(game.known):
        record["unknown_preference_of"] = [n for n, known in zip(game.names, game.known, strict=True) if not known]
        record["reading"] = CAUTIOUS
        record["readings"] = {reading: _table(game, table) for reading, table in analysis.readings.items()}
    if analysis.strong:
        record["strong"] = _table(game, analysis.strong)
    if analysis.coalitions:
        record["coalitions"] = {
            name: {c: game.ids(flags) for c, flags in by_concept.items()}
            for name, by_concept in analysis.coalitions.items()
        }
    return record | {"left_out": list(analysis.left_out)}


def _table(game: Game, table: Table) -> dict[str, Any]:
    return {
        "equilibria": {c: game.ids(flags) for c, flags in equilibria(table).items()},
        "stable": {name: {c: game.ids(flags) for c, flags in by_concept.items()} for name, by_concept in table.items()},
    }


def model_record(game: Game) -> dict[str, Any]:
    """What a model consists of, in figures and names."""
    scenario = game.scenario
    return {
        "model": scenario.title,
        "decision_makers": list(scenario.decision_makers),
        "options": [
            {"key": o.key, "says": o.says, "decision_maker": o.decision_maker, "irreversible": o.irreversible}
            for o in scenario.options
        ],
        "states": game.states,
        "excluded_by_rules": game.space.size - game.states,
        "preferences_known": dict(zip(game.names, game.known, strict=True)),
        "status_quo": scenario.status_quo,
    }
