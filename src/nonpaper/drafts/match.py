"""Likeness of wordings across texts, or of a demand and a text, by their common words alone.

Statements of one text are related by `relation`, which may lean on what one text says twice and in how many ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz.fuzz import token_set_ratio
from rapidfuzz.process import cdist

from nonpaper.model.provision import Provision

ALIKE = 70
"""Share of common words (0..100) from which two wordings are one term."""
LIMITS = "force_limits"
"""The topic of limits on forces."""
NEAR = 50
"""From here on two wordings are asked about, not merged."""


def compatible(a: Provision, b: Provision) -> bool:
    """One topic and presentation, the same place in the text, and no obligor or modality that excludes the other's."""
    return (
        a.topic == b.topic
        and a.presented_as == b.presented_as
        and a.text_status == b.text_status
        and (not a.obligor or not b.obligor or bool(set(a.obligor) & set(b.obligor)))
        and (a.modality == b.modality or None in (a.modality, b.modality))
    )


def alike(left: str, right: str) -> float:
    """Likeness of two wordings, 0..100, by their common words."""
    return token_set_ratio(left.casefold(), right.casefold())


def alike_all(left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
    """The likeness of each of some wordings to each of others, row by row."""
    if not left or not right:
        return [[] for _ in left]
    folded = [[w.casefold() for w in side] for side in (left, right)]
    found: list[list[float]] = cdist(*folded, scorer=token_set_ratio, dtype=np.float64).tolist()
    return found


class Alike:
    """Which of some wordings are like which of others, by at least `ALIKE`; in an open dossier no two are asked twice.

    Each of the others has a bit: of each wording the bits of those that it was compared with are kept, and of those
    that it is like.
    """

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._compared: dict[str, tuple[int, int]] = {}

    def among(self, some: Sequence[str], others: Sequence[str]) -> list[list[str]]:
        """Of each of some wordings those of the others that are like it, in the order in which they first came."""
        asked = sum({self._bits.setdefault(words, 1 << len(self._bits)) for words in others})
        self._compare(some, others, asked)
        by_bit = {self._bits[words].bit_length() - 1: words for words in others}
        return [[by_bit[at] for at in _places(self._compared[words][1] & asked)] for words in some]

    def _compare(self, some: Sequence[str], others: Sequence[str], asked: int) -> None:
        lacking: dict[int, list[str]] = {}
        for words in dict.fromkeys(some):
            lacking.setdefault(asked & ~self._compared.get(words, (0, 0))[0], []).append(words)
        for bits, left in lacking.items():
            right = [words for words in others if self._bits[words] & bits]
            for words, scores in zip(left, alike_all(left, right), strict=True):
                like = sum({self._bits[w] for w, score in zip(right, scores, strict=True) if score >= ALIKE})
                known = self._compared.get(words, (0, 0))
                self._compared[words] = known[0] | bits, known[1] | like


def _places(bits: int) -> Iterator[int]:
    while bits:
        least = bits & -bits
        yield least.bit_length() - 1
        bits ^= least


def same_limit(a: Provision, b: Provision) -> bool:
    """Limits on one party's forces are one term whatever number each account gives, unless they are two points."""
    two_points = a.number is not None and b.number is not None and a.number != b.number
    return a.topic == LIMITS and compatible(a, b) and bool(a.value and b.value) and not two_points
