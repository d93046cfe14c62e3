"""Bounds on what a budget can still do, by which most sets of changes are ruled out unseen.

In each scenario and for each party (and for mixtures of parties), what is left of the budget can add at most the best
gains still open; and over all scenarios together, the sum of slacks cannot be lower than the scenarios that may be
given up could pull it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from nonpaper.analysis.changes import Floats, Ints, Task
from nonpaper.analysis.mixtures import mixtures, places

Mask = NDArray[np.bool_]
Singles = NDArray[np.float32]

HARDEST = 2
"""Of the scenarios, those first looked at: this many times the ones that may be given up."""
STAGES = 10
"""Places in the order of blocks for which bounds are kept."""
WIDE = 8
"""Mixtures of parties looked at scenario by scenario."""
SLIP = 1e-9
SLACKEN = np.float32(2e-6)
"""Bounds in double and single precision are loosened by this much, so that rounding never cuts off an answer."""


class Bounds:
    """The moves of one task in the order in which they are tried, and what those still to come can add at most.

    Slacks and gains of parties and mixtures, hardest scenarios first, are kept as they are and added up move by move:
    products of matrices at every node would wake threads for nothing.
    """

    def __init__(self, task: Task) -> None:
        self.task = task
        self.scenarios, self.parties = task.slack.shape
        self.spare = self.scenarios - task.need
        self.blocks = len(task.moves.must)
        self.place, self.order = places(task)
        self.mixtures = mixtures(task)
        self.narrow = min(len(self.mixtures), self.parties + WIDE) if task.jointly else self.parties
        hard = np.argsort(task.slack.min(axis=1), kind="stable")
        self.slack = np.ascontiguousarray((task.slack[hard] @ self.mixtures.T).T, np.float32)
        self.gain = np.ascontiguousarray((task.gain[:, hard] @ self.mixtures.T).transpose(0, 2, 1), np.float32)
        self.mean_slack = task.slack.mean(axis=0) @ self.mixtures.T
        self.mean_gain = task.gain.mean(axis=1) @ self.mixtures.T
        self.stages = np.unique(np.linspace(0, self.blocks, STAGES + 1).astype(np.int64))
        self.cheapest = max(1, int(task.moves.cost.min(initial=1)))
        self._deepen(6)

    def reach_to(self, budget: int) -> None:
        """Makes the bounds deep enough for as many changes as the budget may pay for."""
        most = budget // self.cheapest
        if most > self.depth:
            self._deepen(min(self.blocks, most + 2))

    def _deepen(self, depth: int) -> None:
        """Sums of the best 0 to `depth` gains among blocks from each stage on; means for each block."""
        self.depth = depth
        shape = self.narrow, self.scenarios
        rank, mean_rank = np.zeros((depth, *shape), np.float32), np.zeros((depth, len(self.mixtures)))
        self.mean_top = np.zeros((self.blocks + 1, depth + 1, len(self.mixtures)))
        self.top = {self.blocks: np.zeros((depth + 1, *shape), np.float32)}
        for place in range(self.blocks - 1, -1, -1):
            here = np.flatnonzero(self.place == place)
            if here.size:
                _insert(rank, np.maximum(self.gain[here, : self.narrow].max(axis=0), 0))
                _insert(mean_rank, np.maximum(self.mean_gain[here].max(axis=0), 0))
            self.mean_top[place, 1:] = np.cumsum(mean_rank, axis=0)
            if place in self.stages:
                self.top[place] = np.zeros((depth + 1, *shape), np.float32)
                self.top[place][1:] = np.cumsum(rank, axis=0)
        losses = np.sort(np.minimum(self._worst(), 0), axis=0)[:depth]
        hurt = np.cumsum(losses, axis=0)
        hurt = hurt if self.task.jointly else np.array([self._mixed(h[: self.parties]) for h in hurt])
        self.hurt = np.vstack([np.zeros((1, len(self.mixtures))), hurt])

    def _mixed(self, by_party: Floats) -> Floats:
        """Parties' figures mixed; for scenarios that each party gives up on its own."""
        return np.asarray((self.mixtures * by_party).sum(axis=1))

    def _worst(self) -> Floats:
        """For each block and mixture, what one move of it can take away, on average of the scenarios given up."""
        if not self.spare:
            return np.zeros((self.blocks, len(self.mixtures)))
        by_move = np.partition(self.gain, self.spare - 1, axis=2)[:, :, : self.spare].mean(axis=2, dtype=np.float64)
        return np.array([by_move[self.task.moves.block == b].min(axis=0, initial=0.0) for b in range(self.blocks)])

    def hopeful(self, fresh: Ints, slack: Singles, mean: Floats, budget: int) -> Ints:
        """The moves after which the budget left could still be enough."""
        more = np.minimum((budget - self.task.moves.cost[fresh]) // self.cheapest, self.depth)
        after = self.place[fresh] + 1
        keep = self._by_means(fresh, more, after, slack, mean)
        fresh, more, after = fresh[keep], more[keep], after[keep]
        for count in (HARDEST * self.spare + 60, self.scenarios):
            keep = self._by_scenarios(fresh, more, after, slack[: self.narrow, :count])
            fresh, more, after = fresh[keep], more[keep], after[keep]
        return fresh

    def _by_means(self, fresh: Ints, more: Ints, after: Ints, slack: Singles, mean: Floats) -> Mask:
        """Over all scenarios: the slacks' sum is at least what the scenarios given up could make of it."""
        given_up = np.zeros(len(self.mixtures))
        if self.spare:
            rows = slack if self.task.jointly else slack[: self.parties]
            low = np.partition(rows, self.spare - 1, axis=1)[:, : self.spare]
            given_up = np.minimum(low, 0).sum(axis=1, dtype=np.float64) / self.scenarios
            given_up = given_up if self.task.jointly else self._mixed(given_up)
        hurt = self.spare / self.scenarios * self.hurt[np.minimum(more + 1, len(self.hurt) - 1)]
        reach = mean + self.mean_gain[fresh] + self.mean_top[after, more]
        return np.asarray((reach >= given_up + hurt - SLIP).all(axis=1))

    def _by_scenarios(self, fresh: Ints, more: Ints, after: Ints, slack: Singles) -> Mask:
        """Scenario by scenario: not more may be lost than may be given up."""
        stage = self.stages[np.searchsorted(self.stages, after, side="right") - 1]
        keep = np.zeros(len(fresh), np.bool_)
        count = slack.shape[1]
        for key in {(int(s), int(m)) for s, m in zip(stage, more, strict=True)}:
            group = np.flatnonzero((stage == key[0]) & (more == key[1]))
            needed = -SLACKEN - slack - self.top[key[0]][key[1]][:, :count]
            for start in range(0, len(group), 64):
                part = group[start : start + 64]
                lost = self.gain[fresh[part], : self.narrow, :count] < needed
                gone = lost.any(axis=1).sum(axis=1) if self.task.jointly else lost.sum(axis=2).max(axis=1)
                keep[part] = gone <= self.spare
        return keep


def _insert(ranked: NDArray[np.floating], value: NDArray[np.floating]) -> None:
    """Puts a value in its place among the largest so far, place by place, largest first."""
    for place in range(len(ranked)):
        larger = np.maximum(ranked[place], value)
        value = np.minimum(ranked[place], value)
        ranked[place] = larger
