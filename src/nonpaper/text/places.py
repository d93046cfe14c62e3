"""Where the words of a text begin, so that a pattern is tried only at words that it can begin with.

Tried at every character, patterns would cost more than all else that a report takes. What is found is what `finditer`
finds, for patterns that begin at the first letter of a word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, KeysView
from functools import cached_property, lru_cache
from itertools import chain, repeat

from nonpaper.text.openings import ANY, opening

CAPITALS = "A-ZÀ-ÖØ-ÞĀĂĄĆĈČĎĐĒĖĘĚĜĞĢĦĪĮİĴĶĹĻĽŁŃŅŇŌŐŒŔŘŚŜŞŠŢŤŪŮŰŲŴŶŹŻŽА-ЯЁЄІЇҐ"
"""The capital letters of Latin and Cyrillic, for a character class."""
_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(rf"[{CAPITALS}]\w*")
_LOOSE = str.maketrans("İı", "ii")
"""Letters that a pattern without regard to case takes for "i", and that case folding leaves apart."""


class Places:
    """The places of a text's capitalised words, and of every word by its folded form; ascending. Linear in the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._begun: dict[frozenset[str], list[int]] = {}
        self.capitals = [m.start() for m in _CAPITAL.finditer(text)]
        self._written: defaultdict[str, list[int]] = defaultdict(list)
        for m in _WORD.finditer(text):
            self._written[m.group()].append(m.start())
        self._words: defaultdict[str, list[int]] = defaultdict(list)
        for word, at in self._written.items():  # fewer than half as many as there are words
            self._words[folded(word)] += at

    def has(self, firsts: frozenset[str]) -> bool:
        """Whether any of some folded words stands in the text."""
        return not self._words.keys().isdisjoint(firsts)

    def holds(self, words: frozenset[str]) -> bool:
        """Whether any of some words stands in the text as it is written."""
        return not self._written.keys().isdisjoint(words)

    def written(self, words: KeysView[str]) -> list[int]:
        """Where any of some words stands as it is written, ascending."""
        return sorted(at for word in words & self._written.keys() for at in self._written[word])

    def of(self, firsts: frozenset[str]) -> list[int]:
        """Where any of some folded words stands, ascending."""
        return sorted(at for first in firsts & self._words.keys() for at in self._words[first])

    def may_hold(self, begins: frozenset[str], start: int, end: int) -> bool:
        """Whether a word from `start` to `end`, which cut none, has any of some openings. O(log words)."""
        places = self._of_openings(begins)
        first = bisect_left(places, start)
        return first < len(places) and places[first] < end

    def begun(self, begins: frozenset[str], start: int, end: int) -> list[int]:
        """Where from `start` to `end`, which cut no word, the words with any of some openings stand, ascending."""
        places = self._of_openings(begins)
        return places[bisect_left(places, start) : bisect_left(places, end)]

    def _of_openings(self, begins: frozenset[str]) -> list[int]:
        places = self._begun.get(begins)
        if places is None:
            known = self._openings.values() if begins == ANY else (self._openings.get(key, ()) for key in begins)
            places = self._begun[begins] = sorted(chain.from_iterable(known))
        return places

    @cached_property
    def _openings(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for word, at in self._words.items():
            found.setdefault(opening(word), []).extend(at)
            found[f"={word}"] = at
        return found

    def tried(
        self, pattern: re.Pattern[str], begins: frozenset[str], *, named: bool = False
    ) -> Iterator[re.Match[str]]:
        """All matches of a pattern that begins with words of some openings or, if `named`, with a capital."""
        return self._matches(pattern, self._of_openings(begins), named=named)

    def found(
        self, pattern: re.Pattern[str], firsts: frozenset[str], *, named: bool = False
    ) -> Iterator[re.Match[str]]:
        """All matches of a pattern that begins with one of some folded words or, if `named`, with a capital."""
        return self._matches(pattern, self.of(firsts), named=named)

    def _matches(self, pattern: re.Pattern[str], tries: list[int], *, named: bool) -> Iterator[re.Match[str]]:
        over = 0
        at = tries if not named else sorted([*tries, *self.capitals]) if tries else self.capitals
        for match in filter(None, map(pattern.match, repeat(self.text), at)):
            if match.start() >= over:
                over = match.end()
                yield match


NONE: frozenset[str] = frozenset()


def folded(word: str) -> str:
    """A word as it is looked up: what a pattern without regard to case takes for the same is the same."""
    return word.casefold().translate(_LOOSE) if not word.isascii() else word.lower()


def firsts(phrases: Iterable[str]) -> frozenset[str]:
    """The first words of some phrases, folded.

    >>> sorted(firsts(["prime minister", "Vice-president"]))
    ['prime', 'vice']
    """
    return frozenset(folded(m.group()) for phrase in phrases if (m := _WORD.match(phrase)))


@lru_cache(maxsize=1)  # asked by rule after rule of one text
def places(text: str) -> Places:
    """The places of one text."""
    return Places(text)
