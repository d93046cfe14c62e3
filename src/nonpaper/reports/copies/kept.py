"""Which reports copy one another, kept as reports come in, so that one more is compared with its like alone."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter

from nonpaper.model.copy import Copy
from nonpaper.remembered.same import ends
from nonpaper.reports.copies.alike import Alike, kinds_for
from nonpaper.reports.copies.candidates import two
from nonpaper.reports.copies.features import features
from nonpaper.reports.copies.texts import Published, Texts
from nonpaper.reports.copies.verify import Likeness

FEW = 64
"""So many new reports are put to those that were compared before; of more, all are gone through again."""
_PAIR = attrgetter("left", "right")


class Kept:
    """Reports that were compared, with their copies.

    Reports with the same words are one text, and the one of least id stands for it. Only texts are compared: what is
    found of them holds whichever report stands for them.
    """

    def __init__(self) -> None:
        self._texts = Texts()
        self._alike = Alike(self._texts)
        self._reports: tuple[Published, ...] = ()
        self._languages: set[str] = set()
        self._numbers: dict[bytes, int] = {}
        self._same: dict[int, list[str]] = {}
        """Reports by text, the one of least id first."""
        self._ids: set[str] = set()
        self._listed: list[Copy] = []
        self._copies: tuple[Copy, ...] = ()

    def of(self, reports: Sequence[Published]) -> tuple[Copy, ...]:
        """The copies among reports, by id; of several reports of one id the last counts."""
        before, self._reports = self._reports, tuple(reports)
        new, gone = _changes(before, self._reports)
        ids = {r.id for r in new} - self._ids
        one_each = len(self._ids) + len(ids) == len(reports)
        if not (before and one_each and not gone and len(new) <= FEW and all(map(self._added, new))):
            self._compare_all({r.id: r for r in reports})
        elif not new:
            return self._copies
        self._ids |= ids
        self._copies = tuple(self._listed)
        return self._copies

    def _compare_all(self, reports: Mapping[str, Published]) -> None:
        same: defaultdict[bytes, list[Published]] = defaultdict(list)
        for name in sorted(reports):
            same[features(reports[name].text).whole].append(reports[name])
        self._ids, self._languages = set(reports), {r.language for r in reports.values() if r.language}
        self._numbers = {words: self._texts.number(same[words][0]) for words in sorted(same)}
        self._same = {number: [r.id for r in same[words]] for words, number in self._numbers.items()}
        self._alike = Alike(self._texts, [*self._numbers.values()], kinds_for(self._languages))
        before = {copy: copy for copy in self._listed}  # the very same, for what was made of them
        exact = chain.from_iterable(self._exact(number, of[1:]) for number, of in self._same.items())
        made = chain(self._named(self._alike.pairs), exact)
        self._listed = sorted((before.get(copy, copy) for copy in made), key=_PAIR)

    def _added(self, report: Published) -> bool:
        """Puts one more report to those there; False where all must be compared again for it."""
        self._languages |= {report.language} if report.language else set()
        number = self._texts.number(report)
        there = self._numbers.setdefault(features(report.text).whole, number)
        first = self._same.setdefault(there, [report.id])[0]
        if kinds_for(self._languages) is not self._alike.kinds or (report.id < first and number != there):
            return False
        if report.id == first:
            self._change(*self._alike.add(number))
        elif report.id > first:
            self._same[there].append(report.id)
            self._put(self._exact(there, [report.id]))
        else:
            self._stand_for(number, report.id)
        return True

    def _change(self, came: Mapping[int, Likeness], gone: Mapping[int, Likeness]) -> None:
        self._drop(self._named(gone))
        self._put(self._named(came))

    def _stand_for(self, number: int, name: str) -> None:
        """A report of lesser id than all that have its words: what was told of the one before is told of it."""
        pairs, same = self._alike.of(number), self._same[number]
        self._drop([*self._named(pairs), *self._exact(number, same[1:])])
        same.insert(0, name)
        self._put([*self._named(pairs), *self._exact(number, same[1:])])

    def _named(self, pairs: Mapping[int, Likeness]) -> Iterator[Copy]:
        """Pairs of texts as pairs of the reports that stand for them."""
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
            insort(self._listed, copy, key=_PAIR)

    def _drop(self, copies: Iterable[Copy]) -> None:
        for copy in copies:
            del self._listed[bisect_left(self._listed, _PAIR(copy), key=_PAIR)]


def _changes(before: Sequence[Published], reports: Sequence[Published]) -> tuple[list[Published], bool]:
    """The reports that came, and whether any is no longer there."""
    first, last = ends(before, reports)
    was, now = before[first : len(before) - last], reports[first : len(reports) - last]
    old, new = set(was), set(now)
    return [r for r in now if r not in old], not old <= new
