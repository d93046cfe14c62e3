"""What a person should look at, and what a person has already decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import msgspec

from nonpaper.model.claim import Claim
from nonpaper.model.judgement import Reviewed
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span, hull
from nonpaper.present import words
from nonpaper.present.material import Material, Quote, many, quote
from nonpaper.remembered import each

Wanted = Callable[[Claim | Provision | Position], bool]
"""Which claims, provisions and positions are looked at."""


class Item(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One item of a reading, whatever its kind."""

    what: str
    report: str
    span: Span
    claim: int | None
    reviewed: Reviewed | None
    unsure: bool
    doubts: tuple[str, ...]


class Doubt(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """An item that the reader is not sure of."""

    what: str
    quote: Quote
    why: str


class Correction(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """What a person decided about one item."""

    what: str
    quote: Quote
    reviewed: Reviewed


def unsure(of: Material) -> int:
    """How many claims, provisions and positions the reader is unsure of."""
    return sum(each("unsure", list(of.readings.values()), _unsure))


def _unsure(reading: Reading) -> int:
    return sum(item.unsure for group in (reading.claims, reading.provisions, reading.positions) for item in group)


def _of_one(reading: Reading, wanted: Wanted) -> Iterator[Item]:
    for index, c in enumerate(reading.claims):
        if not wanted(c):
            continue
        yield _item(reading, f"claim: {words.KINDS[c.kind]}", hull(c.content), c.reviewed, c.doubts, index, c.unsure)
    for p in filter(wanted, reading.provisions):
        what = f"{words.PRESENTED[p.presented_as]}: {words.inside(words.topic(p.topic))}"
        yield _item(reading, what, p.span, p.reviewed, p.doubts, p.claim, p.unsure)
    for s in filter(wanted, reading.positions):
        what = f"stance of {s.party}: {words.STANCES[s.stance][1]} ({words.inside(words.topic(s.topic))})"
        yield _item(reading, what, s.span, s.reviewed, s.doubts, s.claim, s.unsure)


def _item(
    reading: Reading,
    what: str,
    span: Span,
    reviewed: Reviewed | None,
    doubts: tuple[str, ...],
    claim: int | None,
    unsure: bool,
) -> Item:
    return Item(
        what=what,
        report=reading.report.id,
        span=span,
        claim=claim,
        reviewed=reviewed,
        unsure=unsure,
        doubts=doubts,
    )


def doubts(of: Material) -> Iterator[Doubt]:
    """All that is unsure, in the order of the reports."""
    return (doubt for listed in each("doubts", list(of.readings.values()), _doubts) for doubt in listed)


def _doubts(reading: Reading) -> tuple[Doubt, ...]:
    return tuple(
        Doubt(what=i.what, quote=quote(reading, i.span, i.claim), why="; ".join(i.doubts) or "not sure")
        for i in _of_one(reading, lambda found: found.unsure)
    )


def corrections(of: Material) -> Iterator[Correction]:
    """All that a person has checked or changed."""
    return (done for listed in each("corrected", list(of.readings.values()), _corrections) for done in listed)


def _corrections(reading: Reading) -> tuple[Correction, ...]:
    return tuple(
        Correction(what=i.what, quote=quote(reading, i.span, i.claim), reviewed=i.reviewed)
        for i in _of_one(reading, lambda found: found.reviewed is not None)
        if i.reviewed is not None
    )


def checked(of: Material) -> str:
    """Whether a person has looked at this, in a sentence."""
    readings = of.readings.values()
    by = Counter(done.reviewed.by for done in corrections(of))
    if not by:
        return "Not checked by a person."
    of_all = many(sum(len(r.claims) + len(r.provisions) + len(r.positions) for r in readings), "item")
    done = f"{sum(by.values())} of {of_all} checked or corrected, by {', '.join(sorted(by))}"
    return f"{done}; the others not checked by a person."
