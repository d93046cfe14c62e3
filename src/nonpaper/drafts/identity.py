"""Texts told apart: each statement is put to the text that its report means, or to none where that cannot be told."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice, repeat
from typing import NamedTuple, TypeVar

import msgspec

from nonpaper.drafts.clusters import Cluster, clusters
from nonpaper.drafts.dating import doubt_of, doubtful_dates
from nonpaper.drafts.evidence import around
from nonpaper.drafts.labels import labels
from nonpaper.drafts.namings import Naming, named_by, namings_in
from nonpaper.model.particular import Particular
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span
from nonpaper.remembered import by_key, each, lasting, remembered

Item = TypeVar("Item", Provision, Particular)
TITLE = 80
"""Characters of a title that a text goes by."""
_COUNTED = re.compile(r"(\d{1,2})-point")


Alone = tuple[tuple[int, str], ...]
"""Counts of points of which there is but one text, with its name."""


class Reported(NamedTuple):
    """One report: its reading, statements put to their texts; what names a text in it, and which text each means."""

    reading: Reading
    namings: tuple[Naming, ...]
    means: tuple[str | None, ...]
    alone: Alone

    def meant(self, points: int, at: int) -> str | None:
        """The text that a count of points means at a place; None where that cannot be told."""
        naming = naming_at([n for n in self.namings if n.points == points], at)
        return self.named(naming) if naming is not None else dict(self.alone).get(points)

    def named(self, naming: Naming) -> str | None:
        """The text that a naming means."""
        return next(name for n, name in zip(self.namings, self.means, strict=True) if n.span == naming.span)


class Told(NamedTuple):
    """What was told apart: reports, texts by name, the namings that may mean several, texts that are reports."""

    reports: tuple[Reported, ...]
    texts: dict[str, Cluster]
    unsure: tuple[Naming, ...]
    own: dict[str, str]

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Every reading."""
        return tuple(r.reading for r in self.reports)


def told_apart(readings: Sequence[Reading]) -> Told:
    """Texts of one count of points told apart by date and place; statements and particulars renamed after them.

    A name that a person gave in a correction, no count of points, stays as it is. The order of reports does not
    matter. Linear in the text, but for the texts of one count.
    """
    misdated = dict(doubtful_dates(readings))
    readings = [_doubted(r) if r.report.id in misdated else r for r in readings]
    namings = each("namings", [(r, r.report.id not in misdated) for r in readings], lambda row: _all(*row))
    rows = list(zip(readings, namings, strict=True))
    by_count = by_key("namings", each("namings by count", rows, lambda row: _by_count(row[1])))
    texts: list[Cluster] = []
    unsure: list[Naming] = []
    for _, counted in sorted(by_count.items()):
        if any(n.text_noun for n in counted):
            made, left = clusters(counted)
            texts += made
            unsure += left
    landed = set(map(id, chain.from_iterable(each("landing", rows, lambda row: tuple(_landing(*row))))))
    named = labels(texts, landed)
    means: dict[int, str] = {}  # of an unsure one nothing
    for name, cluster in named.items():
        means.update(zip(map(id, cluster.namings), repeat(name)))
    own = each("own name", readings, _own_name)
    counts = Counter(c.namings[0].points for c in named.values())
    alone = tuple((n, name) for name, c in named.items() if counts[n := c.namings[0].points] == 1)
    places = tuple((name, c.place) for name, c in named.items() if c.place)
    every, seen = iter([means.get(id(n)) for n in chain.from_iterable(namings)]), lasting(_Seen)
    meant = [seen.setdefault(names := tuple(islice(every, len(found))), names) for found in namings]
    told = list(zip(readings, namings, meant, own, strict=True))
    reports = each("reported", told, lambda row: _reported(*row, places, alone), (places, alone))
    by_own_name = {r.report.id: name for r, name in zip(readings, own, strict=True) if name}
    return Told(tuple(reports), named, tuple(sorted(unsure, key=lambda n: (n.report, n.span))), by_own_name)


class _Seen(dict[tuple[str | None, ...], tuple[str | None, ...]]):
    """What the namings of reports were said to mean, so that what is equal is the same."""


def _by_count(found: Sequence[Naming]) -> dict[int, list[Naming]]:
    by: dict[int, list[Naming]] = {}
    for naming in found:
        by.setdefault(naming.points, []).append(naming)
    return by


@remembered
def _doubted(reading: Reading) -> Reading:
    """The reading with the doubt about its date among its findings, so that it goes with every quotation."""
    doubt = doubt_of(reading)
    if doubt in reading.findings:
        return reading
    return msgspec.structs.replace(reading, findings=(*reading.findings, doubt))


def _all(reading: Reading, dated: bool) -> tuple[Naming, ...]:
    """Namings, and for a statement whose count of points the report never names, one of its own.

    `dated` is whether the report's date may be right.
    """
    at = _day(reading) if dated else None
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


def _landing(reading: Reading, found: tuple[Naming, ...]) -> Iterator[Naming]:
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


Places = tuple[tuple[str, str], ...]
"""Texts by name, each with the place that it goes by."""


def _reported(
    reading: Reading,
    namings: tuple[Naming, ...],
    means: tuple[str | None, ...],
    own: str | None,
    places: Places,
    alone: Alone,
) -> Reported:
    meant = dict(zip(((n.points, n.span) for n in namings), means, strict=True))
    renamed = msgspec.structs.replace(
        reading,
        provisions=tuple(_unnamed(_put(p, namings, meant), p, reading, own, places) for p in reading.provisions),
        particulars=tuple(_put(p, namings, meant) for p in reading.particulars),
    )
    return Reported(renamed, namings, means, alone)


def _unnamed(item: Provision, before: Provision, reading: Reading, own: str | None, places: Places) -> Provision:
    """A term without a count: of the report's own text, or of the one text that its sentence names by place."""
    if before.draft is not None or item.presented_as != "draft":
        return item
    if own is not None:
        return msgspec.structs.replace(item, draft=own)
    said = around(reading.text, item.span).quote(reading.text) if places else ""
    named = [n for n, place in places if named_by(place).search(said)]
    return msgspec.structs.replace(item, draft=named[0]) if len(named) == 1 else item


def _own_name(reading: Reading) -> str | None:
    """What a report that is a text itself goes by where it gives no count: its title, else its file."""
    terms = [p for p in reading.provisions if p.presented_as == "draft" and not p.unsure]
    own = bool(terms) and all(p.status in ("published", "signed") and p.draft is None for p in terms)
    return " ".join((reading.report.title or reading.report.path).split())[:TITLE].strip() if own else None


def _put(item: Item, namings: Sequence[Naming], meant: Mapping[tuple[int, Span], str | None]) -> Item:
    """An item that names a count of points, of the text that the report means there; each count has a naming."""
    counted = _COUNTED.fullmatch(item.draft or "")
    if not counted:
        return item
    naming = naming_at([n for n in namings if n.points == int(counted.group(1))], item.span.start)
    return msgspec.structs.replace(item, draft=meant.get((naming.points, naming.span)) if naming else None)


def _day(reading: Reading) -> date | None:
    try:
        return date.fromisoformat((reading.report.published or "")[:10])
    except ValueError:
        return None
