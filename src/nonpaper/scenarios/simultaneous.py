"""SIM: improvements held back because others may go at the same time (Fraser and Hipel 1979; 1984, chapter 3).

A state is SIM stable for a decision maker where each of its improvements may meet improvements of one or more others,
made from the same state at the same moment, such that what comes of them together is known to be no better for it.
What comes of moves made together is every mover's change of options at once, if that is a state; where a model lists
moves without options, it is a state to which each of two movers could go after the other.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from nonpaper.scenarios.game import Game
from nonpaper.scenarios.network import Network, members
from nonpaper.scenarios.space import Places

MOST_TOGETHER = 200_000


def simultaneous(game: Game, network: Network, mover: int) -> int | None:
    """The set of SIM stable states; None where one state has too many joint moves to try."""
    wants = [network.improvements(m, uncertain=False) for m in range(len(network.moves))]
    codes = _codes(game, network)
    joint = _commuting(network, mover, wants) if codes is None else _together(network, mover, wants, codes)
    found = 0
    for state in range(network.size):
        if _most(wants, mover, state) > MOST_TOGETHER:
            return None
        no_better = network.everything & ~network.better[mover][state] & ~network.unsure[mover][state]
        if all(joint(state, target) & no_better for target in members(wants[mover][state])):
            found |= 1 << state
    return found


Joint = Callable[[int, int], int]


def _most(wants: list[list[int]], mover: int, state: int) -> int:
    found = 1
    for other, sets in enumerate(wants):
        found *= 1 if other == mover else sets[state].bit_count() + 1
    return found


def _codes(game: Game, network: Network) -> Places | None:
    """Each state's options as the bits of a number, where every state has them."""
    patterns = [game.pattern_at(int(place)) for place in network.places]
    if not patterns[0] or len(patterns[0]) > 62 or any("-" in pattern for pattern in patterns):
        return None
    return np.array([int(pattern.replace("Y", "1").replace("N", "0"), 2) for pattern in patterns], dtype=np.int64)


def _together(network: Network, mover: int, wants: list[list[int]], codes: Places) -> Joint:
    numbers = {int(code): number for number, code in enumerate(codes)}

    def joint(state: int, target: int) -> int:
        here, own = int(codes[state]), int(codes[state] ^ codes[target])
        changes = [0]
        for other, sets in enumerate(wants):
            if other != mover:
                theirs = [here ^ int(codes[t]) for t in members(sets[state])]
                changes += [c ^ new for c in changes for new in theirs if not c & new and not own & new]
        found = 0
        for change in changes[1:]:
            number = numbers.get(here ^ own ^ change)
            found |= 0 if number is None else 1 << number
        return found

    return joint


def _commuting(network: Network, mover: int, wants: list[list[int]]) -> Joint:
    def joint(state: int, target: int) -> int:
        found = 0
        for other, sets in enumerate(wants):
            if other != mover:
                for theirs in members(sets[state]):
                    found |= network.moves[other][target] & network.moves[mover][theirs]
        return found

    return joint
