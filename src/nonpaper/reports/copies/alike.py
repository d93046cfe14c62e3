"""The pairs of texts that copy one another, of those worth comparing, kept as texts come in."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

import numpy as np

from nonpaper.reports.copies.candidates import Pairs, two
from nonpaper.reports.copies.features import Hashes
from nonpaper.reports.copies.texts import Texts
from nonpaper.reports.copies.verify import NUMBERS, Likeness

SHARED = 3
"""Sampled runs that two texts must share to be compared."""
KINDS = {"sampled": SHARED, "content_bands": 1, "fixed_bands": 1}
"""Features by which texts are found that are worth comparing, and how many two of them must share."""
BETWEEN = KINDS | {"numbers": NUMBERS}
"""The same where there are texts in several languages: numbers alone count between two of these."""


def kinds_for(languages: Collection[str]) -> Mapping[str, int]:
    """The features by which texts in these languages are compared."""
    return BETWEEN if len(languages) > 1 else KINDS


class Alike:
    """Texts by number, with the pairs of them that copy one another: the same in whatever order the texts came."""

    def __init__(self, texts: Texts, numbers: Sequence[int] = (), kinds: Mapping[str, int] = KINDS) -> None:
        """Of texts in the order that `texts` gives them."""
        self.kinds, self._texts = kinds, texts
        listed = np.array(numbers, np.int64)
        self._made = {
            of: Pairs(least, texts.order, listed, [self._features(number, of) for number in numbers])
            for of, least in kinds.items()
        }
        self.pairs = texts.alike(self._worth((of, made.first.tolist()) for of, made in self._made.items()))

    def add(self, number: int) -> tuple[dict[int, Likeness], dict[int, Likeness]]:
        """One text more: the pairs that come for it, and those that are no longer worth comparing, as of a crowd."""
        added = {of: made.add(number, self._features(number, of)) for of, made in self._made.items()}
        came = self._texts.alike(self._worth((of, tied) for of, (tied, _) in added.items()))
        doubtful = {pair for _, loosened in added.values() for pair in loosened if pair in self.pairs}
        still = self._worth((of, [p for p in doubtful if self._has_enough(of, p)]) for of in added) if doubtful else ()
        gone = {pair: self.pairs.pop(pair) for pair in doubtful.difference(still)}
        self.pairs |= came
        return came, gone

    def of(self, number: int) -> dict[int, Likeness]:
        """The pairs of one text."""
        return {pair: found for pair, found in self.pairs.items() if number in two(pair)}

    def _features(self, number: int, of: str) -> Hashes:
        hashes: Hashes = getattr(self._texts.known[number], of)
        return hashes

    def _has_enough(self, of: str, pair: int) -> bool:
        one, other = (self._features(number, of) for number in two(pair))
        return self._made[of].enough(two(pair), np.intersect1d(one, other, assume_unique=True))

    def _worth(self, found: Iterable[tuple[str, Collection[int]]]) -> set[int]:
        """The pairs by any kind of feature."""
        between = self._texts.of_two_languages
        return {pair for of, pairs in found for pair in (pairs if of in KINDS else filter(between, pairs))}
