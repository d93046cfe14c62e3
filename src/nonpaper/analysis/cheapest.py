"""The cheapest set of changes that leaves enough scenarios with nobody short: branch and bound, with proof.

A ladder of better and better sets gives a first answer; rising budgets then prove that nothing cheaper does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec
import numpy as np

from nonpaper.analysis.bounds import Bounds, Singles
from nonpaper.analysis.changes import Floats, Task
from nonpaper.analysis.ladder import Chosen, Rung, climb

MOST_NODES = 12_000
"""Nodes opened at most for one budget; past them the answer stands with the gap that is proved."""
LISTED = 20
"""Optimal sets listed at most."""
LISTING = 600
"""Nodes opened at most to list further sets that are as cheap."""
TELLING = 300
"""Nodes of a budget from which their growth foretells the next budget's."""
HOPELESS = 1.25
"""A budget is not begun if this many times the nodes allowed are foretold."""


class Cheapest(msgspec.Struct, frozen=True, kw_only=True):
    """The cheapest sets found (indices of moves), their cost, and a proved lower bound on any set's cost.

    `sets` is empty where nothing is enough or nothing was found. `whole` says that all sets of that cost are listed.
    `nearest` is the largest share of scenarios found for a cheaper set: found, not proved; None where none was tried.
    """

    sets: tuple[Chosen, ...]
    cost: int | None
    proved: int
    whole: bool
    nodes: int
    nearest: float | None = None


def cheapest(task: Task, *, most_nodes: int = MOST_NODES) -> Cheapest:
    """The cheapest sets of moves that are enough. Exponential at worst; the bounds cut most of it."""
    if not task.slack.size or task.satisfied(()):
        return Cheapest(sets=((),), cost=0, proved=0, whole=True, nodes=0)
    rungs = climb(task)
    found = _proved(_Search(task, most_nodes), min((r for r in rungs if r.enough), key=lambda r: r.cost, default=None))
    near = [r.share for r in rungs if not r.enough and (found.cost is None or r.cost < found.cost)]
    return msgspec.structs.replace(found, nearest=max(near, default=None))


def _proved(search: _Search, first: Rung | None) -> Cheapest:
    """Budgets from the least on, until one is enough, is all that the first answer costs, or cannot be settled."""
    sets: tuple[Chosen, ...] = (first.chosen,) if first else ()
    ceiling = first.cost if first else None
    budget, opened = search.least, [1]
    while ceiling is None or budget < ceiling:
        if _foretold(opened) > HOPELESS * search.most_nodes:
            return Cheapest(sets=sets, cost=ceiling, proved=budget, whole=False, nodes=search.nodes)
        before = search.nodes
        found, whole = search.within(budget, 1)
        if found:
            sets, ceiling = (found[0],), int(search.task.moves.cost[list(found[0])].sum())
            break
        if not whole:
            return Cheapest(sets=sets, cost=ceiling, proved=budget, whole=False, nodes=search.nodes)
        opened.append(search.nodes - before)
        after = search.next_budget(budget)
        if after is None:
            return Cheapest(sets=(), cost=None, proved=budget, whole=True, nodes=search.nodes)
        budget = after
    return _all(search, sets[0], ceiling)


def _foretold(opened: Sequence[int]) -> float:
    """Nodes that the next budget will open if they grow as they did last."""
    return opened[-1] * opened[-1] / max(1, opened[-2]) if opened[-1] >= TELLING else 0.0


def _all(search: _Search, first: Chosen, cost: int) -> Cheapest:
    """Every set of the least cost, as far as a few more nodes find them."""
    search.most_nodes = min(search.most_nodes, LISTING)
    found, whole = search.within(cost, LISTED)
    sets = tuple(sorted({*found, first}, key=lambda s: (len(s), s)))[:LISTED]
    return Cheapest(sets=sets, cost=cost, proved=cost, whole=whole and len(found) < LISTED, nodes=search.nodes)


class _Search:
    """Depth first over the moves of one task, within a budget and a number of nodes."""

    def __init__(self, task: Task, most_nodes: int) -> None:
        self.task, self.most_nodes, self.nodes = task, most_nodes, 0
        self.bounds = Bounds(task)
        self.last_must = int(task.moves.must.sum())
        costs = task.moves
        self.least = sum(int(costs.cost[costs.block == b].min()) for b in np.flatnonzero(costs.must))

    def next_budget(self, budget: int) -> int | None:
        """The next cost that some set could have; None past what all blocks together could cost."""
        moves = self.task.moves
        ceiling = sum(int(moves.cost[moves.block == b].max(initial=0)) for b in range(len(moves.must)))
        step = int(np.gcd.reduce(moves.cost)) if moves.cost.size else 0
        return budget + step if step and budget + step <= ceiling else None

    def within(self, budget: int, listed: int) -> tuple[list[Chosen], bool]:
        """Sets that are enough and cost at most `budget`, up to `listed`; and whether the search was whole."""
        self.bounds.reach_to(budget)
        self._left = self.most_nodes
        found: list[Chosen] = []
        for chosen in self._walk((), self.bounds.slack, self.bounds.mean_slack, 0, budget):
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
        bounds, cost = self.bounds, self.task.moves.cost
        place = bounds.place[bounds.order]
        ahead = place == start if start < self.last_must else place >= start
        fresh = bounds.order[ahead & (cost[bounds.order] <= budget)]
        for a in bounds.hopeful(fresh, slack, mean, budget).tolist():
            yield from self._walk(
                (*chosen, a),
                slack + bounds.gain[a],
                mean + bounds.mean_gain[a],
                int(bounds.place[a]) + 1,
                budget - int(cost[a]),
            )
