"""Legal sequences of moves from one state, shortest first; nobody moves twice in a row.

Status quo analysis as in Li, Kilgour and Hipel (2005). One pass over the states a step and decision maker at most.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import numpy as np

from nonpaper.scenarios.game import Game
from nonpaper.scenarios.space import Flags, Places

Kind = Literal["improvements", "possible improvements", "moves"]
KINDS: tuple[Kind, ...] = ("improvements", "possible improvements", "moves")

_BLOCK = 4_096


class Walk:
    """What sequences of one kind of moves by `movers` reach from `start`. With `goal`, the walk stops on reaching one.

    `counts` are the states first reached after 0, 1, 2… steps.
    """

    def __init__(self, game: Game, start: int, movers: Sequence[int], kind: Kind, goal: Flags | None = None) -> None:
        self._game, self._start, self._movers, self._kind = game, start, tuple(movers), kind
        size = game.space.size
        self.steps = np.full(size, -1, dtype=np.int32)
        self.steps[start] = 0
        self._before = {m: np.full(size, -1, dtype=np.int64) for m in movers}
        self._depths = {m: np.full(size, -1, dtype=np.int32) for m in movers}
        self._last = np.full(size, -1, dtype=np.int32)
        self.counts = [1]
        self.found: tuple[int, int] | None = None
        frontier = {-1: np.array([start], dtype=np.int64)}
        while frontier and self.found is None:
            frontier = self._advance(frontier, goal)

    def path(self, place: int) -> list[tuple[int, int]]:
        """A shortest sequence to a reached place, as (mover, place) steps."""
        return self._traced(int(self._last[place]), place, int(self.steps[place]))

    def path_to_goal(self) -> list[tuple[int, int]]:
        """A shortest sequence of at least one step to the goal; empty where it is out of reach."""
        return self._traced(*self.found, len(self.counts) - 1) if self.found else []

    def _traced(self, last: int, place: int, depth: int) -> list[tuple[int, int]]:
        found = []
        for left in range(depth, 0, -1):
            found.append((last, place))
            place = int(self._before[last][place])
            last = next((m for m in self._movers if m != last and self._depths[m][place] == left - 1), -1)
        return found[::-1]

    def _advance(self, frontier: dict[int, Places], goal: Flags | None) -> dict[int, Places]:
        depth = len(self.counts)
        fresh: dict[int, Places] = {}
        for mover in self._movers:
            sources = [places for last, places in frontier.items() if last != mover]
            if sources:
                fresh[mover] = self._moved(mover, np.unique(np.concatenate(sources)))
        new = 0
        for mover, places in fresh.items():
            unseen = places[self.steps[places] < 0]
            self.steps[unseen] = depth
            self._last[unseen] = mover
            self._depths[mover][places] = depth
            new += unseen.size
        self.counts.append(new)
        if goal is not None:
            hits = [(m, int(p)) for m, places in fresh.items() for p in places[goal[places]][:1]]
            self.found = hits[0] if hits else None
        return {mover: places for mover, places in fresh.items() if places.size}

    def _moved(self, mover: int, sources: Places) -> Places:
        """The places that this mover reaches now for the first time."""
        before, found = self._before[mover], []
        for begin in range(0, sources.size, _BLOCK):
            block = sources[begin : begin + _BLOCK]
            rows, targets = self._game.space.moves_from(mover, block)
            origins = block[rows]
            if self._kind != "moves":
                better, unknown = self._game.comparisons[mover](origins, targets)
                kept = better | unknown if self._kind == "possible improvements" else better
                origins, targets = origins[kept], targets[kept]
            fresh = before[targets] < 0
            origins, targets = origins[fresh], targets[fresh]
            before[targets[::-1]] = origins[::-1]
            found.append(np.unique(targets))
        return np.unique(np.concatenate(found)) if found else np.empty(0, dtype=np.int64)
