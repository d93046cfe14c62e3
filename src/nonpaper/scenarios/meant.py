"""What a person means by a word for a state or for decision makers."""

from __future__ import annotations

from nonpaper.errors import ScenarioError
from nonpaper.scenarios.game import Game


def state_of(game: Game, text: str) -> int:
    """The state meant by number, name or pattern of Y and N; ScenarioError for none, or one that a rule excludes."""
    named = {name: state for state, name in game.scenario.names.items()}
    try:
        if text in named:
            return named[text]
        if set(text) <= {"Y", "N", "-"}:
            return _by_pattern(game, text)
        place = game.layout.place_of(int(text))
    except (KeyError, ValueError):
        raise ScenarioError(
            f'"{text[:60]}" is no state of the model; give a number, a name, or a pattern of Y and N'
        ) from None
    if not game.space.feasible[place]:
        raise ScenarioError(f"state {text} is excluded by a rule of the model")
    return int(text)


def coalition_of(game: Game, text: str) -> tuple[str, ...]:
    """The decision makers in "A+B", in the model's order; ScenarioError where one is none of them."""
    members = {decision_maker_of(game, name.strip()) for name in text.split("+")}
    return tuple(sorted(members, key=game.names.index))


def decision_maker_of(game: Game, name: str) -> str:
    """The name as it is; ScenarioError where the model has no such decision maker."""
    if name not in game.names:
        raise ScenarioError(f'"{name[:60]}" is no decision maker of the model; there are {", ".join(game.names)}')
    return name


def _by_pattern(game: Game, pattern: str) -> int:
    if game.layout.ids is not None:
        return game.layout.ids[game.layout.patterns.index(pattern)]
    if len(pattern) != len(game.scenario.options) or "-" in pattern:
        raise ValueError(pattern)
    return sum(1 << k for k, mark in enumerate(pattern) if mark == "Y")
