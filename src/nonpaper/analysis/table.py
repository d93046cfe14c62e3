"""A problem in numbers: blocks of issues that move freely of one another, and what each choice is worth."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import product
from math import lcm, prod
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.errors import NoPackageError, ProblemError
from nonpaper.model.problem import Link, Preference, Problem

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Choices = NDArray[np.uint8]

MOST_COMBINATIONS = 100_000
"""Combinations of options in one group of linked issues; more would have to be cut, so they are refused."""
ROOM = 60
"""Bits that a sum may fill, so that 64-bit integers never overflow."""


class Block(msgspec.Struct, frozen=True, kw_only=True):
    """Issues tied to one another by links (mostly one issue alone) and the combinations of options they allow."""

    issues: tuple[int, ...]
    choices: Choices  # combinations × issues of the block


class Table(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """What every combination of every block is worth to every party, exactly.

    `worth[b][c][j]` is block `b`, combination `c`, party `j`; `reserve[j]` what party `j` has without agreement.
    """

    parties: tuple[str, ...]
    blocks: tuple[Block, ...]
    worth: tuple[tuple[tuple[Fraction, ...], ...], ...]
    reserve: tuple[Fraction, ...]

    @cached_property
    def floats(self) -> tuple[Floats, ...]:
        """`worth` rounded, one array (combinations × parties) a block."""
        return tuple(np.array([[float(u) for u in row] for row in block], np.float64) for block in self.worth)

    @cached_property
    def floor(self) -> Floats:
        """`reserve` rounded."""
        return np.array([float(r) for r in self.reserve])

    @cached_property
    def scaled(self) -> Scaled:
        """`worth` as integers."""
        return _scaled(self)

    @property
    def packages(self) -> int:
        """How many packages there are."""
        return prod(len(b.choices) for b in self.blocks)

    def total(self, combinations: Sequence[int]) -> tuple[Fraction, ...]:
        """Exact utilities of the package that takes these combinations, one a block."""
        rows = [self.worth[b][c] for b, c in enumerate(combinations)]
        return tuple(sum((row[j] for row in rows), Fraction(0)) for j in range(len(self.parties)))

    def options(self, combinations: Sequence[int]) -> dict[int, int]:
        """The option of each issue."""
        return {
            issue: int(option)
            for block, c in zip(self.blocks, combinations, strict=True)
            for issue, option in zip(block.issues, block.choices[c], strict=True)
        }


class Scaled(msgspec.Struct, frozen=True, kw_only=True):
    """Utilities as 64-bit integers: `scale[j]` of them make 1. Two sums further apart than `doubt` differ for certain.

    With `doubt` 0 the integers are exact; else `big` (arrays of Python integers, block by block) decides near values.
    """

    values: tuple[Ints, ...]
    reserve: Ints
    scale: tuple[Fraction, ...]
    doubt: int
    big: tuple[NDArray[Any], ...]
    big_reserve: NDArray[Any]

    def exact(self, combinations: NDArray[Any], party: int) -> NDArray[Any]:
        """Exact integers, of one scale, that order the given packages (rows: one combination a block)."""
        total = np.zeros(len(combinations), dtype=object)
        for block in range(combinations.shape[1]):
            total += self.big[block][combinations[:, block], party]
        return total


def utilities(party: Preference, issues: int) -> tuple[tuple[Fraction, ...], ...]:
    """What each option of each issue is worth to a party whose weights and values are known; ProblemError else."""
    if party.weights is None or not all(v.known for options in party.values for v in options):
        raise ProblemError(f"{party.name}: weights or values are not known; give them, or say what to assume")
    weights = party.weights
    return tuple(tuple(weights[k] * v.low for v in party.values[k]) for k in range(issues))


def blocks(problem: Problem, *, barred: Iterable[tuple[int, int]] = ()) -> tuple[Block, ...]:
    """Issues grouped by links, with the combinations that links allow and that use no barred option.

    ProblemError where a group allows nothing, or so many combinations that they cannot be listed.
    """
    gone = set(barred)
    left = [[o for o in range(len(issue.options)) if (k, o) not in gone] for k, issue in enumerate(problem.issues)]
    return tuple(_block(problem, group, left) for group in _groups(problem))


def _groups(problem: Problem) -> list[tuple[int, ...]]:
    home = list(range(len(problem.issues)))
    for link in problem.links:
        old, new = home[link.when[0]], home[link.then[0]]
        home = [new if h == old else h for h in home]
    groups: dict[int, list[int]] = defaultdict(list)
    for issue, h in enumerate(home):
        groups[h].append(issue)
    return [tuple(g) for g in groups.values()]


def _block(problem: Problem, group: tuple[int, ...], left: list[list[int]]) -> Block:
    names = ", ".join(f'"{problem.issues[k].name}"' for k in group)
    size = prod(len(left[k]) for k in group)
    if size > MOST_COMBINATIONS:
        raise ProblemError(
            f"{names}: linked issues have {size:,} combinations, more than {MOST_COMBINATIONS:,}; split the links"
        )
    links = [link for link in problem.links if link.when[0] in group]
    place = {k: at for at, k in enumerate(group)}
    allowed = [c for c in product(*(left[k] for k in group)) if all(_holds(link, c, place) for link in links)]
    if not allowed:
        lines = ", ".join(f"line {link.line}" for link in links if link.line)
        raise NoPackageError(
            f"{names}: red lines and links leave no wording that all could sign"
            + (f" ({lines})" if lines else "")
            + "; there is no zone of agreement on these terms"
        )
    return Block(issues=group, choices=np.array(allowed, np.uint8).reshape(len(allowed), len(group)))


def _holds(link: Link, combination: tuple[int, ...], place: dict[int, int]) -> bool:
    taken, needed = combination[place[link.when[0]]], combination[place[link.then[0]]]
    return taken not in link.when[1] or needed in link.then[1]


def allowed(problem: Problem, choices: Sequence[int]) -> tuple[Link, ...]:
    """The links that a package breaks."""
    return tuple(
        link
        for link in problem.links
        if choices[link.when[0]] in link.when[1] and choices[link.then[0]] not in link.then[1]
    )


def table(problem: Problem, *, red_lines: bool = True) -> Table:
    """The problem in numbers; options that cross a party's red line are taken out unless `red_lines` is false."""
    barred = {pair for party in problem.parties for pair in party.red_lines} if red_lines else set()
    worth = [utilities(party, len(problem.issues)) for party in problem.parties]
    for party in problem.parties:
        if not party.reservation.known:
            raise ProblemError(f"{party.name}: the reservation value is not known; give it, or say what to assume")
    cut = blocks(problem, barred=barred)
    return Table(
        parties=tuple(p.name for p in problem.parties),
        blocks=cut,
        worth=tuple(
            tuple(
                tuple(sum((u[k][int(o)] for k, o in zip(b.issues, c, strict=True)), Fraction(0)) for u in worth)
                for c in b.choices
            )
            for b in cut
        ),
        reserve=tuple(p.reservation.low for p in problem.parties),
    )


def _scaled(table: Table) -> Scaled:
    """Integers on a common denominator where they fit, else rounded ones beside exact ones of any size."""
    count = len(table.parties)
    common = [
        lcm(table.reserve[j].denominator, *(row[j].denominator for block in table.worth for row in block))
        for j in range(count)
    ]
    big = tuple(
        np.array(
            [[row[j].numerator * (common[j] // row[j].denominator) for j in range(count)] for row in block], object
        )
        for block in table.worth
    )
    reserve = np.array([r.numerator * (common[j] // r.denominator) for j, r in enumerate(table.reserve)], object)
    largest = [sum(max(abs(x) for x in block[:, j]) for block in big) + abs(reserve[j]) for j in range(count)]
    if max(largest) < 1 << ROOM:
        values = tuple(block.astype(np.int64) for block in big)
        scale = tuple(Fraction(c) for c in common)
        return Scaled(
            values=values, reserve=reserve.astype(np.int64), scale=scale, doubt=0, big=big, big_reserve=reserve
        )
    shift = [max(0, int(x).bit_length() - ROOM) for x in largest]

    def rounded(block: NDArray[Any]) -> Ints:
        return np.array(
            [[(x + (1 << s >> 1)) >> s for x, s in zip(row, shift, strict=True)] for row in block], np.int64
        )

    return Scaled(
        values=tuple(rounded(block) for block in big),
        reserve=rounded(reserve[None, :])[0],
        scale=tuple(Fraction(c, 1 << s) for c, s in zip(common, shift, strict=True)),
        doubt=len(table.blocks) + 1,  # each rounding is off by half at most, and two sums are compared
        big=big,
        big_reserve=reserve,
    )
