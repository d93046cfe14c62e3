"""Whether two reports copy one another, by exact measures; the thresholds stand here with what they were set on."""

from __future__ import annotations

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


class Likeness(msgspec.Struct, frozen=True):
    """What was found of a pair, and the share of each."""

    kind: CopyKind
    left: float
    right: float


def likeness(left: Features, right: Features, *, one_language: bool) -> Likeness | None:
    """How two reports copy one another; None where they do not plainly. Linear but for the order of words."""
    if len(left.words) == 0 or len(right.words) == 0:
        return None
    if np.array_equal(left.words, right.words):
        return Likeness("exact", 1.0, 1.0)
    return _verbatim(left, right) or (_spun(left, right) if one_language else _translated(left, right))


def _verbatim(left: Features, right: Features) -> Likeness | None:
    both = shared(left.runs, right.runs)
    a, b = both / len(left.runs), both / len(right.runs)
    kind: CopyKind | None = None
    if max(a, b) >= NEAR and both >= LEAST:
        kind = "near" if min(a, b) >= NEAR else "excerpt"
    elif both >= PASSAGES and max(a, b) >= PART:
        kind = "passages"
    return Likeness(kind, a, b) if kind else None


def _spun(left: Features, right: Features) -> Likeness | None:
    fixed = shared(left.fixed, right.fixed)
    if fixed < SPUN_FIXED * max(len(left.fixed), len(right.fixed), 1):
        return None
    order = LCSseq.normalized_similarity(left.words.tolist(), right.words.tolist(), score_cutoff=SPUN_ORDER)
    return Likeness("spun", order, order) if order else None


def _translated(left: Features, right: Features) -> Likeness | None:
    one, other = _in_order(left), _in_order(right)
    order = LCSseq.normalized_similarity(one, other, score_cutoff=SAME_NUMBERS)
    names = shared(left.fixed, right.fixed) - shared(left.numbers, right.numbers)
    plain = names >= SAME_NAMES or min(len(one), len(other)) >= 2 * NUMBERS
    return Likeness("translation", order, order) if order and plain and min(len(one), len(other)) >= NUMBERS else None


def _in_order(of: Features) -> list[int]:
    """The numbers of a text as they follow one another."""
    kept: list[int] = of.words[np.isin(of.words, of.numbers)].tolist()
    return kept


def shared(left: Hashes, right: Hashes) -> int:
    """How many features two sorted lists have in common."""
    return len(np.intersect1d(left, right, assume_unique=True))
