"""All pairs of reports that copy one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import msgspec
import numpy as np

from nonpaper.model.copy import Copy
from nonpaper.remembered import lasting
from nonpaper.reports.copies.candidates import HALF, Pairs
from nonpaper.reports.copies.features import Features, features
from nonpaper.reports.copies.verify import NUMBERS, Both, counted, likeness

SHARED = 3
"""Sampled runs that two reports must share to be compared."""
KINDS = (("sampled", SHARED), ("content_bands", 1), ("fixed_bands", 1))
"""Features by which reports are found that are worth comparing, and how many two of them must share."""
FEW = 64
"""So many new reports are put to those that were compared before; of more, all are gone through again."""


class Published(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What of a report bears on copying; `language` is an ISO 639-1 code or None."""

    id: str
    text: str
    language: str | None = None


def find_copies(reports: Sequence[Published]) -> tuple[Copy, ...]:
    """Pairs that copy one another, by id; the order of `reports` does not matter.

    Of three or more reports with exactly the same words each is paired with the one of least id only. About linear in
    the text; what stands in quotation marks is not compared, since two outlets may quote one speaker.
    """
    return lasting(_Compared).of({r.id: r for r in reports})


class _Compared:
    """Reports that were compared, by a number that stays, with what of their pairs was found.

    In an open dossier a new report is compared with those that share features with it, and nothing else is done again.
    """

    def __init__(self) -> None:
        self.numbers: dict[Published, int] = {}
        self.listed: list[Published] = []
        self.ids: list[str] = []
        self.there: dict[str, Published] = {}
        self.heads: dict[bytes, str] = {}
        self.kinds: dict[str, Pairs] = {}
        self.found: dict[int, Copy | None] = {}
        self.copies: dict[int, Copy] = {}
        self.answer: tuple[Copy, ...] = ()

    def of(self, reports: dict[str, Published]) -> tuple[Copy, ...]:
        """The copies among reports by id."""
        new = [r for r in reports.values() if (old := self.there.get(r.id)) is not r and old != r]
        if new or len(reports) != len(self.there):
            adds, self.there = self._adds_to(reports, new), reports
            if adds:
                for report in sorted(new, key=lambda r: r.id):
                    self._add(report)
            else:
                self._compare_all(sorted(reports.values(), key=lambda r: r.id))
            self.answer = tuple(sorted(self.copies.values(), key=lambda c: (c.left, c.right)))
        return self.answer

    def _adds_to(self, reports: dict[str, Published], new: Sequence[Published]) -> bool:
        """Whether these are those of before and a few others, none of them before its like or of a new language."""
        if not self.there or len(new) > FEW or len(reports) != len(self.there) + len(new):
            return False
        if any(r.id in self.there or r.id < self.heads.get(features(r.text).whole, "") for r in new):
            return False
        return "numbers" in self.kinds or not _of_two_languages(reports.values())

    def _compare_all(self, ordered: Sequence[Published]) -> None:
        alike: defaultdict[bytes, list[Published]] = defaultdict(list)
        for report in ordered:
            self._number(report)
            alike[features(report.text).whole].append(report)
        heads = sorted((of[0] for of in alike.values()), key=lambda r: r.id)
        self.heads = {whole: of[0].id for whole, of in alike.items()}
        known, numbers = [features(r.text) for r in heads], np.array([self._number(r) for r in heads], np.int64)
        kinds = (*KINDS, ("numbers", NUMBERS)) if _of_two_languages(ordered) else KINDS
        self.kinds = {of: Pairs(least, self.ids, numbers, [getattr(f, of) for f in known]) for of, least in kinds}
        pairs = {code for kind in self.kinds.values() for code in kind.enough().tolist()}
        same = [self._code(of[0], other) for of in alike.values() for other in of[1:]]
        self.copies = {}
        self._look_at([*same, *(code for code in pairs if self._worth(code))])

    def _number(self, report: Published) -> int:
        if report not in self.numbers:
            self.numbers[report] = len(self.listed)
            self.listed.append(report)
            self.ids.append(report.id)
        return self.numbers[report]

    def _code(self, left: Published, right: Published) -> int:
        return self._number(left) << HALF | self._number(right)

    def _add(self, report: Published) -> None:
        number, known = self._number(report), features(report.text)
        head = self.heads.setdefault(known.whole, report.id)
        if head != report.id:
            self._look_at([self._code(self.there[head], report)])
            return
        changed = {code for of, kind in self.kinds.items() for code in kind.add(number, getattr(known, of))}
        for code in changed:
            self.copies.pop(code, None)
        self._look_at([code for code in changed if self._worth(code)])

    def _worth(self, code: int) -> bool:
        """Whether the two of a pair share enough; numbers alone count between two languages."""
        return any(
            kind.has_enough(code) and (of != "numbers" or _of_two_languages(self._pair(code)))
            for of, kind in self.kinds.items()
        )

    def _pair(self, code: int) -> tuple[Published, Published]:
        return self.listed[code >> HALF], self.listed[code & (1 << HALF) - 1]

    def _look_at(self, codes: Sequence[int]) -> None:
        """Compares pairs, each once."""
        new = sorted(code for code in codes if code not in self.found)
        self.found |= zip(new, _copies([self._pair(code) for code in new]), strict=True)
        self.copies |= {code: copy for code in codes if (copy := self.found[code]) is not None}


def _of_two_languages(reports: Iterable[Published]) -> bool:
    return len({r.language for r in reports if r.language}) > 1


def _copies(pairs: Sequence[tuple[Published, Published]]) -> Iterator[Copy | None]:
    used = {r.id: r for pair in pairs for r in pair}
    place = {name: at for at, name in enumerate(used)}
    known = [features(r.text) for r in used.values()]
    both = counted(known, [(place[left.id], place[right.id]) for left, right in pairs])
    return (_made(*pair, shared) for pair, shared in zip(pairs, both, strict=True))


def _made(left: Published, right: Published, both: Both) -> Copy | None:
    one = left.language == right.language or None in (left.language, right.language)
    of: tuple[Features, Features] = features(left.text), features(right.text)
    found = likeness(*of, both, one_language=one)
    if found is None:
        return None
    shares = {"left_share": round(found.left, 3), "right_share": round(found.right, 3)}
    return Copy(left=left.id, right=right.id, kind=found.kind, **shares)
