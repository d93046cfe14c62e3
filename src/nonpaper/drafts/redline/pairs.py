"""Which unit became which, one to one: units with the same words first, then the pairs that keep the most words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cdist

from nonpaper.drafts.redline.assign import assigned
from nonpaper.drafts.redline.tokens import Tokens

ALIKE = 0.5
"""Share of words that both have (twice the common ones over all), from which a unit may have become another."""
SAME_NUMBER = 0.3
"""The same where both stand under one number."""
A_WORD, A_NUMBER, A_PLACE = 1000, 500, 499
"""Gains: each word kept; one number; standing at the same share of the way through. The last two decide ties only
between pairs that keep as many words."""
MOST_PAIRS = 4_000_000
MOST_WORDS = 40_000_000_000
"""Beyond so many pairs of units, or of words, only units of one number are compared."""

Numbers = Sequence[str | None]
Pairs = tuple[tuple[int, int], ...]


class Paired(msgspec.Struct, frozen=True, kw_only=True):
    """(old, new) places of units, and whether there were too many to compare each with each."""

    pairs: Pairs
    cut_short: bool = False


def paired(old: Sequence[Tokens], new: Sequence[Tokens], numbers: tuple[Numbers, Numbers]) -> Paired:
    """The pairing. O(n m) word comparisons of O(words squared / 64) each, and the assignment's O(n squared m)."""
    same = _same(old, new, numbers)
    settled = ({i for i, _ in same}, {j for _, j in same})
    left = [i for i in range(len(old)) if i not in settled[0]]
    right = [j for j in range(len(new)) if j not in settled[1]]
    if not left or not right:
        return Paired(pairs=same)
    size = sum(len(old[i].said) for i in left) * sum(len(new[j].said) for j in right)
    if len(left) * len(right) > MOST_PAIRS or size > MOST_WORDS:
        return Paired(pairs=tuple(sorted((*same, *_numbered(old, new, left, right, numbers)))), cut_short=True)
    gains = _gains(old, new, left, right, numbers)
    more = ((left[i], right[j]) for i, j in assigned(gains))
    return Paired(pairs=tuple(sorted((*same, *more))))


def _same(old: Sequence[Tokens], new: Sequence[Tokens], numbers: tuple[Numbers, Numbers]) -> Pairs:
    """Units with the same words: of several, those of one number, then in their order. Linear."""
    out: list[tuple[int, int]] = []
    there: dict[str, list[int]] = defaultdict(list)
    for j, unit in enumerate(new):
        there[unit.body].append(j)
    here: dict[str, list[int]] = defaultdict(list)
    for i, unit in enumerate(old):
        here[unit.body].append(i)
    for body, ours in here.items():
        theirs = there.get(body, [])
        by_number = {numbers[1][j]: j for j in reversed(theirs)}
        first = {i: by_number.pop(numbers[0][i]) for i in ours if numbers[0][i] in by_number}
        gone = set(first.values())
        rest = [j for j in theirs if j not in gone]
        out += [*first.items(), *zip([i for i in ours if i not in first], rest, strict=False)]
    return tuple(sorted(out))


def _gains(
    old: Sequence[Tokens], new: Sequence[Tokens], left: list[int], right: list[int], numbers: tuple[Numbers, Numbers]
) -> NDArray[np.int64]:
    common = common_words([old[i].said for i in left], [new[j].said for j in right])
    lengths = np.add.outer([len(old[i].said) for i in left], [len(new[j].said) for j in right])
    codes: dict[str | None, int] = {}
    a, b = (np.array([codes.setdefault(n, len(codes)) for n in side]) for side in _at(numbers, left, right))
    known = np.array([numbers[0][i] is not None for i in left])
    one_number = np.equal.outer(a, b) & known[:, None]
    share = 2 * common / np.maximum(lengths, 1)
    possible = (common > 0) & ((share >= ALIKE) | (one_number & (share >= SAME_NUMBER)))
    apart = np.abs(np.subtract.outer(np.array(left) / len(old), np.array(right) / len(new)))
    gains = common * A_WORD + one_number * A_NUMBER + ((1 - apart) * A_PLACE).astype(np.int64)
    return np.where(possible, gains, 0)


def _at(numbers: tuple[Numbers, Numbers], left: list[int], right: list[int]) -> tuple[Numbers, Numbers]:
    return [numbers[0][i] for i in left], [numbers[1][j] for j in right]


def common_words(left: Sequence[str], right: Sequence[str]) -> NDArray[np.int64]:
    """Words that each pair has in common, in order (longest common subsequence)."""
    return cdist(left, right, scorer=LCSseq.similarity, dtype=np.int64, workers=1)


def _numbered(
    old: Sequence[Tokens], new: Sequence[Tokens], left: list[int], right: list[int], numbers: tuple[Numbers, Numbers]
) -> Pairs:
    """Units of one number that are alike, where there are too many to compare each with each. Linear."""
    there = {numbers[1][j]: j for j in reversed(right) if numbers[1][j] is not None}
    out = []
    for i in left:
        j = there.get(numbers[0][i])
        if j is not None and share(old[i], new[j]) >= SAME_NUMBER:
            out.append((i, there.pop(numbers[0][i])))
    return tuple(out)


def share(left: Tokens, right: Tokens) -> float:
    """Share of words that two units both have, 0..1."""
    both = len(left.said) + len(right.said)
    return 2 * LCSseq.similarity(left.said, right.said) / both if both else 0.0
