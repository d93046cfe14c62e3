"""Writes entries as a corrections file has them: the inverse of reading one."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from nonpaper.judgements.records import Entry, Place


def as_table(entry: Entry) -> dict[str, Any]:
    """The entry's fields as the file writes them, with its `kind`; `entry_of` makes the same entry of them."""
    signed = {"author": entry.by, "date": entry.at, "reason": entry.reason}
    if entry.right is not None and entry.kind == "copy":
        return {"kind": entry.kind, "report": entry.place.report, "of": entry.right.report, **signed}
    if entry.right is not None:
        return {"kind": entry.kind, "left": _place(entry.place), "right": _place(entry.right), **signed}
    set_to = {"set": _fields(entry.fields)} if entry.fields else {}
    item = {} if entry.kind == "confirmed" else {"item": entry.item}
    return {"kind": entry.kind, **item, **_place(entry.place), **set_to, **signed}


def to_toml(entries: Iterable[Entry]) -> str:
    """A corrections file with these entries in this order, each signed for itself."""
    return "\n".join(_block(as_table(entry)) for entry in entries)


def _place(place: Place) -> dict[str, Any]:
    nth = {} if place.nth is None else {"nth": place.nth}
    having = {"having": _fields(place.having)} if place.having else {}
    return {"report": place.report, "quote": place.quote, **nth, **having}


def _fields(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: _plain(name, value) for name, value in fields.items()}


def _plain(name: str, value: Any) -> Any:
    if value is None:
        return ""
    if name == "conditions":
        return [{"quote": quote, "kind": kind} for quote, kind in value]
    return list(value) if isinstance(value, tuple) else value


def _block(table: dict[str, Any]) -> str:
    lines = [f"{key} = {_value(value)}" for key, value in table.items() if key != "kind"]
    return "\n".join([f"[[{table['kind']}]]", *lines, ""])


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_value(inner)}" for key, inner in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_value(inner) for inner in value) + "]"
    # JSON's escapes are TOML's, but for DEL, which JSON leaves as it is.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
