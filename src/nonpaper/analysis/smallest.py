"""What blocks one party alone, smallest sets first, by sums of losses sorted.

With no links, each provision held as a draft has it loses the party a fixed amount against its best wording; a set
blocks where its losses come to more than the party can spare, and is minimal where they no longer do without the
least of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate

from nonpaper.model.problem import Preference, Proposal

MOST_SETS = 200
MOST_STEPS = 200_000
"""Partial sums looked at most."""


def losses(party: Preference, draft: Proposal) -> tuple[tuple[Fraction, ...], Fraction]:
    """What each provision of a draft loses a party with known numbers, and what it can spare; O(options).

    A red line loses more than can be spared. The party has some wording of every issue that it would sign.
    """
    best, held = Fraction(0), []
    for k, (row, chosen) in enumerate(zip(party.values, draft.choices, strict=True)):
        weight = (party.weights or ())[k]
        open_to_it = [weight * v.low for o, v in enumerate(row) if (k, o) not in party.red_lines]
        best += max(open_to_it)
        held.append(None if (k, chosen) in party.red_lines else max(open_to_it) - weight * row[chosen].low)
    spare = best - party.reservation.low
    return tuple(spare + 1 if loss is None else loss for loss in held), spare


def smallest_sets(lost: Sequence[Fraction], spare: Fraction) -> tuple[tuple[frozenset[int], ...], int]:
    """Minimal sets whose losses come to more than `spare`, smallest first, and the size up to which all are listed.

    That size is the number of provisions where the list is whole.
    """
    if spare < 0:
        return (frozenset(),), len(lost)
    order = sorted((k for k in range(len(lost)) if lost[k] > 0), key=lambda k: (-lost[k], k))
    sums = [Fraction(0), *accumulate(lost[k] for k in order)]
    walk = _Walk([lost[k] for k in order], sums, spare)
    sets: list[frozenset[int]] = []
    for size in range(1, len(order) + 1):
        for chosen in walk.of(size):
            if len(sets) == MOST_SETS:
                return tuple(sets), size - 1
            sets.append(frozenset(order[i] for i in chosen))
        if walk.steps > MOST_STEPS:
            return tuple(sets), size - 1
    return tuple(sets), len(lost)


class _Walk:
    """Depth first over losses, largest first; sums of the next largest bound what a set can still come to."""

    def __init__(self, lost: Sequence[Fraction], sums: Sequence[Fraction], spare: Fraction) -> None:
        self.lost, self.sums, self.spare, self.steps = lost, sums, spare, 0

    def of(self, size: int, start: int = 0, total: Fraction = Fraction(0)) -> Iterator[tuple[int, ...]]:
        """Minimal sets of `size` more losses from place `start` on, beside losses that come to `total`."""
        for at in range(start, len(self.lost) - size + 1):
            if total + self.sums[at + size] - self.sums[at] <= self.spare or self.steps > MOST_STEPS:
                return
            self.steps += 1
            more = total + self.lost[at]
            if size == 1:
                yield (at,)
            elif more <= self.spare:
                yield from ((at, *rest) for rest in self.of(size - 1, at + 1, more))
