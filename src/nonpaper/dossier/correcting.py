"""Decisions made in code: a row that is wrong and what is right, as an entry of a corrections file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from nonpaper.errors import CorrectionsError
from nonpaper.judgements import entry_of
from nonpaper.judgements.find import Item, NotFoundError, item_at, items_of, occurrences, span_of
from nonpaper.judgements.records import Entry, EntryKind, ItemKind, Place
from nonpaper.model.reading import Reading

_TWINS: dict[ItemKind, tuple[str, ...]] = {
    "claim": ("kind", "party"),
    "provision": ("topic", "presented_as", "draft"),
    "position": ("party", "topic", "stance"),
}
"""What tells items on the same words apart."""


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """One decision. `on` is what it is about: a row of claims, provisions or positions, as a record or as a mapping.

    A mapping needs `report`, and but for a copy `words`; `start` says which occurrence is meant, `item` what kind of
    item where the row does not. `other` is the other row of `same` and `different`, the report that a `copy` copies.

    >>> Correction(kind="checked", on={"item": "position", "report": "leak.txt", "words": "never"}, reason="heard it")
    Correction(kind='checked', on={'item': 'position', ...
    """

    kind: EntryKind
    on: msgspec.Struct | Mapping[str, Any]
    reason: str
    set: Mapping[str, Any] = {}
    other: msgspec.Struct | Mapping[str, Any] | None = None


def entry_for(given: Correction, number: int, signed: Mapping[str, str], readings: Mapping[str, Reading]) -> Entry:
    """The entry that a corrections file would have; CorrectionsError where something is missing or not allowed.

    `readings` are those of the reports named, by the name that the row has for them.
    """
    on, other = _fields(given.on), _fields(given.other) if given.other is not None else {}
    table: dict[str, Any] = {"kind": given.kind, **signed, "reason": given.reason}
    if given.kind in {"same", "different"}:
        sides = {"left": _placed(on, "provision", readings), "right": _placed(other, "provision", readings)}
        return entry_of({**table, **sides}, number)
    if given.kind == "copy":
        return entry_of({**table, "report": on.get("report"), "of": other.get("report")}, number)
    item = "provision" if given.kind == "confirmed" else _item(on, number)
    named = {} if given.kind == "confirmed" else {"item": item}
    set_to = {"set": _plain(given.set)} if given.set else {}
    return entry_of({**table, **named, **_placed(on, item, readings, new=given.kind == "add"), **set_to}, number)


def reports_in(given: Correction) -> tuple[str, ...]:
    """The names of the reports that a correction is about."""
    rows = [_fields(row) for row in (given.on, given.other) if row is not None]
    return tuple(str(row["report"]) for row in rows if row.get("report"))


def _fields(row: msgspec.Struct | Mapping[str, Any]) -> dict[str, Any]:
    return msgspec.structs.asdict(row) if isinstance(row, msgspec.Struct) else dict(row)


def _item(row: Mapping[str, Any], number: int) -> ItemKind:
    kinds: tuple[ItemKind, ...] = ("provision", "position", "claim")  # a provision's row names its claim too
    if row.get("item") in kinds:
        return kinds[kinds.index(row["item"])]
    for kind in kinds:
        if kind in row:
            return kind
    raise CorrectionsError(f"correction {number}: say what it is about: item = one of {', '.join(kinds)}")


def _placed(
    row: Mapping[str, Any], item: ItemKind, readings: Mapping[str, Reading], *, new: bool = False
) -> dict[str, Any]:
    """The place as a file has it; which occurrence and which of several items, only where that has to be said."""
    place: dict[str, Any] = {"report": row.get("report"), "quote": row.get("words") or row.get("quote")}
    reading = readings.get(str(place["report"]))
    if reading is None or not isinstance(place["quote"], str):
        return place
    starts = [span.start for span in occurrences(reading.text, place["quote"])]
    if len(starts) > 1 and row.get("start") in starts:
        place["nth"] = starts.index(row["start"]) + 1
    if not new and _ambiguous(reading, item, place):
        place["having"] = {k: row[k] for k in _TWINS[item] if isinstance(row.get(k), str)}  # a frame has NaN for None
    return place


def _ambiguous(reading: Reading, item: ItemKind, place: Mapping[str, Any]) -> bool:
    try:
        item_at(reading, item, Place(report=place["report"], quote=place["quote"], nth=place.get("nth")))
    except NotFoundError:
        return len([x for x in items_of(reading, item) if _on(x, reading, place["quote"])]) > 1
    return False


def _on(item: Item, reading: Reading, quote: str) -> bool:
    try:
        return span_of(item).quote(reading.text) == quote
    except ValueError:  # a claim without words
        return False


def _plain(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: "" if value is None else list(value) if isinstance(value, tuple) else value
        for name, value in fields.items()
    }
