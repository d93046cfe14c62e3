"""What may be changed in a draft, and what each change is worth in each scenario, as arrays for the search."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import lcm

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.analysis.table import Block
from nonpaper.model.problem import Problem, Proposal

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Moves(msgspec.Struct, frozen=True, kw_only=True):
    """Every other combination that a block may take, in one list: its block, combination and cost.

    Costs are integers, `unit` of them make 1. `must[b]` is true where the draft's own combination is not allowed.
    """

    block: Ints
    combination: Ints
    cost: Ints
    unit: int
    must: NDArray[np.bool_]


def moves(problem: Problem, blocks: Sequence[Block], draft: Proposal) -> Moves:
    """All single changes of one block, each at the summed cost of the provisions it changes."""
    unit = lcm(*(i.cost.denominator for i in problem.issues))
    rows, must = [], []
    for b, block in enumerate(blocks):
        mine = np.array([draft.choices[k] for k in block.issues])
        same = (block.choices == mine).all(axis=1)
        must.append(not same.any())
        for c in np.flatnonzero(~same):
            cost = sum(
                problem.issues[k].cost for k, a, o in zip(block.issues, block.choices[c], mine, strict=True) if a != o
            )
            rows.append((b, int(c), int(Fraction(cost) * unit)))
    listed = np.array(rows, np.int64).reshape(-1, 3)
    return Moves(block=listed[:, 0], combination=listed[:, 1], cost=listed[:, 2], unit=unit, must=np.array(must))


class Task(msgspec.Struct, frozen=True, kw_only=True):
    """A search for the cheapest set of moves, one a block at most.

    `slack[s, j]` is what party `j` has above its reservation value in scenario `s` with the draft as it is, and
    `gain[a, s, j]` what move `a` adds. At least `need` scenarios must leave nobody short: all parties at once where
    `jointly`, else each party in as many scenarios of its own.
    """

    slack: Floats
    gain: Floats
    moves: Moves
    need: int
    jointly: bool

    def satisfied(self, chosen: Sequence[int]) -> bool:
        """Whether a set of moves is enough, compulsory changes included."""
        if self.moves.must.any() and not set(np.flatnonzero(self.moves.must)) <= set(self.moves.block[list(chosen)]):
            return False
        return bool(self.share(chosen) * len(self.slack) >= self.need - 0.5)

    def share(self, chosen: Sequence[int]) -> float:
        """The share of scenarios in which a set of moves leaves nobody short; the worst party's where each counts."""
        held = self.slack + self.gain[list(chosen)].sum(axis=0) >= -1e-12
        return float(held.all(axis=1).mean() if self.jointly else held.mean(axis=0).min())
