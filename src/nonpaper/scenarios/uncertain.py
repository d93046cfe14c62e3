"""Stability where some preferences are unknown: the four readings of Li, Hipel, Kilgour and Fang (2004).

| reading | leaves a state for | is held back by states |
|---|---|---|
| a | improvements and moves of unknown preference | known to be no better |
| b | improvements alone | known to be no better |
| c | improvements and moves of unknown preference | not known to be better |
| d | improvements alone | not known to be better |

Under SEQ the others answer by improvements and by moves of which it is unknown whether they are. Where all is known the
four are one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from nonpaper.model.scenario import Concept, Uncertain
from nonpaper.scenarios.network import Network, Sets, as_flags, as_set, members, reached
from nonpaper.scenarios.space import Places

READINGS: tuple[Uncertain, ...] = ("a", "b", "c", "d")


class Focal:
    """One decision maker, or a coalition, against the others; `leaves` and `better` are its own."""

    def __init__(self, network: Network, movers: Sequence[int]) -> None:
        self.network = network
        self._others = [other for other in range(len(network.moves)) if other not in movers]
        self._asked: tuple[int, Uncertain] | None = None
        self._answer = 0
        self.moves = (
            network.moves[movers[0]] if len(movers) == 1 else reached([network.moves[m] for m in movers], network.size)
        )
        self.better = [self._all(network.better, movers, s) for s in range(network.size)]
        # A coalition is of one mind only where each member is: what one does not know, the coalition does not.
        either = _either(network)
        self.unsure = [self._all(either, movers, s) & ~self.better[s] for s in range(network.size)]

    @staticmethod
    def _all(sets: Sequence[Sets], movers: Sequence[int], state: int) -> int:
        found = sets[movers[0]][state]
        for mover in movers[1:]:
            found &= sets[mover][state]
        return found

    @cached_property
    def by_moves(self) -> Sets:
        """Where the others can take the conflict from each state."""
        return reached([self.network.moves[o] for o in self._others], self.network.size)

    @cached_property
    def by_improvements(self) -> Sets:
        """The same by improvements, and moves not known to be none."""
        return reached([self.network.improvements(o, uncertain=True) for o in self._others], self.network.size)

    def stable(self, concept: Concept, reading: Uncertain) -> int:
        """The set of states that are stable."""
        found = 0
        for state in range(self.network.size):
            if all(self.held(state, target, concept, reading) for target in members(self.leaving(state, reading))):
                found |= 1 << state
        return found

    def leaving(self, state: int, reading: Uncertain) -> int:
        """The set of states for which it would leave."""
        wanted = self.better[state] | (self.unsure[state] if reading in "ac" else 0)
        return self.moves[state] & wanted

    def held(self, state: int, target: int, concept: Concept, reading: Uncertain) -> bool:
        """Whether the others can answer the move so that it ends no better."""
        if concept == "R":
            return False
        ending = self.ending(state, target, concept, reading)
        return bool(ending & self._settled(state, reading) if concept == "SMR" else ending)

    def ending(self, state: int, target: int, concept: Concept, reading: Uncertain) -> int:
        """The states to which the others can take it from the target that are no better."""
        answers = self.by_improvements if concept == "SEQ" else self.by_moves
        return answers[target] & self.no_better(state, reading)

    def _settled(self, state: int, reading: Uncertain) -> int:
        """The states from which it reaches nothing that it would count as better than `state`."""
        if self._asked != (state, reading):
            beyond = as_flags(self.network.everything & ~self.no_better(state, reading), self.network.size)
            begin, targets = self._edges
            leads = np.flatnonzero(begin[1:] > begin[:-1])
            settled = np.ones(self.network.size, dtype=bool)
            if leads.size:
                settled[leads] = ~np.logical_or.reduceat(beyond[targets], begin[leads])
            self._asked, self._answer = (state, reading), as_set(settled)
        return self._answer

    @cached_property
    def _edges(self) -> tuple[Places, Places]:
        """Its moves one after the other, and where each state's begin."""
        listed = [np.flatnonzero(as_flags(targets, self.network.size)) for targets in self.moves]
        return np.cumsum([0, *map(len, listed)]), np.concatenate(listed)

    def no_better(self, state: int, reading: Uncertain) -> int:
        """The states that it counts as no better than this one."""
        against = self.better[state] | (self.unsure[state] if reading in "ab" else 0)
        return self.network.everything & ~against


def _either(network: Network) -> Sequence[Sets]:
    return [[b | u for b, u in zip(bs, us, strict=True)] for bs, us in zip(network.better, network.unsure, strict=True)]


def readings(network: Network, mover: int, concepts: Sequence[Concept]) -> Mapping[Uncertain, Mapping[Concept, int]]:
    """The stable states of one decision maker under each reading and concept, as sets."""
    focal = Focal(network, [mover])
    return {r: {c: focal.stable(c, r) for c in concepts} for r in READINGS}
