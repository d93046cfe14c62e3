"""Why a state is stable or not for one decision maker: the improvement, the sanction, the path."""

from __future__ import annotations

from functools import partial

import numpy as np

from nonpaper.model.scenario import Concept, Uncertain
from nonpaper.model.scenario_results import Answer, Step, Why
from nonpaper.scenarios.game import Game
from nonpaper.scenarios.network import MOST, Network, members, network
from nonpaper.scenarios.simultaneous import joint_moves
from nonpaper.scenarios.space import Flags
from nonpaper.scenarios.uncertain import Focal
from nonpaper.scenarios.walk import Kind, Walk

MOST_LISTED = 40


def why(game: Game, state: int, decision_maker: str, concept: Concept, reading: Uncertain | None = None) -> Why:
    """The improvements from a state, each with a shortest answer by the others that leaves the mover no better off.

    KeyError where the model has no such state. All improvements decide; at most `MOST_LISTED` are listed, those
    without an answer first.
    """
    taken: Uncertain = reading or ("b" if all(game.known) else "a")
    place, mover = game.layout.place_of(state), game.names.index(decision_maker)
    if not game.space.feasible[place]:
        raise KeyError(state)
    here = np.array([place], dtype=np.int64)
    _, targets = game.space.moves_from(mover, here)
    better, unknown = game.comparisons[mover](here, targets)
    leaving = better | unknown if taken in "ac" else better
    sure = {int(t): bool(b) for t, b in zip(targets, better, strict=True)}
    find = _finder(game, place, mover, concept, taken)
    answers = [
        Answer(to=game.id_at(int(t)), certain=sure[int(t)], held=bool(found), path=found, at_once=concept == "SIM")
        for t in targets[leaving]
        for found in [find(int(t))]
    ]
    listed = sorted(answers, key=lambda a: (a.held, a.to))
    return Why(
        state=state,
        decision_maker=decision_maker,
        concept=concept,
        reading=taken,
        stable=all(a.held for a in answers),
        answers=tuple(listed[:MOST_LISTED]),
        more=max(0, len(listed) - MOST_LISTED),
    )


type_of_walk: dict[bool, Kind] = {True: "possible improvements", False: "moves"}


def _finder(game: Game, place: int, mover: int, concept: Concept, reading: Uncertain):  # type: ignore[no-untyped-def]
    if concept == "R":
        return lambda _: ()
    if concept == "SIM":
        if game.states > MOST:
            raise ValueError(f"SIM is not explained past {MOST:,} states")
        small = network(game)
        return partial(_at_once, game, small, Focal(small, [mover]), place, mover, reading)
    goal = _goal(game, place, mover, concept, reading)
    return partial(_in_turn, game, mover, type_of_walk[concept == "SEQ"], goal)


def _goal(game: Game, place: int, mover: int, concept: Concept, reading: Uncertain) -> Flags:
    """The states where the mover ends no better off than in `place`, and under SMR cannot leave for a better one."""
    everywhere = np.arange(game.space.size, dtype=np.int64)
    better, unknown = game.comparisons[mover](np.array([place], dtype=np.int64), everywhere)
    beyond = (better | unknown if reading in "ab" else better).astype(np.int32)
    if concept == "SMR":
        beyond = game.space.best(mover, beyond)
    return np.asarray((beyond == 0) & game.space.feasible, dtype=bool)


def _in_turn(game: Game, mover: int, kind: Kind, goal: Flags, target: int) -> tuple[Step, ...]:
    others = [other for other in range(len(game.names)) if other != mover]
    path = Walk(game, target, others, kind, goal).path_to_goal()
    return tuple(Step(mover=game.names[m], to=game.id_at(p)) for m, p in path)


def _at_once(
    game: Game, small: Network, focal: Focal, place: int, mover: int, reading: Uncertain, target: int
) -> tuple[Step, ...]:
    state, goal = (int(np.searchsorted(small.places, p)) for p in (place, target))
    outcomes = joint_moves(game, small, mover).outcomes(state, goal)
    for number in members(focal.no_better(state, reading)):
        if number in outcomes:
            end = game.id_at(int(small.places[number]))
            return tuple(Step(mover=game.names[m], to=end) for m, _ in outcomes[number])
    return ()
