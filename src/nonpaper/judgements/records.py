"""What a corrections file says, as frozen records; nothing here knows the file's grammar."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

ItemKind = Literal["claim", "provision", "position"]
EntryKind = Literal["change", "remove", "add", "checked", "same", "different", "copy", "confirmed"]


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Words in a report: `nth` counts occurrences from 1 and is None where any will do; `having` tells twins apart."""

    report: str
    quote: str
    nth: int | None = None
    having: dict[str, Any] = {}


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One decision of one person. `number` is its place in the file; `right` stands in pairs alone.

    Of a copy, `place` is the copy and `right` what it copies, both without a quote.
    """

    number: int
    kind: EntryKind
    item: ItemKind
    place: Place
    right: Place | None = None
    fields: dict[str, Any] = {}
    by: str
    at: str
    reason: str


class Corrections(msgspec.Struct, frozen=True, kw_only=True):
    """A corrections file, entries in the order in which they act."""

    file: str = ""
    entries: tuple[Entry, ...] = ()


NONE = Corrections()
"""No corrections: applying it changes nothing."""
