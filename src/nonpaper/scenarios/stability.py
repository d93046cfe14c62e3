"""Stability of every state for every decision maker whose preferences are known: R, GMR, SMR and SEQ.

Each concept asks of every unilateral improvement whether the others can answer it so that the mover ends no better off
(Fang, Hipel and Kilgour 1993, chapter 3). Preferences being numbers, the question turns about: an improvement to a
state is worth the lowest value to which the others can take it from there; a state is stable where no improvement is
worth more than the state itself. The worth of a state that is no improvement is at most its own value, so a maximum
over all moves serves, *provided that each state's own value bounds its worth*: without that bound SMR counts escapes
from states that nobody would have moved to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from nonpaper.model.scenario import Concept
from nonpaper.scenarios.space import Flags, Space, Values

VALUE_CONCEPTS: tuple[Concept, ...] = ("R", "GMR", "SMR", "SEQ")


@dataclass(frozen=True)
class Stable:
    """Flags a state: `general` stable at all, `strong` held by sanctions that the mover minds greatly (or by none
    being needed); `strong` is None where the model knows no great preference.
    """

    general: Flags
    strong: Flags | None = None


def stable_states(
    space: Space, ranks: Sequence[Values], cuts: Sequence[Values | None], mover: int, concepts: Sequence[Concept]
) -> Mapping[Concept, Stable]:
    """The stable states of one decision maker under each concept, as flags by place.

    `ranks` are values of states, higher preferred; `cuts` the rank below which a state is greatly less preferred.
    Costs a handful of passes over the states a concept; SEQ as many rounds as its longest useful sequence has turns.
    """
    own, cut = ranks[mover], cuts[mover]
    others = [other for other in range(len(ranks)) if other != mover]
    reach = space.best(mover, own)
    found: dict[Concept, Stable] = {}
    for concept in concepts:
        if concept == "R":
            settled = (reach <= own) & space.feasible
            found[concept] = Stable(settled, None if cut is None else settled)
        else:
            worth = answer(space, others, concept, own, reach)
            general = (space.best(mover, np.minimum(worth, own)) <= own) & space.feasible
            strong = None if cut is None else (space.best_improvement(mover, worth) < cut) & space.feasible
            found[concept] = Stable(general, strong)
    return found


def answer(space: Space, others: Sequence[int], concept: Concept, own: Values, reach: Values) -> Values:
    """What each state is worth to the mover once the others have answered, its own value where they do nothing."""
    if concept == "GMR":
        return space.worst(others, own)
    if concept == "SMR":  # the mover then leaves for the best that it can reach
        return space.worst(others, reach)
    return space.worst_by_improvements(others, own)
