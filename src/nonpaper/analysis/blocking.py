"""What blocks: minimal sets of a draft's provisions with which, left as they are, a signature cannot be had.

In the terms of constraint programming they are minimal unsatisfiable subsets. Their counterparts are minimal sets of
provisions to open (correction sets); each of one kind hits every one of the other (Reiter 1987), so all of one kind
give all of the other.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.analysis.alone import egalitarian, solve
from nonpaper.analysis.dual import better_prices
from nonpaper.analysis.frontier import thin
from nonpaper.analysis.table import Block, Floats, Table, table
from nonpaper.errors import ProblemError
from nonpaper.model.acceptance import Blocking
from nonpaper.model.problem import Problem, Proposal

Provisions = frozenset[int]
Blocked = Callable[[Provisions], bool]
MOST_ASKED = 600
"""Questions asked at most; past them the list may not be whole, and says so."""
MOST_SETS = 200
NEAR = 1e-9
"""Floating point decides what is further off than this; what is nearer is decided exactly."""


def blocking(problem: Problem, draft: Proposal) -> tuple[Blocking, ...]:
    """What blocks each party alone, and all jointly; the problem's unknowns must have been given numbers."""
    found = []
    for party in problem.parties:
        alone = msgspec.structs.replace(problem, parties=(party,))
        found.append(_listed(problem, party.name, _question(alone, draft)))
    return (*found, _listed(problem, None, _question(problem, draft)))


def _listed(problem: Problem, party: str | None, blocked: Blocked) -> Blocking:
    sets, complete = minimal_sets(range(len(problem.issues)), blocked)
    named = tuple(tuple(problem.issues[k].name for k in sorted(s)) for s in sets)
    return Blocking(party=party, sets=named, complete=complete)


def _question(problem: Problem, draft: Proposal) -> Blocked:
    """Whether some provisions of a draft, held as they are, leave no package that all parties of `problem` sign."""
    try:
        return Question(table(problem), draft)
    except ProblemError:
        return lambda _: True


class Question:
    """Answers, for sets of provisions held as a draft has them, whether they block. Each answer is proved.

    What one answer needed serves the next: packages that all sign, and prices at which a set falls short.
    """

    def __init__(self, whole: Table, draft: Proposal) -> None:
        self._table, self._draft = whole, np.array(draft.choices)
        parties = len(whole.parties)
        self._agreeing = np.zeros((0, len(draft.choices)), np.bool_)
        self._prices = np.zeros((0, parties))
        self._priced = [np.zeros((len(b), 0)) for b in whole.floats]
        self._kept: dict[tuple[int, Provisions], NDArray[np.int64]] = {}
        self._price(np.vstack([np.full((1, parties), 1.0 / parties), np.eye(parties)]))

    def __call__(self, held: Provisions) -> bool:
        """Whether the held provisions block. Linear in the packages and prices kept, or one search."""
        if self._agreeing[:, sorted(held)].all(axis=1).any():
            return False
        rows = [self._rows(b, held & frozenset(block.issues)) for b, block in enumerate(self._table.blocks)]
        if not all(len(r) for r in rows):
            return True
        most = np.sum([p[r].max(axis=0) for p, r in zip(self._priced, rows, strict=True)], axis=0)
        return bool((most < self._prices @ self._table.floor - NEAR).any()) or not self._signable(rows)

    def _price(self, prices: Floats) -> None:
        self._prices = np.vstack([self._prices, prices])
        self._priced = [np.hstack([p, b @ prices.T]) for p, b in zip(self._priced, self._table.floats, strict=True)]

    def _rows(self, block: int, held: Provisions) -> NDArray[np.int64]:
        """The combinations of a block that keep the held provisions."""
        key = block, held
        if key not in self._kept:
            issues, choices = self._table.blocks[block].issues, self._table.blocks[block].choices
            fixed = [at for at, k in enumerate(issues) if k in held]
            self._kept[key] = np.flatnonzero(
                (choices[:, fixed] == self._draft[[issues[at] for at in fixed]]).all(axis=1)
            )
        return self._kept[key]

    def _signable(self, rows: list[NDArray[np.int64]]) -> bool:
        """Whether some package of these combinations is worth its reservation value to all, by search; exact."""
        reserve = self._table.floor
        blocks = [b[r] for b, r in zip(self._table.floats, rows, strict=True)]
        goal = egalitarian(reserve)
        for prices in better_prices(
            blocks, reserve, base=goal.base, log_weight=goal.log_weight, sum_to_one=goal.sum_to_one
        ):
            scores = [b @ prices for b in blocks]
            if sum(float(s.max()) for s in scores) < float(reserve @ prices) - NEAR:
                self._price(prices[None, :])
                return False
            if self._signed([int(r[s.argmax()]) for r, s in zip(rows, scores, strict=True)]):
                return True
        reduced = thin(_of_rows(self._table, rows))
        best = solve(reduced.floats, reduced.floor, goal)
        for combination in best.combinations.tolist():
            if all(u >= r for u, r in zip(reduced.total(combination), reduced.reserve, strict=True)):
                self._keep(reduced.options(combination))
                return True
        return best.gap > 0

    def _signed(self, combination: Sequence[int]) -> bool:
        """Whether all sign this package, exactly; it is kept if so."""
        if not all(u >= r for u, r in zip(self._table.total(combination), self._table.reserve, strict=True)):
            return False
        self._keep(self._table.options(combination))
        return True

    def _keep(self, options: dict[int, int]) -> None:
        agrees = np.array([options[k] for k in range(len(options))]) == self._draft
        self._agreeing = np.vstack([self._agreeing, agrees])


def _of_rows(whole: Table, rows: list[NDArray[np.int64]]) -> Table:
    """The table with some combinations of each block only."""
    return Table(
        parties=whole.parties,
        blocks=tuple(Block(issues=b.issues, choices=b.choices[r]) for b, r in zip(whole.blocks, rows, strict=True)),
        worth=tuple(tuple(w[i] for i in r) for w, r in zip(whole.worth, rows, strict=True)),
        reserve=whole.reserve,
    )


def minimal_sets(provisions: Iterable[int], blocked: Blocked) -> tuple[tuple[Provisions, ...], bool]:
    """All minimal sets for which `blocked` (which must be monotone) holds, smallest first; and whether that is all.

    Opens provisions breadth first (a hitting set tree): what stays closed is blocked, and gives a minimal set to branch
    on, or is not, and gives a set of provisions to open. The latter kind, once whole, yields the former whole.
    """
    asked, everything = _Asked(blocked), frozenset(provisions)
    if not asked(everything):
        return (), True
    if asked(frozenset()):
        return (frozenset(),), True
    sets: list[Provisions] = []
    openings: list[Provisions] = []
    queue, seen = deque([frozenset[int]()]), {frozenset[int]()}
    while queue and asked.count < MOST_ASKED and len(seen) < 50 * MOST_ASKED:
        opened = queue.popleft()
        if any(o <= opened for o in openings):
            continue
        closed = everything - opened
        inside = next((s for s in sets if s <= closed), None)
        if inside is None and not asked(closed):
            openings.append(opened)
            continue
        if inside is None:
            inside = _shrunk(closed, asked)
            sets.append(inside)
        for provision in sorted(inside):
            wider = opened | {provision}
            if wider not in seen:
                seen.add(wider)
                queue.append(wider)
    complete = not queue
    if complete:
        hitting = _hitting(openings)
        complete = hitting is not None
        sets = hitting if hitting is not None else sets
    return tuple(sorted(sets, key=lambda s: (len(s), sorted(s)))[:MOST_SETS]), complete and len(sets) <= MOST_SETS


class _Asked:
    """Counts the questions."""

    def __init__(self, blocked: Blocked) -> None:
        self.count, self._blocked = 0, blocked

    def __call__(self, held: Provisions) -> bool:
        self.count += 1
        return self._blocked(held)


def _shrunk(held: Provisions, asked: _Asked) -> Provisions:
    for provision in sorted(held):
        if asked(held - {provision}):
            held -= {provision}
    return held


def _hitting(openings: Iterable[Provisions]) -> list[Provisions] | None:
    """All minimal sets that share something with every one given (Berge 1989); None where they are too many."""
    hitting: list[Provisions] = [frozenset()]
    for opening in sorted(openings, key=len):
        hits = [h for h in hitting if h & opening]
        wider = {h | {p} for h in hitting if not h & opening for p in opening}
        hitting = hits + [w for w in wider if not any(h <= w for h in hits)]
        if len(hitting) > 20 * MOST_SETS:
            return None
    return hitting
