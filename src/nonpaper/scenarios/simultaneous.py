"""SIM: improvements held back because others may go at the same time (Fraser and Hipel 1979; 1984, chapter 3).

A state is SIM stable for a decision maker where each of its improvements may meet improvements of one or more others,
made from the same state at the same moment, such that what comes of them together is no better for it.
What comes of moves made together is every mover's change of options at once, if that is a state; where a model lists
moves without options, it is a state to which each of two movers could go after the other.
"""

from __future__ import annotations

from math import prod

import numpy as np

from nonpaper.model.scenario import Uncertain
from nonpaper.scenarios.game import Game
from nonpaper.scenarios.network import Network, members
from nonpaper.scenarios.space import Places
from nonpaper.scenarios.uncertain import Focal

MOST_TOGETHER = 200_000


def simultaneous(game: Game, network: Network, mover: int, reading: Uncertain = "b") -> int | None:
    """The set of SIM stable states; None where one state has too many joint moves to try."""
    focal, joint = Focal(network, [mover]), joint_moves(game, network, mover)
    found = 0
    for state in range(network.size):
        if joint.most(state) > MOST_TOGETHER:
            return None
        no_better = focal.no_better(state, reading)
        if all(joint.ends(state, target) & no_better for target in members(focal.leaving(state, reading))):
            found |= 1 << state
    return found


class Joint:
    """What may come of one decision maker's move when others improve at the same moment."""

    def __init__(self, network: Network, mover: int) -> None:
        self.network, self.mover = network, mover
        self.others = [other for other in range(len(network.moves)) if other != mover]
        self.wants = {other: network.improvements(other, uncertain=True) for other in self.others}

    def most(self, state: int) -> int:
        """How many combinations of the others' improvements there are."""
        return prod(self.wants[other][state].bit_count() + 1 for other in self.others)

    def ends(self, state: int, target: int) -> int:
        """The set of states that may come of it."""
        found = 0
        for number in self.outcomes(state, target):
            found |= 1 << number
        return found

    def outcomes(self, state: int, target: int) -> dict[int, tuple[tuple[int, int], ...]]:
        """Each state that may come of it, with the others' moves (who, where to) that make it so."""
        found: dict[int, tuple[tuple[int, int], ...]] = {}
        for other in self.others:
            for theirs in members(self.wants[other][state]):
                both = self.network.moves[other][target] & self.network.moves[self.mover][theirs]
                for number in members(both):
                    found.setdefault(number, ((other, theirs),))
        return found


class Together(Joint):
    """As `Joint`, where every state is a pattern of options: changes of different options add up."""

    def __init__(self, network: Network, mover: int, codes: Places) -> None:
        super().__init__(network, mover)
        self._codes = [int(code) for code in codes]
        self._numbers = {code: number for number, code in enumerate(self._codes)}

    def outcomes(self, state: int, target: int) -> dict[int, tuple[tuple[int, int], ...]]:
        """See `Joint.outcomes`."""
        here = self._codes[state]
        own = here ^ self._codes[target]
        changes: list[tuple[int, tuple[tuple[int, int], ...]]] = [(0, ())]
        for other in self.others:
            theirs = [(here ^ self._codes[t], t) for t in members(self.wants[other][state])]
            changes += [(c | n, (*who, (other, t))) for c, who in changes for n, t in theirs if not (c | own) & n]
        found: dict[int, tuple[tuple[int, int], ...]] = {}
        for change, who in changes[1:]:
            number = self._numbers.get(here ^ own ^ change)
            if number is not None:
                found.setdefault(number, who)
        return found


def joint_moves(game: Game, network: Network, mover: int) -> Joint:
    """How moves made at once join in this model."""
    patterns = [game.pattern_at(int(place)) for place in network.places]
    if not patterns[0] or len(patterns[0]) > 62 or any("-" in pattern for pattern in patterns):
        return Joint(network, mover)
    codes = np.array([int(pattern.replace("Y", "1").replace("N", "0"), 2) for pattern in patterns], dtype=np.int64)
    return Together(network, mover, codes)
