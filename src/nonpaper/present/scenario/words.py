"""States, steps and reasons in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nonpaper.model.scenario_results import Answer, Step, Why
from nonpaper.scenarios.game import Game

READINGS = {
    "a": "leaves for what may be better; held back only by what is known to be no better",
    "b": "leaves for what is known to be better; held back only by what is known to be no better",
    "c": "leaves for what may be better; held back by what may be no better",
    "d": "leaves for what is known to be better; held back by what may be no better",
}


def state_name(game: Game, state: int) -> str:
    """The id, with the state's name, label or pattern where it has one."""
    place = game.layout.place_of(state)
    called = game.scenario.names.get(state) or _label(game, place) or game.pattern_at(place)
    return f"{state} ({called})" if called else str(state)


def _label(game: Game, place: int) -> str:
    return game.scenario.states[place].label if game.scenario.states else ""


def state_words(game: Game, state: int) -> str:
    """The options taken, by decision maker."""
    pattern = game.pattern_at(game.layout.place_of(state))
    taken = [o for o, mark in zip(game.scenario.options, pattern, strict=False) if mark == "Y"]
    owners = [*game.names, None]
    parts = [
        (f"{owner}: " if owner else "") + ", ".join(o.says for o in taken if o.decision_maker == owner)
        for owner in owners
        if any(o.decision_maker == owner for o in taken)
    ]
    return "; ".join(parts) or ("no option is taken" if pattern else "")


def path_words(game: Game, steps: Sequence[Step]) -> str:
    """The moves one after the other."""
    return ", then ".join(f"{step.mover} to {state_name(game, step.to)}" for step in steps)


def why_words(game: Game, why: Why) -> list[str]:
    """One line for the finding, and one for each way out of the state."""
    verdict = "stable" if why.stable else "not stable"
    reading = "" if all(game.known) else f", reading {why.reading} ({READINGS[why.reading]})"
    head = f"State {state_name(game, why.state)} is {verdict} for {why.decision_maker} under {why.concept}{reading}"
    if not why.answers:
        return [f"{head}: it has no improvement to move to."]
    lines = [f"{head}:", *(f"  - {_answer(game, why, a)}" for a in why.answers)]
    return lines + ([f"  - and {why.more} more improvements"] if why.more else [])


def _answer(game: Game, why: Why, answer: Answer) -> str:
    mover, here = why.decision_maker, why.state
    gain = "improves by moving to" if answer.certain else "may improve, which is not known, by moving to"
    start = f"{mover} {gain} {state_name(game, answer.to)}"
    if why.concept == "R":
        return f"{start}; R asks no further."
    if not answer.held:
        return f"{start}, and {_NO_ANSWER[why.concept]}."
    no_better = "which is not known to be better" if why.reading in "cd" else "which is no better"
    if answer.at_once:
        who = " and ".join(step.mover for step in answer.path)
        joint = f"if {who} improves at the same moment, {state_name(game, answer.path[-1].to)} comes of it"
        return f"{start}; but {joint}, {no_better} for {mover} than {here}."
    escape = f", and from there {mover} reaches nothing better than {here}" if why.concept == "SMR" else ""
    credible = " by improvements of their own" if why.concept == "SEQ" else ""
    way = f"the others can answer{credible}: {path_words(game, answer.path)}"
    return f"{start}; but {way}, {no_better} for {mover} than {here}{escape}."


_NO_ANSWER = {
    "GMR": "no moves of the others can take it to a state that is no better",
    "SMR": "whatever the others do, it stays better off or can move on to something better",
    "SEQ": "no improvements of the others lead to a state that is no better",
    "SIM": "nothing the others may do at the same moment makes it end no better off",
}


def listed(items: Iterable[object], most: int = 60) -> str:
    """Items with commas, cut with a count past `most`.

    >>> listed([1, 2, 3], most=2)
    '1, 2 and 1 more'
    """
    every = [str(item) for item in items]
    return ", ".join(every[:most]) + (f" and {len(every) - most:,} more" if len(every) > most else "") or "none"
