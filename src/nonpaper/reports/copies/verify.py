"""Whether two reports copy one another, by exact measures; the thresholds stand here with what they were set on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec
import numpy as np
from rapidfuzz.distance import LCSseq

from nonpaper.model.copy import CopyKind
from nonpaper.reports.copies.features import Features, Hashes

NEAR = 0.5
"""Share of runs, of both reports or of the lesser, from which one has the other's words."""
PASSAGES, LEAST = 30, 12
"""Runs that two reports must share to have whole passages in common, and to be near or an excerpt at all."""
PART = 0.15
"""Share of the lesser report that common passages must make up."""
SPUN_ORDER, SPUN_FIXED = 0.55, 0.5
"""Like order of all words, and likeness of names and numbers, of a text whose words were exchanged one by one.

Reports of one event written apart have 0.2 to 0.4 of their words in like order (`eval/copies_bench.py`).
"""
NUMBERS, SAME_NUMBERS, SAME_NAMES = 4, 0.75, 2
"""A translation: at least so many numbers in common, in like order, and names where the script is one."""


class Likeness(msgspec.Struct, frozen=True, gc=False):
    """What was found of a pair, and the share of each."""

    kind: CopyKind
    left: float
    right: float


class Both(NamedTuple):
    """How many features of a kind two reports have in common."""

    runs: int
    fixed: int


def likeness(left: Features, right: Features, both: Both | None = None, *, one_language: bool) -> Likeness | None:
    """How two reports copy one another; None where they do not plainly. Linear but for the order of words.

    `both` is what they share, where that has been counted already.
    """
    if len(left.words) == 0 or len(right.words) == 0:
        return None
    both = both or Both(shared(left.runs, right.runs), shared(left.fixed, right.fixed))
    if both.runs == min(len(left.runs), len(right.runs)) and left.whole == right.whole:
        return Likeness("exact", 1.0, 1.0)
    if found := _verbatim(left, right, both.runs):
        return found
    return _spun(left, right, both.fixed) if one_language else _translated(left, right, both.fixed)


def counted(known: Sequence[Features], pairs: Sequence[tuple[int, int]]) -> Iterator[Both]:
    """What each pair has in common, in their order. O(log features of the first) for each of the second.

    Pairs of one first report are counted together.
    """
    runs, fixed = (_in_common([getattr(f, of) for f in known], pairs) for of in ("runs", "fixed"))
    return map(Both, runs, fixed)


def _in_common(sets: Sequence[Hashes], pairs: Sequence[tuple[int, int]]) -> list[int]:
    """The size of the intersection of each pair of sets: those of one left set are looked up in it together."""
    out = [0] * len(pairs)
    order = sorted(range(len(pairs)), key=pairs.__getitem__)
    for left, group in groupby(order, key=lambda at: pairs[at][0]):
        listed = list(group)
        rights = [sets[pairs[at][1]] for at in listed]
        values = np.concatenate(rights)
        place = np.searchsorted(sets[left], values)
        has = np.append(sets[left], np.uint64(0))[place] == values  # what is greater than all of them is not 0
        ends = np.cumsum([len(r) for r in rights])
        sums = np.concatenate(([0], np.cumsum(has)))[np.concatenate(([0], ends))]
        for at, count in zip(listed, np.diff(sums).tolist(), strict=True):
            out[at] = count
    return out


def _verbatim(left: Features, right: Features, both: int) -> Likeness | None:
    a, b = both / len(left.runs), both / len(right.runs)
    kind: CopyKind | None = None
    if max(a, b) >= NEAR and both >= LEAST:
        kind = "near" if min(a, b) >= NEAR else "excerpt"
    elif both >= PASSAGES and max(a, b) >= PART:
        kind = "passages"
    return Likeness(kind, a, b) if kind else None


def _spun(left: Features, right: Features, fixed: int) -> Likeness | None:
    if fixed < SPUN_FIXED * max(len(left.fixed), len(right.fixed), 1):
        return None
    order = LCSseq.normalized_similarity(left.words.tolist(), right.words.tolist(), score_cutoff=SPUN_ORDER)
    return Likeness("spun", order, order) if order else None


def _translated(left: Features, right: Features, fixed: int) -> Likeness | None:
    one, other = _in_order(left), _in_order(right)
    order = LCSseq.normalized_similarity(one, other, score_cutoff=SAME_NUMBERS)
    names = fixed - shared(left.numbers, right.numbers)
    plain = names >= SAME_NAMES or min(len(one), len(other)) >= 2 * NUMBERS
    return Likeness("translation", order, order) if order and plain and min(len(one), len(other)) >= NUMBERS else None


def _in_order(of: Features) -> list[int]:
    """The numbers of a text as they follow one another."""
    kept: list[int] = of.words[np.isin(of.words, of.numbers)].tolist()
    return kept


def shared(left: Hashes, right: Hashes) -> int:
    """How many features two sorted lists have in common."""
    return len(np.intersect1d(left, right, assume_unique=True))
