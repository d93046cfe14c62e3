"""What one report names texts by, before it is told which text each naming means."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from nonpaper.drafts.dating import MISDATED
from nonpaper.drafts.namings import Naming, namings_in
from nonpaper.model.particular import Particular
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading

TITLE = 80
"""Characters of a title that a text goes by."""
COUNTED = re.compile(r"(\d{1,2})-point")
"""What a statement calls its text by where it names a count of points."""


class Named(NamedTuple):
    """One report: what names a text in it, by count of points too; the namings that statements of a text land on.

    `own` is the name of a report that is a text itself and gives no count.
    """

    reading: Reading
    namings: tuple[Naming, ...]
    by_count: dict[int, list[Naming]]
    landing: tuple[Naming, ...]
    own: str | None


def named_in(reading: Reading) -> Named:
    """Of a reading with the doubt about its date, if any, among its findings. Linear in the text."""
    dated = not any(f.code == MISDATED for f in reading.findings)
    namings = _namings(reading, _day(reading) if dated else None)
    by_count: dict[int, list[Naming]] = {}
    for naming in namings:
        by_count.setdefault(naming.points, []).append(naming)
    return Named(reading, namings, by_count, tuple(_landing(reading, namings)), _own_name(reading))


def _namings(reading: Reading, at: date | None) -> tuple[Naming, ...]:
    """Namings, and for a statement whose count of points the report never names, one of its own."""
    found = namings_in(reading, at)
    known = {n.points for n in found}
    used = {(int(m.group(1)), i.span) for i in _items(reading) if (m := COUNTED.fullmatch(i.draft or ""))}
    kept = {count for count, _ in used}
    found = tuple(n._replace(text_noun=n.text_noun or n.points in kept) for n in found)
    own = [
        Naming(reading.report.id, s, c, None, None, at, aside=False, text_noun=True) for c, s in used if c not in known
    ]
    return (*found, *sorted(own, key=lambda n: n.span))


def _items(reading: Reading) -> Iterator[Provision | Particular]:
    yield from reading.provisions
    yield from reading.particulars


def _landing(reading: Reading, found: tuple[Naming, ...]) -> Iterator[Naming]:
    """The namings that statements of a text land on."""
    for item in reading.provisions:
        counted = COUNTED.fullmatch(item.draft or "")
        if counted and item.presented_as == "draft" and not item.unsure:
            naming = naming_at([n for n in found if n.points == int(counted.group(1))], item.span.start)
            if naming is not None:
                yield naming


def naming_at(found: Sequence[Naming], at: int) -> Naming | None:
    """The last naming before a place, else the first; one that only tells a text apart counts in its sentence alone.

    `found` are the namings of one count in one report, in text order.
    """
    plain = [n for n in found if not n.aside] or list(found)
    before = bisect_right(plain, at, key=lambda n: n.span.start)
    return plain[max(before - 1, 0)] if plain else None


def _own_name(reading: Reading) -> str | None:
    """What a report that is a text itself goes by where it gives no count: its title, else its file."""
    terms = [p for p in reading.provisions if p.presented_as == "draft" and not p.unsure]
    own = bool(terms) and all(p.status in ("published", "signed") and p.draft is None for p in terms)
    return " ".join((reading.report.title or reading.report.path).split())[:TITLE].strip() if own else None


def _day(reading: Reading) -> date | None:
    try:
        return date.fromisoformat((reading.report.published or "")[:10])
    except ValueError:
        return None
