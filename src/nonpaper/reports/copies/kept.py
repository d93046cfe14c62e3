"""Which reports copy one another, kept as reports come in, so that one more is compared with its like alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from nonpaper.model.copy import Copy
from nonpaper.remembered.same import ends
from nonpaper.reports.copies.alike import Alike, kinds_for
from nonpaper.reports.copies.features import features
from nonpaper.reports.copies.named import Named
from nonpaper.reports.copies.texts import Published, Texts

FEW = 64
"""So many new reports are put to those that were compared before; of more, all are gone through again."""


class Kept:
    """Reports that were compared, with their copies.

    Reports with the same words are one text. Only texts are compared: what is found of two of them holds whichever
    reports stand for them.
    """

    def __init__(self) -> None:
        self._texts = Texts()
        self._alike = Alike(self._texts)
        self._named = Named(self._texts)
        self._reports: tuple[Published, ...] = ()
        self._ids: set[str] = set()
        self._languages: set[str] = set()
        self._numbers: dict[bytes, int] = {}
        self._copies: tuple[Copy, ...] = ()

    def of(self, reports: Sequence[Published]) -> tuple[Copy, ...]:
        """The copies among reports, by id; of several reports of one id the last counts."""
        listed, before, self._reports = tuple(reports), self._reports, ()  # if this is broken off, all are gone through
        new, gone = _changes(before, listed)
        ids = {r.id for r in new} - self._ids
        few = before and not gone and len(new) <= FEW and len(self._ids) + len(ids) == len(listed)
        added = few and all(map(self._added, new))
        if not added:
            self._compare_all({r.id: r for r in listed})
        if new or not added:
            self._copies = tuple(self._named.copies)
        self._ids |= ids
        self._reports = listed
        return self._copies

    def _compare_all(self, reports: Mapping[str, Published]) -> None:
        same: defaultdict[bytes, list[Published]] = defaultdict(list)
        for name in sorted(reports):
            same[features(reports[name].text).whole].append(reports[name])
        self._ids, self._languages = set(reports), {r.language for r in reports.values() if r.language}
        self._numbers = {words: self._texts.number(same[words][0]) for words in sorted(same)}
        self._alike = Alike(self._texts, [*self._numbers.values()], kinds_for(self._languages))
        by_text = {number: [r.id for r in same[words]] for words, number in self._numbers.items()}
        self._named.name(by_text, self._alike.pairs)

    def _added(self, report: Published) -> bool:
        """Puts one more report to those there; False where all must be compared again for it."""
        self._languages |= {report.language} if report.language else set()
        number = self._texts.number(report)
        there = self._numbers.setdefault(features(report.text).whole, number)
        first = self._named.first(there, report.id)
        if kinds_for(self._languages) is not self._alike.kinds or (report.id < first and number != there):
            return False
        if report.id == first:
            self._named.change(*self._alike.add(number))
        elif report.id > first:
            self._named.add(there, report.id)
        else:
            self._named.stand_for(number, report.id, self._alike.of(number))
        return True


def _changes(before: Sequence[Published], reports: Sequence[Published]) -> tuple[list[Published], bool]:
    """The reports that came, and whether any is no longer there."""
    first, last = ends(before, reports)
    was, now = before[first : len(before) - last], reports[first : len(reports) - last]
    old, new = set(was), set(now)
    return [r for r in now if r not in old], not old <= new
