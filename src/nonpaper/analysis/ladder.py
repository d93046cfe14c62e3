"""A first answer to what must be changed: one change more at a time, each set then bettered by swaps.

It proves nothing. It gives the search a ceiling, and says how near the best set found with fewer changes comes.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.analysis.changes import Ints, Task

Chosen = tuple[int, ...]
Singles = NDArray[np.float32]

DEEPEST = 40
"""Changes tried at most."""
SWEEPS = 3
"""Times that every change of a set is tried for a better one."""
VAIN = 3
"""Changes more that may better nothing before the ladder is left."""
FURTHER = 2
"""Rungs looked at past the first that is enough, where costs differ."""


class Rung(msgspec.Struct, frozen=True, kw_only=True):
    """One set of moves, what it costs, the share of scenarios that it holds in, and whether that is enough."""

    chosen: Chosen
    cost: int
    share: float
    enough: bool


def climb(task: Task) -> list[Rung]:
    """The best set found for each number of changes. O(changes² × moves × scenarios × parties)."""
    ladder = _Ladder(task)
    rungs: list[Rung] = []
    best, further = -np.inf, 0 if len(set(task.moves.cost.tolist())) == 1 else FURTHER
    for rung, score in ladder.rungs():
        rungs.append(rung)
        done = sum(r.enough for r in rungs)
        if done > further or (score <= best and len(rungs) > VAIN and not done):
            break
        best = max(best, ladder.recent(score))
    return rungs


class _Ladder:
    """The moves' gains, parties × scenarios, and the search over them."""

    def __init__(self, task: Task) -> None:
        self.task, self.moves = task, task.moves
        self.slack = np.ascontiguousarray(task.slack.T, np.float32)
        self.gain = np.ascontiguousarray(task.gain.transpose(0, 2, 1), np.float32)
        self.scores: list[float] = []

    def recent(self, score: float) -> float:
        """The best score but for the last few."""
        self.scores.append(score)
        return max(self.scores[:-VAIN], default=-np.inf)

    def rungs(self) -> Iterator[tuple[Rung, float]]:
        """Sets with one change more each; compulsory changes come first and stay."""
        chosen: list[int] = []
        musts = np.flatnonzero(self.moves.must)
        for step in range(min(DEEPEST + len(musts), len(self.moves.must))):
            fresh = np.flatnonzero(self.moves.block == musts[step]) if step < len(musts) else self._fresh(chosen)
            if not fresh.size:
                return
            chosen.append(int(fresh[self._scores(self._total(chosen), fresh, 10.0).argmax()]))
            if step + 1 >= len(musts):
                score = self._swapped(chosen)
                yield self._rung(chosen), score

    def _fresh(self, chosen: list[int]) -> Ints:
        return np.flatnonzero(~np.isin(self.moves.block, self.moves.block[chosen]))

    def _total(self, chosen: list[int]) -> Singles:
        return np.asarray(self.slack + self.gain[chosen].sum(axis=0))

    def _scores(self, total: Singles, fresh: Ints, weight: float) -> NDArray[np.float64]:
        """For each move, the share of scenarios held with it, and by how much the others fall short, weighed."""
        after = total + self.gain[fresh]
        held = after >= 0
        share = held.all(axis=1).mean(axis=1) if self.task.jointly else held.mean(axis=2).min(axis=1)
        return np.asarray(share + weight * np.minimum(after, 0).sum(axis=1).mean(axis=1), np.float64)

    def _swapped(self, chosen: list[int]) -> float:
        """Betters the set, one change for another, and gives its score."""
        score = -np.inf
        for _ in range(SWEEPS):
            before = score
            for at, move in enumerate(chosen):
                rest = chosen[:at] + chosen[at + 1 :]
                block = self.moves.block[move]
                fresh = np.flatnonzero(self.moves.block == block) if self.moves.must[block] else self._fresh(rest)
                scores = self._scores(self._total(rest), fresh, 0.3)
                if scores.max() > score + 1e-6:
                    score, chosen[at] = float(scores.max()), int(fresh[scores.argmax()])
            if score <= before + 1e-6:
                break
        return score

    def _rung(self, chosen: list[int]) -> Rung:
        enough = self.task.satisfied(chosen)
        kept = self._pruned(tuple(sorted(chosen))) if enough else tuple(sorted(chosen))
        return Rung(
            chosen=kept,
            cost=int(self.moves.cost[list(kept)].sum()),
            share=self.task.share(kept),
            enough=enough,
        )

    def _pruned(self, chosen: Chosen) -> Chosen:
        for a in sorted(chosen, key=lambda a: -int(self.moves.cost[a])):
            rest = tuple(x for x in chosen if x != a)
            if self.task.satisfied(rest):
                chosen = rest
        return chosen
