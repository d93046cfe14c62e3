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
from nonpaper.scenarios.network import Network, as_flags, members
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
        leaving = focal.leaving(state, reading)
        if not leaving or joint.held(state, list(members(leaving)), focal.no_better(state, reading)):
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

    def held(self, state: int, targets: list[int], no_better: int) -> bool:
        """Whether of each target something may come that is in the set `no_better`."""
        return all(any(no_better >> end & 1 for end in self.outcomes(state, target)) for target in targets)

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
        self._codes = codes
        self._order = np.argsort(codes)
        self._sorted = codes[self._order]
        self._direct = np.full(int(codes.max()) + 1, -1) if int(codes.max()) < 1 << 22 else None
        if self._direct is not None:
            self._direct[codes] = np.arange(codes.size)

    def held(self, state: int, targets: list[int], no_better: int) -> bool:
        """See `Joint.held`. All combinations of changes at once."""
        here = self._codes[state]
        changes = np.zeros(1, dtype=np.int64)
        for other in self.others:
            theirs = here ^ self._codes[list(members(self.wants[other][state]))]
            apart = (changes[:, None] & theirs[None, :]) == 0
            changes = np.concatenate([changes, (changes[:, None] | theirs[None, :])[apart]])
        own = (here ^ self._codes[targets])[:, None]
        numbers = self._numbered(here ^ own ^ changes[None, 1:])
        ends = as_flags(no_better, self.network.size)[numbers]
        return bool((ends & (numbers >= 0) & ((own & changes[None, 1:]) == 0)).any(axis=1).all())

    def _numbered(self, codes: Places) -> Places:
        """The states with these codes; -1 where there is none."""
        if self._direct is not None:
            inside = codes < self._direct.size
            return np.where(inside, self._direct[np.where(inside, codes, 0)], -1)
        at = np.minimum(np.searchsorted(self._sorted, codes), self._sorted.size - 1)
        return np.where(self._sorted[at] == codes, self._order[at], -1)

    def outcomes(self, state: int, target: int) -> dict[int, tuple[tuple[int, int], ...]]:
        """See `Joint.outcomes`."""
        here = int(self._codes[state])
        own = here ^ int(self._codes[target])
        changes: list[tuple[int, tuple[tuple[int, int], ...]]] = [(0, ())]
        for other in self.others:
            theirs = [(here ^ int(self._codes[t]), t) for t in members(self.wants[other][state])]
            changes += [(c | n, (*who, (other, t))) for c, who in changes for n, t in theirs if not (c | own) & n]
        found: dict[int, tuple[tuple[int, int], ...]] = {}
        for change, who in changes[1:]:
            number = int(self._numbered(np.array(here ^ own ^ change, dtype=np.int64)))
            if number >= 0:
                found.setdefault(number, who)
        return found


def joint_moves(game: Game, network: Network, mover: int) -> Joint:
    """How moves made at once join in this model."""
    patterns = [game.pattern_at(int(place)) for place in network.places]
    if not patterns[0] or len(patterns[0]) > 62 or any("-" in pattern for pattern in patterns):
        return Joint(network, mover)
    codes = np.array([int(pattern.replace("Y", "1").replace("N", "0"), 2) for pattern in patterns], dtype=np.int64)
    return Together(network, mover, codes)
