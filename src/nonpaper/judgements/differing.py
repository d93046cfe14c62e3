"""What people decided differently about one thing: which decisions cannot all be meant, and which of them acts."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Sequence
from itertools import combinations
from typing import NamedTuple

from nonpaper.judgements.edit import edited
from nonpaper.judgements.find import NotFoundError, item_at, report_at, the_words
from nonpaper.judgements.records import Entry, Place
from nonpaper.model.reading import Reading


class Differing(NamedTuple):
    """Places in a list of entries, in their order, and the place of the one that acts; None where none does."""

    entries: tuple[int, ...]
    acts: int | None


def differing(
    entries: Sequence[Entry], readings: Sequence[Reading] = (), missed: Collection[int] = ()
) -> tuple[Differing, ...]:
    """Things that different people decided differently, in the order of the first decision on each.

    `entries` stand in the order in which they act, so that the last of those that find their words does; `missed` are
    places of those that do not. `readings` are the reports named as they were read: by these, two quotations are one
    thing where they mean one item; without, where the words are the same. Quadratic in the entries on one thing.
    """
    about: dict[Hashable, list[int]] = {}
    for at, entry in enumerate(entries):
        about.setdefault(_thing(entry, readings), []).append(at)
    found = []
    for group in about.values():
        apart = {at for pair in combinations(group, 2) if _differ(*(entries[at] for at in pair)) for at in pair}
        if apart:
            acting = [at for at in sorted(apart) if at not in missed]
            found.append(Differing(tuple(sorted(apart)), acting[-1] if acting else None))
    return tuple(sorted(found))


def unfound(entries: Sequence[Entry], readings: Sequence[Reading]) -> frozenset[int]:
    """Places of entries that do not find their item once those before them have acted on these readings."""
    corrected, missed = list(readings), set()
    for at, entry in enumerate(entries):
        if entry.right is not None or entry.kind == "confirmed":
            continue
        try:
            which = report_at(corrected, entry.place.report)
            corrected[which] = edited(corrected[which], entry)
        except NotFoundError:
            missed.add(at)
    return frozenset(missed)


def _thing(entry: Entry, readings: Sequence[Reading]) -> Hashable:
    """What an entry decides about: an item, or a pair of them whichever stands left."""
    if entry.right is not None:
        return "copy" if entry.kind == "copy" else "pair", frozenset(
            _item(place, entry, readings) for place in (entry.place, entry.right)
        )
    return entry.kind == "confirmed", _item(entry.place, entry, readings)


def _item(place: Place, entry: Entry, readings: Sequence[Reading]) -> Hashable:
    """The item meant, by its place in its reading; the words alone where there is none such."""
    try:
        reading = readings[report_at(readings, place.report)]
        if entry.kind == "add":
            return entry.item, reading.report.id, the_words(reading.text, place)
        if place.quote:
            return entry.item, reading.report.id, item_at(reading, entry.item, place)
    except NotFoundError:
        pass
    having = tuple(sorted((name, str(value)) for name, value in place.having.items()))
    return entry.item, place.report, place.quote, place.nth, having


def _differ(a: Entry, b: Entry) -> bool:
    """Whether two people cannot both be meant: other values for one field, taken out and kept, same and different.

    A check differs from a later change, not from one that it may have been a check of.
    """
    kinds = {a.kind, b.kind}
    if a.by == b.by:
        return False
    if a.kind == b.kind == "copy":
        return a.place.report != b.place.report
    if len(kinds) == 2:
        checked_first = a.kind == "checked" and b.kind == "change"
        return "remove" in kinds or kinds == {"same", "different"} or checked_first
    return any(a.fields[name] != b.fields[name] for name in a.fields.keys() & b.fields.keys())
