"""Texts told apart: each statement is put to the text that its report means, or to none where that cannot be told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

import msgspec

from nonpaper.drafts.clusters import Cluster, clusters
from nonpaper.drafts.dating import doubtful_dates
from nonpaper.drafts.evidence import around
from nonpaper.drafts.labels import labels
from nonpaper.drafts.namings import Naming, named_by, namings_in
from nonpaper.model.finding import Finding
from nonpaper.model.particular import Particular
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span

Item = TypeVar("Item", Provision, Particular)
TITLE = 80
"""Characters of a title that a text goes by."""
_COUNTED = re.compile(r"(\d{1,2})-point")


class Told(NamedTuple):
    """What was told apart: texts by name, who means which, and the namings that may mean several."""

    readings: tuple[Reading, ...]
    texts: dict[str, Cluster]
    means: dict[tuple[str, Span], str | None]
    namings: dict[str, tuple[Naming, ...]]
    unsure: tuple[Naming, ...]
    own: dict[str, str]

    def meant(self, report: str, points: int, at: int) -> str | None:
        """The text that a count of points means at a place of a report; None where that cannot be told."""
        naming = naming_at([n for n in self.namings[report] if n.points == points], at)
        if naming is not None:
            return self.means.get((report, naming.span))
        alone = [name for name, c in self.texts.items() if c.namings and c.namings[0].points == points]
        return alone[0] if len(alone) == 1 else None


def told_apart(readings: Sequence[Reading]) -> Told:
    """Texts of one count of points told apart by date and place; statements and particulars renamed after them.

    A name that a person gave in a correction, no count of points, stays as it is. The order of reports does not
    matter. Linear in the text, but for the texts of one count.
    """
    misdated = dict(doubtful_dates(readings))
    readings = [_doubted(r, misdated.get(r.report.id)) for r in readings]
    namings = {r.report.id: _all(r, None if r.report.id in misdated else _day(r)) for r in readings}
    points = sorted({n.points for found in namings.values() for n in found if n.text_noun})
    texts: list[Cluster] = []
    unsure: list[Naming] = []
    for count in points:
        made, left = clusters(n for found in namings.values() for n in found if n.points == count)
        texts += made
        unsure += left
    landed = {(n.report, n.span) for r in readings for n in _landing(r, namings[r.report.id])}
    named = labels(texts, landed)
    means: dict[tuple[str, Span], str | None] = {(n.report, n.span): None for n in unsure}
    means.update({(n.report, n.span): name for name, c in named.items() for n in c.namings})
    own = {r.report.id: name for r in readings if (name := _own_name(r))}
    told = Told((), named, means, namings, tuple(sorted(unsure, key=lambda n: (n.report, n.span))), own)
    return told._replace(readings=tuple(_renamed(r, told) for r in readings))


def _doubted(reading: Reading, doubt: Finding | None) -> Reading:
    """The reading with the doubt about its date among its findings, so that it goes with every quotation."""
    if doubt is None or doubt in reading.findings:
        return reading
    return msgspec.structs.replace(reading, findings=(*reading.findings, doubt))


def _all(reading: Reading, at: date | None) -> tuple[Naming, ...]:
    """Namings, and for a statement whose count of points the report never names, one of its own."""
    found = namings_in(reading, at)
    known = {n.points for n in found}
    used = {(int(m.group(1)), i.span) for i in _items(reading) if (m := _COUNTED.fullmatch(i.draft or ""))}
    kept = {count for count, _ in used}
    found = tuple(n._replace(text_noun=n.text_noun or n.points in kept) for n in found)
    own = [
        Naming(reading.report.id, s, c, None, None, at, aside=False, text_noun=True) for c, s in used if c not in known
    ]
    return (*found, *sorted(own, key=lambda n: n.span))


def _items(reading: Reading) -> Iterator[Provision | Particular]:
    yield from reading.provisions
    yield from reading.particulars


def _landing(reading: Reading, found: Sequence[Naming]) -> Iterator[Naming]:
    """The namings that statements of a text land on."""
    for item in reading.provisions:
        counted = _COUNTED.fullmatch(item.draft or "")
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


def _renamed(reading: Reading, told: Told) -> Reading:
    return msgspec.structs.replace(
        reading,
        provisions=tuple(_unnamed(_put(p, reading, told), p, reading, told) for p in reading.provisions),
        particulars=tuple(_put(p, reading, told) for p in reading.particulars),
    )


def _unnamed(item: Provision, before: Provision, reading: Reading, told: Told) -> Provision:
    """A term without a count: of the report's own text, or of the one text that its sentence names by place."""
    if before.draft is not None or item.presented_as != "draft":
        return item
    if reading.report.id in told.own:
        return msgspec.structs.replace(item, draft=told.own[reading.report.id])
    places = {n: c.place for n, c in told.texts.items() if c.place}
    said = around(reading.text, item.span).quote(reading.text) if places else ""
    named = [n for n, place in places.items() if named_by(place).search(said)]
    return msgspec.structs.replace(item, draft=named[0]) if len(named) == 1 else item


def _own_name(reading: Reading) -> str | None:
    """What a report that is a text itself goes by where it gives no count: its title, else its file."""
    terms = [p for p in reading.provisions if p.presented_as == "draft" and not p.unsure]
    own = bool(terms) and all(p.status in ("published", "signed") and p.draft is None for p in terms)
    return " ".join((reading.report.title or reading.report.path).split())[:TITLE].strip() if own else None


def _put(item: Item, reading: Reading, told: Told) -> Item:
    counted = _COUNTED.fullmatch(item.draft or "")
    if not counted:
        return item
    return msgspec.structs.replace(item, draft=told.meant(reading.report.id, int(counted.group(1)), item.span.start))


def _day(reading: Reading) -> date | None:
    try:
        return date.fromisoformat((reading.report.published or "")[:10])
    except ValueError:
        return None
