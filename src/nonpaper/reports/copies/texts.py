"""Texts that were compared, each by a number that stays, and what comparing two of them has found."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterator

import msgspec

from nonpaper.reports.copies.candidates import two
from nonpaper.reports.copies.features import Features, features
from nonpaper.reports.copies.verify import Both, Likeness, counted, likeness


class Published(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What of a report bears on copying; `language` is an ISO 639-1 code or None."""

    id: str
    text: str
    language: str | None = None


class Texts:
    """Texts by number: those of two reports are one where they compare alike with any other."""

    def __init__(self) -> None:
        self.known: list[Features] = []
        self.languages: list[str | None] = []
        self.order = array("Q")
        """By number: part of a hash of the words, which orders texts in a way that none of the others bears on."""
        self._numbers: dict[tuple[bytes, bytes, str | None], int] = {}
        self._found: dict[int, Likeness | None] = {}

    def number(self, report: Published) -> int:
        """The number of a report's text; names count too, as they are told by capitals."""
        of = features(report.text)
        number = self._numbers.setdefault((of.whole, of.fixed.tobytes(), report.language), len(self.known))
        if number == len(self.known):
            self.known.append(of)
            self.languages.append(report.language)
            self.order.append(int.from_bytes(of.whole[:8], "big"))
        return number

    def of_two_languages(self, pair: int) -> bool:
        """Whether the two of a pair are known to be in different ones."""
        one, other = (self.languages[number] for number in two(pair))
        return bool(one and other and one != other)

    def alike(self, pairs: Collection[int]) -> dict[int, Likeness]:
        """Those of pairs that copy one another; each pair is compared once."""
        new = sorted(pair for pair in pairs if pair not in self._found)
        self._found |= zip(new, self._compared(new), strict=True)
        return {pair: found for pair in pairs if (found := self._found[pair]) is not None}

    def _compared(self, pairs: list[int]) -> Iterator[Likeness | None]:
        used = sorted({number for pair in pairs for number in two(pair)})
        place = {number: at for at, number in enumerate(used)}
        rows = [(place[other], place[one]) for one, other in map(two, pairs)]  # the one that came, with all others
        both = counted([self.known[number] for number in used], rows)
        return (self._likeness(pair, shared) for pair, shared in zip(pairs, both, strict=True))

    def _likeness(self, pair: int, both: Both) -> Likeness | None:
        one, other = (self.known[number] for number in two(pair))
        left, right = (self.languages[number] for number in two(pair))
        return likeness(one, other, both, one_language=left == right or None in (left, right))
