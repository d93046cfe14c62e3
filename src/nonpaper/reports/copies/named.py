"""Copies of texts told as copies of reports, by id."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from operator import attrgetter

from nonpaper.model.copy import Copy
from nonpaper.reports.copies.candidates import two
from nonpaper.reports.copies.texts import Texts
from nonpaper.reports.copies.verify import Likeness

_PAIR = attrgetter("left", "right")


class Named:
    """Copies in order of their ids. Of reports with the same words the one of least id stands for their text."""

    def __init__(self, texts: Texts) -> None:
        self.copies: list[Copy] = []
        self._texts = texts
        self._same: dict[int, list[str]] = {}
        """Reports by text, the one of least id first."""

    def name(self, same: dict[int, list[str]], pairs: Mapping[int, Likeness]) -> None:
        """All reports by text, the one of least id first, and the pairs of texts that copy one another."""
        before = {copy: copy for copy in self.copies}  # the very same, for what was made of them
        self._same = same
        exact = chain.from_iterable(self._exact(number, of[1:]) for number, of in same.items())
        self.copies = sorted((before.get(copy, copy) for copy in chain(self._pairs(pairs), exact)), key=_PAIR)

    def first(self, number: int, name: str) -> str:
        """The report that stands for a text: the one that is named where there is none yet."""
        return self._same.setdefault(number, [name])[0]

    def change(self, came: Mapping[int, Likeness], gone: Mapping[int, Likeness]) -> None:
        """Pairs of texts that came, and others that went."""
        self._drop(self._pairs(gone))
        self._put(self._pairs(came))

    def add(self, number: int, name: str) -> None:
        """A report with the words of one that is there, whose id is less."""
        self._same[number].append(name)
        self._put(self._exact(number, [name]))

    def stand_for(self, number: int, name: str, pairs: Mapping[int, Likeness]) -> None:
        """A report of lesser id than all that have its words: what was told of the one before is told of it."""
        same = self._same[number]
        self._drop(chain(self._pairs(pairs), self._exact(number, same[1:])))
        same.insert(0, name)
        self._put(chain(self._pairs(pairs), self._exact(number, same[1:])))

    def _pairs(self, pairs: Mapping[int, Likeness]) -> Iterator[Copy]:
        for pair, found in pairs.items():
            sides = zip((self._same[number][0] for number in two(pair)), (found.left, found.right), strict=True)
            (left, share), (right, other) = sorted(sides)
            shares = {"left_share": round(share, 3), "right_share": round(other, 3)}
            yield Copy(left=left, right=right, kind=found.kind, **shares)

    def _exact(self, number: int, names: Iterable[str]) -> Iterator[Copy]:
        """Reports with the words of the one that stands for their text, if there are any words."""
        if len(self._texts.known[number].words):
            for name in names:
                yield Copy(left=self._same[number][0], right=name, kind="exact", left_share=1.0, right_share=1.0)

    def _put(self, copies: Iterable[Copy]) -> None:
        for copy in copies:
            insort(self.copies, copy, key=_PAIR)

    def _drop(self, copies: Iterable[Copy]) -> None:
        for copy in copies:
            del self.copies[bisect_left(self.copies, _PAIR(copy), key=_PAIR)]
