"""Texts told apart: each statement is put to the text that its report means, or to none where that cannot be told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

import msgspec

from nonpaper.drafts.clusters import Cluster, clusters
from nonpaper.drafts.dating import doubt_of, doubtful_dates
from nonpaper.drafts.evidence import around
from nonpaper.drafts.labels import labels
from nonpaper.drafts.named import COUNTED, Named, named_in, naming_at
from nonpaper.drafts.namings import Naming, named_by
from nonpaper.model.particular import Particular
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span
from nonpaper.remembered import by_key, each, remembered

Item = TypeVar("Item", Provision, Particular)
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
    readings = [_doubted(r) if r.report.id in misdated else r for r in readings] if misdated else readings
    found = each("named", readings, named_in)
    by_count = by_key("namings", [f.by_count for f in found])
    texts: list[Cluster] = []
    unsure: list[Naming] = []
    for _, counted in sorted(by_count.items()):
        if any(n.text_noun for n in counted):
            made, left = clusters(counted)
            texts += made
            unsure += left
    several = [points for points, times in Counter(map(_points, texts)).items() if times > 1]
    named = labels(texts, {id(n) for f in found for n in f.landing} if several else ())
    alone = tuple((_points(c), name) for name, c in named.items() if _points(c) not in several)
    places = tuple((name, c.place) for name, c in named.items() if c.place)
    plain = _plain(by_count, alone, {*several, *(n.points for n in unsure)})
    rows = list(zip(found, _meant(found, named, plain), strict=True))
    reports = each("reported", rows, lambda row: _reported(*row, places, alone), (places, alone))
    own = {f.reading.report.id: f.own for f in found if f.own}
    return Told(tuple(reports), named, tuple(sorted(unsure, key=lambda n: (n.report, n.span))), own)


def _points(text: Cluster) -> int:
    return text.namings[0].points


Plain = tuple[tuple[int, str | None], ...]
"""Counts of points that always mean the same: the one text there is of the count, or none."""


def _plain(counts: Iterable[int], alone: Alone, unlike: Collection[int]) -> Plain:
    names = dict(alone)
    return tuple((points, names.get(points)) for points in sorted(counts) if points not in unlike)


def _meant(found: Sequence[Named], named: Mapping[str, Cluster], plain: Plain) -> Sequence[tuple[str | None, ...]]:
    """What the namings of each report mean: None where that cannot be told."""
    always = dict(plain)
    surely = each("meant", found, lambda f: _surely(f, always), (plain,))
    text: dict[int, str] = {}
    if None in surely:
        text = {id(n): name for name, cluster in named.items() for n in cluster.namings}
    return [
        means if means is not None else tuple([text.get(id(n)) for n in f.namings])
        for f, means in zip(found, surely, strict=True)
    ]


def _surely(found: Named, always: Mapping[int, str | None]) -> tuple[str | None, ...] | None:
    """What its namings mean where it has none of a count that several texts have."""
    if found.by_count.keys() - always.keys():
        return None
    return tuple([always[n.points] for n in found.namings])


@remembered
def _doubted(reading: Reading) -> Reading:
    """The reading with the doubt about its date among its findings, so that it goes with every quotation."""
    doubt = doubt_of(reading)
    if doubt in reading.findings:
        return reading
    return msgspec.structs.replace(reading, findings=(*reading.findings, doubt))


Places = tuple[tuple[str, str], ...]
"""Texts by name, each with the place that it goes by."""


def _reported(of: Named, means: tuple[str | None, ...], places: Places, alone: Alone) -> Reported:
    reading, namings = of.reading, of.namings
    meant = dict(zip(((n.points, n.span) for n in namings), means, strict=True))
    renamed = msgspec.structs.replace(
        reading,
        provisions=tuple(_unnamed(_put(p, namings, meant), p, reading, of.own, places) for p in reading.provisions),
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


def _put(item: Item, namings: Sequence[Naming], meant: Mapping[tuple[int, Span], str | None]) -> Item:
    """An item that names a count of points, of the text that the report means there; each count has a naming."""
    counted = COUNTED.fullmatch(item.draft or "")
    if not counted:
        return item
    naming = naming_at([n for n in namings if n.points == int(counted.group(1))], item.span.start)
    return msgspec.structs.replace(item, draft=meant.get((naming.points, naming.span)) if naming else None)
