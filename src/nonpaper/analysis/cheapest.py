"""The cheapest set of changes that leaves enough scenarios with nobody short: branch and bound, with proof.

Bounds: in each scenario and for each party (and for mixtures of parties), what is left of the budget can add at most
the best gains still open; and over all scenarios together, the sum of slacks cannot be lower than the scenarios that
may be given up could pull it. A beam search gives a first answer; rising budgets then prove that nothing cheaper does.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.analysis.changes import Floats, Task

Mask = NDArray[np.bool_]
Singles = NDArray[np.float32]
Ints = NDArray[np.int64]
Chosen = tuple[int, ...]

BEAM = 16
"""Sets kept at each step of the first search."""
MOST_NODES = 12_000
"""Nodes opened at most for one budget; past them the answer stands with the gap that is proved."""
LISTED = 20
"""Optimal sets listed at most."""
LISTING = 600
"""Nodes opened at most to list further sets that are as cheap."""
DEEPEST = 40
"""Changes tried at most."""
MIXTURES = 24
HARDEST = 2
"""Of the scenarios, those first looked at: this many times the ones that may be given up."""
STAGES = 10
"""Places in the order of blocks for which bounds are kept."""
WIDE = 4
"""Mixtures of parties looked at scenario by scenario."""
SLIP = 1e-9
SLACKEN = np.float32(2e-6)
"""Bounds in double and single precision are loosened by this much, so that rounding never cuts off an answer."""


class Cheapest(msgspec.Struct, frozen=True, kw_only=True):
    """The cheapest sets found (indices of moves), their cost, and a proved lower bound on any set's cost.

    `sets` is empty where nothing is enough or nothing was found. `whole` says that all sets of that cost are listed.
    """

    sets: tuple[Chosen, ...]
    cost: int | None
    proved: int
    whole: bool
    nodes: int


def cheapest(task: Task, *, most_nodes: int = MOST_NODES) -> Cheapest:
    """The cheapest sets of moves that are enough. Exponential at worst; the bounds cut most of it."""
    search = _Search(task, most_nodes)
    if not task.slack.size or task.satisfied(()):
        return Cheapest(sets=((),), cost=0, proved=0, whole=True, nodes=0)
    first = search.beam()
    ceiling = None if first is None else int(task.moves.cost[list(first)].sum())
    budget = search.least
    while ceiling is None or budget < ceiling:
        found, whole = search.within(budget, 1)
        if found:
            first, ceiling = found[0], int(task.moves.cost[list(found[0])].sum())
            break
        if not whole:
            return _stopped(search, first, ceiling, budget)
        after = search.next_budget(budget)
        if after is None:
            return Cheapest(sets=(), cost=None, proved=budget, whole=True, nodes=search.nodes)
        budget = after
    search.most_nodes = min(most_nodes, LISTING)
    found, whole = search.within(ceiling, LISTED)
    sets = tuple(sorted({*found, *([first] if first else [])}, key=lambda s: (len(s), s)))[:LISTED]
    return Cheapest(sets=sets, cost=ceiling, proved=ceiling, whole=whole and len(found) < LISTED, nodes=search.nodes)


def _stopped(search: _Search, first: Chosen | None, ceiling: int | None, budget: int) -> Cheapest:
    sets = () if first is None else (first,)
    return Cheapest(sets=sets, cost=ceiling, proved=budget, whole=False, nodes=search.nodes)


class _Search:
    """One task with its bounds."""

    def __init__(self, task: Task, most_nodes: int) -> None:
        self.task, self.most_nodes, self.nodes = task, most_nodes, 0
        self.scenarios, self.parties = task.slack.shape
        self.spare = self.scenarios - task.need
        self.blocks = len(task.moves.must)
        self.least = self._compulsory()
        self._arrange()
        self._mix()
        self._limits()

    def _compulsory(self) -> int:
        costs = self.task.moves
        return sum(int(costs.cost[costs.block == b].min()) for b in np.flatnonzero(costs.must))

    def _arrange(self) -> None:
        """Blocks in the order of what they can add to the worst-off parties; compulsory ones first."""
        gain, block = self.task.gain.mean(axis=1), self.task.moves.block
        short = np.maximum(-self.task.slack, 0).mean(axis=0) + 1e-6
        score = gain @ (short / short.sum())
        best = np.array([score[block == b].max(initial=-np.inf) for b in range(self.blocks)])
        best[self.task.moves.must] = np.inf
        place = np.empty(self.blocks, np.int64)
        place[np.argsort(-best, kind="stable")] = np.arange(self.blocks)
        self.place = place[block]
        self.order = np.lexsort((-score, self.place))
        self.last_must = int(self.task.moves.must.sum())

    def _mix(self) -> None:
        """Mixtures of parties whose mean gains are hard to raise together; each party alone is one."""
        mean, short = self.task.gain.mean(axis=1), self.task.slack.mean(axis=0)
        mixtures = [np.eye(self.parties)[j] for j in range(self.parties)]
        weights = np.ones(self.parties) / self.parties
        for step in range(MIXTURES if self.parties > 1 else 0):
            mixtures.append(weights)
            score = mean @ weights
            best = [
                int(np.flatnonzero(self.task.moves.block == b)[score[self.task.moves.block == b].argmax()])
                for b in range(self.blocks)
                if (self.task.moves.block == b).any()
            ]
            taken = sorted(best, key=lambda a: -score[a])[: 3 + step % 6]
            total = short + mean[taken].sum(axis=0)
            weights = weights * np.exp(-4.0 * total / (np.abs(total).max() + 1e-12))
            weights /= weights.sum()
        self.mixtures = np.array([*mixtures[: self.parties], *mixtures[: self.parties - 1 : -1]])  # the hardest first

    def _limits(self) -> None:
        """Slacks and gains of parties and mixtures, hardest scenarios first, and their means.

        Kept as they are and added up move by move: products of matrices at every node would wake threads for nothing.
        """
        task = self.task
        self.narrow = min(len(self.mixtures), self.parties + WIDE) if task.jointly else self.parties
        hard = np.argsort(task.slack.min(axis=1), kind="stable")
        self.slack = np.ascontiguousarray((task.slack[hard] @ self.mixtures.T).T, np.float32)
        self.gain = np.ascontiguousarray((task.gain[:, hard] @ self.mixtures.T).transpose(0, 2, 1), np.float32)
        self.mean_slack = task.slack.mean(axis=0) @ self.mixtures.T
        self.mean_gain = task.gain.mean(axis=1) @ self.mixtures.T
        self.stages = np.unique(np.linspace(0, self.blocks, STAGES + 1).astype(np.int64))
        self.cheapest = max(1, int(task.moves.cost.min(initial=1)))
        self._tops(6)

    def _tops(self, depth: int) -> None:
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

    def beam(self) -> Chosen | None:
        """A set that is enough, found by keeping the best few at each step; None where none is found."""
        held: list[Chosen] = [()]
        for _ in range(min(DEEPEST, self.blocks)):
            grown: dict[Chosen, float] = {}
            for chosen in held:
                grown.update(self._scored(chosen))
            ranked = sorted(grown, key=lambda c: (-grown[c], c))
            enough = [c for c in ranked[: 4 * BEAM] if self.task.satisfied(c)]
            if enough:
                return min((self._pruned(c) for c in enough), key=lambda c: int(self.task.moves.cost[list(c)].sum()))
            held = ranked[:BEAM]
        return None

    def _scored(self, chosen: Chosen) -> dict[Chosen, float]:
        """The best sets with one more move, by the scenarios they satisfy and how short they leave the others."""
        taken = self.task.moves.block[list(chosen)]
        fresh = np.flatnonzero(~np.isin(self.task.moves.block, taken))
        slack = self.slack[: self.parties] + self.gain[list(chosen), : self.parties].sum(axis=0)
        total = slack + self.gain[fresh, : self.parties]
        held = total >= 0
        share = held.all(axis=1).mean(axis=1) if self.task.jointly else held.mean(axis=2).min(axis=1)
        short = np.minimum(total, 0).sum(axis=1).mean(axis=1)
        musts = self.task.moves.must[self.task.moves.block[fresh]] + self._musts(chosen)
        score = share + 10 * short + 100.0 * musts
        keep = np.argsort(-score, kind="stable")[:BEAM]
        return {tuple(sorted((*chosen, int(fresh[i])))): float(score[i]) for i in keep}

    def _musts(self, chosen: Chosen) -> int:
        return int(self.task.moves.must[self.task.moves.block[list(chosen)]].sum())

    def _pruned(self, chosen: Chosen) -> Chosen:
        for a in sorted(chosen, key=lambda a: -int(self.task.moves.cost[a])):
            rest = tuple(x for x in chosen if x != a)
            if self.task.satisfied(rest):
                chosen = rest
        return chosen

    def next_budget(self, budget: int) -> int | None:
        """The next cost that some set could have; None past what all blocks together could cost."""
        ceiling = sum(int(self.task.moves.cost[self.task.moves.block == b].max(initial=0)) for b in range(self.blocks))
        step = int(np.gcd.reduce(self.task.moves.cost)) if self.task.moves.cost.size else 0
        return budget + step if step and budget + step <= ceiling else None

    def within(self, budget: int, listed: int) -> tuple[list[Chosen], bool]:
        """Sets that are enough and cost at most `budget`, up to `listed`; and whether the search was whole."""
        most = budget // self.cheapest
        if most > self.depth:
            self._tops(min(self.blocks, most + 2))
        self._left = self.most_nodes
        found: list[Chosen] = []
        for chosen in self._walk((), self.slack, self.mean_slack, 0, budget):
            found.append(chosen)
            if len(found) >= listed:
                break
        return found, self._left > 0

    def _walk(self, chosen: Chosen, slack: Singles, mean: Floats, start: int, budget: int) -> Iterator[Chosen]:
        """Depth first over moves in the order of places; each child is bounded before it is opened."""
        if self._left <= 0:
            return
        self._left -= 1
        self.nodes += 1
        if len(chosen) and self.task.satisfied(chosen):
            yield chosen
            return
        fresh = self.order[(self.place[self.order] >= start) & (self.task.moves.cost[self.order] <= budget)]
        if start < self.last_must:
            fresh = fresh[self.place[fresh] == start]
        fresh = self._hopeful(fresh, slack, mean, budget)
        for a in fresh.tolist():
            yield from self._walk(
                (*chosen, a),
                slack + self.gain[a],
                mean + self.mean_gain[a],
                int(self.place[a]) + 1,
                budget - int(self.task.moves.cost[a]),
            )

    def _hopeful(self, fresh: Ints, slack: Singles, mean: Floats, budget: int) -> Ints:
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
