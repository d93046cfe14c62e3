"""All pairs of reports that copy one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.model.copy import Copy
from nonpaper.remembered import lasting
from nonpaper.reports.copies.candidates import Pairs, candidates
from nonpaper.reports.copies.features import Features, features
from nonpaper.reports.copies.verify import Both, counted, likeness


class Published(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What of a report bears on copying; `language` is an ISO 639-1 code or None."""

    id: str
    text: str
    language: str | None = None


class Compared:
    """Pairs of reports that were compared before, and the copies among them; reports by a number that stays."""

    def __init__(self) -> None:
        self.numbers: dict[Published, int] = {}
        self.pairs = np.zeros(0, np.int64)
        self.copies: dict[int, Copy] = {}

    def codes(self, reports: Sequence[Published], pairs: Pairs) -> NDArray[np.int64]:
        """One number for each pair."""
        number = np.array([self.numbers.setdefault(r, len(self.numbers)) for r in reports], np.int64)
        return number[pairs[:, 0]] << 32 | number[pairs[:, 1]] if len(pairs) else np.zeros(0, np.int64)


def find_copies(reports: Sequence[Published]) -> tuple[Copy, ...]:
    """Pairs that copy one another, by id; the order of `reports` does not matter.

    Of three or more reports with exactly the same words each is paired with the one of least id only. About linear in
    the text; what stands in quotation marks is not compared, since two outlets may quote one speaker.
    """
    ordered = sorted({r.id: r for r in reports}.values(), key=lambda r: r.id)
    known = [features(r.text) for r in ordered]
    first: dict[bytes, int] = {}
    alike: defaultdict[int, list[int]] = defaultdict(list)
    for i, found in enumerate(known):
        alike[first.setdefault(found.whole, i)].append(i)
    heads = sorted(alike)
    pairs = np.array(heads, np.int64)[candidates([known[i] for i in heads], [ordered[i].language for i in heads])]
    same = [(head, i) for head in heads for i in alike[head][1:]]
    every = np.concatenate((pairs.reshape(-1, 2), np.array(same, np.int64).reshape(-1, 2)))
    return tuple(sorted(_compared(ordered, known, every), key=lambda c: (c.left, c.right)))


def _compared(ordered: Sequence[Published], known: Sequence[Features], pairs: Pairs) -> Iterator[Copy]:
    """The copies among pairs. What was compared in an open dossier before is not compared again."""
    before = lasting(Compared)
    codes = before.codes(ordered, pairs)
    new = ~np.isin(codes, before.pairs)
    for code, copy in zip(codes[new].tolist(), _copies(ordered, known, pairs[new]), strict=True):
        if copy is not None:
            before.copies[code] = copy
    before.pairs = np.union1d(before.pairs, codes[new])
    yield from (before.copies[code] for code in codes.tolist() if code in before.copies)


def _copies(ordered: Sequence[Published], known: Sequence[Features], pairs: Pairs) -> Iterator[Copy | None]:
    used, places = np.unique(pairs, return_inverse=True)
    listed = [(int(i), int(j)) for i, j in pairs]
    both = counted([known[i] for i in used], [(int(i), int(j)) for i, j in places.reshape(-1, 2)])
    return (_made(ordered, pair, known, shared) for pair, shared in zip(listed, both, strict=True))


def _made(ordered: Sequence[Published], pair: tuple[int, int], known: Sequence[Features], both: Both) -> Copy | None:
    left, right = (ordered[i] for i in pair)
    one = left.language == right.language or None in (left.language, right.language)
    found = likeness(known[pair[0]], known[pair[1]], both, one_language=one)
    if found is None:
        return None
    shares = {"left_share": round(found.left, 3), "right_share": round(found.right, 3)}
    return Copy(left=left.id, right=right.id, kind=found.kind, **shares)
