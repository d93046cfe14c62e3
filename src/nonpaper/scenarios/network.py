"""A small model as sets: of each state whom it leads to and what is preferred to it, a set being the bits of a number.

What unknown preference and coalitions ask cannot be put as one number a state, so sets are followed. Memory grows with
the square of the number of states; past `MOST` the analyses that need this say that they were left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from nonpaper.scenarios.game import Game
from nonpaper.scenarios.space import Flags, Places

MOST = 4_096
Sets = list[int]


@dataclass(frozen=True)
class Network:
    """One set of states a state and decision maker: moves, states known to be preferred, states not compared.

    States are numbered from 0 in the order of `places`.
    """

    places: Places
    moves: tuple[Sets, ...]
    better: tuple[Sets, ...]
    unsure: tuple[Sets, ...]

    @property
    def size(self) -> int:
        """How many states there are."""
        return int(self.places.size)

    @property
    def everything(self) -> int:
        """The set of all states."""
        return (1 << self.size) - 1

    def improvements(self, mover: int, *, uncertain: bool) -> Sets:
        """Unilateral improvements of each state, with those moves of which it is not known whether they are."""
        wanted = self.better[mover]
        if uncertain:
            wanted = [b | u for b, u in zip(wanted, self.unsure[mover], strict=True)]
        return [m & w for m, w in zip(self.moves[mover], wanted, strict=True)]


def network(game: Game) -> Network:
    """The model as sets; the caller sees to it that it has no more than `MOST` states."""
    places = np.flatnonzero(game.space.feasible)
    number = np.full(game.space.size, -1, dtype=np.int64)
    number[places] = np.arange(places.size)
    moves, better, unsure = [], [], []
    for mover, compare in enumerate(game.comparisons):
        rows, targets = game.space.moves_from(mover, places)
        grid = np.zeros((places.size, places.size), dtype=bool)
        grid[rows, number[targets]] = True
        moves.append(_sets(grid))
        liked, unknown = compare(places[:, None], places[None, :])
        better.append(_sets(liked))
        unsure.append(_sets(unknown))
    return Network(places, tuple(moves), tuple(better), tuple(unsure))


def _sets(grid: NDArray[Any]) -> Sets:
    packed = np.packbits(grid, axis=1, bitorder="little")
    return [int.from_bytes(row.tobytes(), "little") for row in packed]


def as_flags(bits: int, size: int) -> Flags:
    """A set as one flag a state.

    >>> as_flags(0b110, 4).tolist()
    [False, True, True, False]
    """
    packed = np.frombuffer(bits.to_bytes((size + 7) // 8, "little"), dtype=np.uint8)
    return np.unpackbits(packed, count=size, bitorder="little").astype(bool)


def as_set(flags: Flags) -> int:
    """Flags, one a state, as a set."""
    return int.from_bytes(np.packbits(flags, bitorder="little").tobytes(), "little")


def members(bits: int) -> Iterator[int]:
    """The numbers in a set, ascending.

    >>> list(members(0b1010))
    [1, 3]
    """
    while bits:
        low = bits & -bits
        yield low.bit_length() - 1
        bits ^= low


def reached(steps: Sequence[Sets], size: int) -> Sets:
    """For each state the ends of all legal sequences of one step or more, no mover twice in a row.

    `steps` has the targets of each state for each mover. Sets grow until nothing changes; each pass costs one union a
    step.
    """
    listed = [[list(members(targets)) for targets in own] for own in steps]
    first = [list(own) for own in steps]
    changed = len(steps) > 1
    while changed:
        changed = False
        for mover, own in enumerate(listed):
            after = [_union(first, mover, state) for state in range(size)]
            for state, targets in enumerate(own):
                found = first[mover][state]
                for target in targets:
                    found |= after[target]
                changed |= found != first[mover][state]
                first[mover][state] = found
    return [_union(first, -1, state) for state in range(size)]


def _union(first: list[Sets], without: int, state: int) -> int:
    found = 0
    for mover, sets in enumerate(first):
        if mover != without:
            found |= sets[state]
    return found
