"""What blocks: minimal sets of a draft's provisions with which, left as they are, a signature cannot be had.

In the terms of constraint programming they are minimal unsatisfiable subsets. Their counterparts are minimal sets of
provisions to open (correction sets); each of one kind hits every one of the other (Reiter 1987), so all of one kind
give all of the other.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import combinations
from math import comb

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.analysis.alone import egalitarian, solve
from nonpaper.analysis.dual import better_prices
from nonpaper.analysis.frontier import thin
from nonpaper.analysis.smallest import MOST_SETS, losses, smallest_sets
from nonpaper.analysis.table import Block, Floats, Table, table
from nonpaper.errors import ProblemError
from nonpaper.model.acceptance import Blocking
from nonpaper.model.problem import Preference, Problem, Proposal

Provisions = frozenset[int]
Blocked = Callable[[Provisions], bool]
MOST_SMALL = 1_000
"""Sets of one size asked of at most, so that none that is small is missing."""
MOST_ASKED = 600
"""Questions asked at most; past them the list may not be whole, and says so."""
NEAR = 1e-9
"""Floating point decides what is further off than this; what is nearer is decided exactly."""


def blocking(problem: Problem, draft: Proposal) -> tuple[Blocking, ...]:
    """What blocks each party alone, and all jointly; the problem's unknowns must have been given numbers."""
    found = [_alone(problem, party, draft) for party in problem.parties]
    return (*found, _searched(problem, None, draft))


def _alone(problem: Problem, party: Preference, draft: Proposal) -> Blocking:
    """One party's sets: by sums where nothing ties issues to one another, else as for all jointly."""
    alone = msgspec.structs.replace(problem, parties=(party,))
    barred = set(party.red_lines)
    shut = any(all((k, o) in barred for o in range(len(i.options))) for k, i in enumerate(problem.issues))
    if problem.links or shut:
        return _searched(alone, party.name, draft)
    sets, whole_to = smallest_sets(*losses(party, draft))
    return _named(problem, party.name, sets, whole_to)


def _searched(problem: Problem, party: str | None, draft: Proposal) -> Blocking:
    sets, whole_to = minimal_sets(_least_harmful_first(problem, draft), _question(problem, draft))
    return _named(problem, party, sets, whole_to)


def _named(problem: Problem, party: str | None, sets: Sequence[Provisions], whole_to: int) -> Blocking:
    named = tuple(tuple(problem.issues[k].name for k in sorted(s)) for s in sets)
    return Blocking(party=party, sets=named, complete=whole_to == len(problem.issues), whole_to=whole_to)


def _least_harmful_first(problem: Problem, draft: Proposal) -> list[int]:
    """Provisions by what the draft's wording of them loses the parties together: large losses make small sets."""
    lost = [
        sum(
            ((p.weights or ())[k] * (max(v.low for v in p.values[k]) - p.values[k][o].low) for p in problem.parties),
            Fraction(0),
        )
        for k, o in enumerate(draft.choices)
    ]
    return sorted(range(len(lost)), key=lambda k: (lost[k], k))


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


def minimal_sets(provisions: Sequence[int], blocked: Blocked) -> tuple[tuple[Provisions, ...], int]:
    """Minimal sets for which `blocked` (which must be monotone) holds, smallest first; and the size up to which all are
    listed, which is the number of provisions where the list is whole.

    Opens provisions breadth first (a hitting set tree): what stays closed is blocked, and gives a minimal set to branch
    on, or is not, and gives a set of provisions to open. The latter kind, once whole, yields the former whole.
    Sets are shrunk by the provisions in the order given.
    """
    asked, everything = _Asked(blocked), frozenset(provisions)
    if not asked(everything):
        return (), len(everything)
    if asked(frozenset()):
        return (frozenset(),), len(everything)
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
            inside = _shrunk([p for p in provisions if p in closed], asked)
            sets.append(inside)
        for provision in sorted(inside):
            wider = opened | {provision}
            if wider not in seen:
                seen.add(wider)
                queue.append(wider)
    hitting = None if queue else _hitting(openings)
    if hitting is not None and len(hitting) <= MOST_SETS:
        return _by_size(hitting), len(everything)
    whole_to = _small(sorted(everything), sets, blocked)
    return _by_size(sets)[:MOST_SETS], whole_to if len(sets) <= MOST_SETS else 0


def _by_size(sets: Iterable[Provisions]) -> tuple[Provisions, ...]:
    return tuple(sorted(sets, key=lambda s: (len(s), sorted(s))))


def _small(provisions: Sequence[int], sets: list[Provisions], blocked: Blocked) -> int:
    """Adds all small sets, asking of each; the size up to which none is missing."""
    size = 0
    while size < len(provisions) and comb(len(provisions), size + 1) <= MOST_SMALL:
        size += 1
        for chosen in map(frozenset, combinations(provisions, size)):
            if not any(s <= chosen for s in sets) and blocked(chosen):
                sets.append(chosen)
    return size


class _Asked:
    """Counts the questions."""

    def __init__(self, blocked: Blocked) -> None:
        self.count, self._blocked = 0, blocked

    def __call__(self, held: Provisions) -> bool:
        self.count += 1
        return self._blocked(held)


def _shrunk(ordered: Sequence[int], asked: _Asked) -> Provisions:
    held = frozenset(ordered)
    for provision in ordered:
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
