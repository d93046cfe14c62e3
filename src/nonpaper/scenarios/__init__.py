"""The graph model for conflict resolution: what follows if someone refuses. See docs/scenarios.md."""

from __future__ import annotations

from nonpaper.scenarios.analysis import CONCEPTS, Analysis, analyse, equilibria
from nonpaper.scenarios.draft import draft_model
from nonpaper.scenarios.evolve import evolve
from nonpaper.scenarios.explain import why
from nonpaper.scenarios.game import Game, game
from nonpaper.scenarios.inverse import inverse
from nonpaper.scenarios.load import Loaded, load_scenario, parse_scenario
from nonpaper.scenarios.meant import coalition_of, decision_maker_of, state_of
from nonpaper.scenarios.sensitivity import sensitivity

__all__ = [
    "CONCEPTS",
    "Analysis",
    "Game",
    "Loaded",
    "analyse",
    "coalition_of",
    "decision_maker_of",
    "draft_model",
    "equilibria",
    "evolve",
    "game",
    "inverse",
    "load_scenario",
    "parse_scenario",
    "sensitivity",
    "state_of",
    "why",
]
