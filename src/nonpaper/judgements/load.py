"""Reads a corrections file: TOML that a person writes by hand. `template` shows the grammar by example."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, cast, get_args

from nonpaper.errors import CorrectionsError
from nonpaper.judgements.fields import FIELDS, checked_fields, suggestion
from nonpaper.judgements.records import Corrections, Entry, EntryKind, ItemKind, Place
from nonpaper.judgements.toml import table_of, text_of

_KINDS: tuple[EntryKind, ...] = get_args(EntryKind)
_ITEMS: tuple[ItemKind, ...] = get_args(ItemKind)
_SIGNED = ("author", "date", "reason")
_PLACE = ("report", "quote", "nth", "having")
_KEYS: dict[EntryKind, tuple[str, ...]] = {
    "change": ("item", *_PLACE, "set", *_SIGNED),
    "remove": ("item", *_PLACE, *_SIGNED),
    "add": ("item", "report", "quote", "nth", "set", *_SIGNED),
    "checked": ("item", *_PLACE, *_SIGNED),
    "same": ("left", "right", *_SIGNED),
    "different": ("left", "right", *_SIGNED),
    "copy": ("report", "of", *_SIGNED),
    "confirmed": (*_PLACE, *_SIGNED),
}
# Strings and comments, so that what looks like a heading inside them is not taken for one.
_OPAQUE = re.compile(
    r'"""[\s\S]*?"""|\'\'\'[\s\S]*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#[^\n]*',
)
_HEADING = re.compile(r"^[ \t]*\[\[[ \t]*(\w+)[ \t]*\]\]", re.MULTILINE)


def load_corrections(path: str) -> Corrections:
    """The corrections in a file; CorrectionsError names file, entry and field where it cannot be used as it stands."""
    return parse_corrections(text_of(path), path)


def parse_corrections(
    text: str, file: str = "corrections", defaults: Mapping[str, str] = MappingProxyType({})
) -> Corrections:
    """As `load_corrections`, from the text of the file. `defaults`: author, date or reason where it has none."""
    table = table_of(text, file)
    _known(table, (*_KINDS, "author", "date"), file)
    entries = [
        _entry(kind, number, raw, {**defaults, **table}, f"{file}, entry {number} [[{kind}]]")
        for number, (kind, raw) in enumerate(_in_file_order(table, text, file), start=1)
    ]
    return Corrections(file=file, entries=tuple(entries))


def entry_of(table: dict[str, Any], number: int, file: str = "corrections") -> Entry:
    """One entry from its fields with its `kind` among them, as `as_table` gives them; CorrectionsError."""
    raw = {key: value for key, value in table.items() if key != "kind"}
    kind = table.get("kind")
    if kind not in _KINDS:
        raise CorrectionsError(f'{file}, entry {number}: kind "{kind}" is unknown; {suggestion(str(kind), _KINDS)}')
    return _entry(kind, number, _as_today(kind, raw), {}, f"{file}, entry {number} [[{kind}]]")


def _as_today(kind: EntryKind, raw: dict[str, Any]) -> dict[str, Any]:
    """Fields as they are written today: copies and confirmations were once recorded with fields that they lack."""
    sides = [raw.get("left"), raw.get("right")]
    if kind == "copy" and all(isinstance(side, dict) for side in sides):
        rest = {key: value for key, value in raw.items() if key not in ("left", "right")}
        return rest | {"report": raw["left"].get("report"), "of": raw["right"].get("report")}
    return {key: value for key, value in raw.items() if key != "item"} if kind == "confirmed" else raw


def _in_file_order(table: dict[str, Any], text: str, file: str) -> list[tuple[EntryKind, Any]]:
    """Entries as they follow one another; TOML itself keeps order only among entries of one kind."""
    left: dict[EntryKind, list[Any]] = {}
    for kind in _KINDS:
        listed = table.get(kind, [])
        if not isinstance(listed, list):
            raise CorrectionsError(f"{file}: write [[{kind}]] with two brackets, once for each entry")
        left[kind] = list(listed)
    bare = _OPAQUE.sub(lambda m: "\n" * m[0].count("\n"), text)
    headings = [cast("EntryKind", m[1]) for m in _HEADING.finditer(bare) if m[1] in _KINDS]
    ordered = [(kind, left[kind].pop(0)) for kind in headings if left[kind]]
    return ordered + [(kind, raw) for kind, rest in left.items() for raw in rest]


def _known(table: dict[str, Any], allowed: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in allowed:
            raise CorrectionsError(f'{where}: "{key}" is unknown; {suggestion(key, allowed)}')


def _entry(kind: EntryKind, number: int, raw: object, defaults: dict[str, Any], where: str) -> Entry:
    if not isinstance(raw, dict):
        raise CorrectionsError(f"{where}: is not a list of fields")
    _known(raw, _KEYS[kind], where)
    by = _needed(raw, "author", where, defaults)
    at = _date(raw.get("date", defaults.get("date")), where)
    reason = _needed(raw, "reason", where, {"reason": defaults["reason"]} if defaults.get("reason") else None)
    if kind in {"same", "different"}:
        left, right = (_side(raw, side, where) for side in ("left", "right"))
        return Entry(number=number, kind=kind, item="provision", place=left, right=right, by=by, at=at, reason=reason)
    if kind == "copy":
        left, right = (Place(report=_needed(raw, side, where), quote="") for side in ("report", "of"))
        return Entry(number=number, kind=kind, item="provision", place=left, right=right, by=by, at=at, reason=reason)
    item = "provision" if kind == "confirmed" else _item(raw, where)
    fields = _fields(kind, item, raw, where)
    return Entry(
        number=number, kind=kind, item=item, place=_place(raw, where, item), fields=fields, by=by, at=at, reason=reason
    )


def _item(raw: dict[str, Any], where: str) -> ItemKind:
    item = _needed(raw, "item", where)
    if item not in _ITEMS:
        raise CorrectionsError(f'{where}, field item: "{item}" is unknown; {suggestion(item, _ITEMS)}')
    return item


def _fields(kind: EntryKind, item: ItemKind, raw: dict[str, Any], where: str) -> dict[str, Any]:
    if kind not in {"change", "add"}:
        return {}
    fields = checked_fields(item, raw.get("set", {}), where)
    if kind == "change" and not fields:
        raise CorrectionsError(f"{where}: `set` is missing; name at least one field to change")
    if kind == "add":
        missing = [name for name, f in FIELDS[item].items() if f.required and name not in fields]
        if missing:
            raise CorrectionsError(f"{where}: `set` needs {', '.join(missing)} to add a {item}")
    return fields


def _side(raw: dict[str, Any], side: str, where: str) -> Place:
    given = raw.get(side)
    if not isinstance(given, dict):
        raise CorrectionsError(f'{where}: {side} is missing; write {side} = {{ report = "…", quote = "…" }}')
    _known(given, _PLACE, f"{where}, {side}")
    return _place(given, f"{where}, {side}", "provision")


def _place(raw: dict[str, Any], where: str, item: ItemKind) -> Place:
    nth = raw.get("nth")
    if nth is not None and (not isinstance(nth, int) or isinstance(nth, bool) or nth < 1):
        raise CorrectionsError(f"{where}, field nth: write 1 for the first occurrence, 2 for the second, and so on")
    having = checked_fields(item, raw.get("having", {}), where)
    return Place(report=_needed(raw, "report", where), quote=_needed(raw, "quote", where), nth=nth, having=having)


def _needed(raw: dict[str, Any], key: str, where: str, defaults: dict[str, Any] | None = None) -> str:
    value = raw.get(key, (defaults or {}).get(key))
    if not isinstance(value, str) or not value.strip():
        above = " here or once at the top of the file" if defaults is not None else ""
        raise CorrectionsError(f'{where}: {key} is missing; write {key} = "…"{above}')
    return value.strip()


def _date(value: object, where: str) -> str:
    if isinstance(value, dt.date):  # a date-time is a date too
        return value.isoformat()
    try:
        return dt.datetime.fromisoformat(str(value)).isoformat() if "T" in str(value) else _day(str(value))
    except ValueError as error:
        raise CorrectionsError(f"{where}: date is missing or not a date; write date = 2026-01-31") from error


def _day(value: str) -> str:
    return dt.date.fromisoformat(value.strip()).isoformat()
