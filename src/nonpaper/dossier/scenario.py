"""A scenario's model, analysed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nonpaper.errors import ScenarioError

if TYPE_CHECKING:
    from nonpaper.scenarios import Analysis


def analysed(model: str) -> Analysis:
    """The analysis of a scenario's model; ScenarioError where the file cannot be used."""
    from nonpaper.scenarios import analyse, game, load_scenario

    loaded = load_scenario(model)
    if loaded.scenario is None:
        first = next(f for f in loaded.findings if f.level == "left_out")
        raise ScenarioError(f"{first.where}: {first.what}; {first.remedy}")
    return analyse(game(loaded.scenario))
