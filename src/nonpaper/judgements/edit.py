"""One entry's work on one reading: change, check, add, remove; indices between items stay right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from nonpaper.judgements.find import Item, NotFoundError, item_at, items_of, occurrences, span_of, the_words
from nonpaper.judgements.records import Entry, ItemKind
from nonpaper.model.claim import Claim
from nonpaper.model.finding import Finding
from nonpaper.model.judgement import Reviewed, Verdict
from nonpaper.model.position import Position
from nonpaper.model.provision import Condition, Provision
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span, hull

_PLURAL: dict[ItemKind, str] = {"claim": "claims", "provision": "provisions", "position": "positions"}
_MADE: dict[ItemKind, type[Claim | Provision | Position]] = {
    "claim": Claim,
    "provision": Provision,
    "position": Position,
}
T = TypeVar("T", Claim, Provision, Position)


def edited(reading: Reading, entry: Entry) -> Reading:
    """The reading after one entry; NotFoundError where its words or its item are not found."""
    if entry.kind == "add":
        return _added(reading, entry)
    at = item_at(reading, entry.item, entry.place)
    if entry.kind == "remove":
        return _removed(reading, entry, at)
    return _with_items(reading, entry.item, at, _changed(reading, entry, items_of(reading, entry.item)[at]))


def _with_items(reading: Reading, kind: ItemKind, at: int, item: Item) -> Reading:
    items = items_of(reading, kind)
    return msgspec.structs.replace(reading, **{_PLURAL[kind]: (*items[:at], item, *items[at + 1 :])})


def _changed(reading: Reading, entry: Entry, item: Item) -> Item:
    fields = _fields(reading.text, entry, span_of(item))
    before = {name: shown(getattr(item, name), reading.text) for name in fields}
    if item.doubts:
        before["doubts"] = "; ".join(item.doubts)
    verdict: Verdict = "corrected" if entry.kind == "change" else "checked"
    mark = _mark(entry, verdict, before, item.reviewed)
    return msgspec.structs.replace(item, **fields, unsure=False, doubts=(), reviewed=mark)


def _mark(entry: Entry, verdict: Verdict, before: dict[str, str], earlier: Reviewed | None) -> Reviewed:
    """A later mark keeps what the reader had said first; a check does not hide a correction, nor that an addition."""
    if earlier is not None:
        before = {**before, **earlier.before}
        if earlier.verdict == "added" or verdict == "checked":
            verdict = earlier.verdict
    return Reviewed(verdict=verdict, by=entry.by, at=entry.at, reason=entry.reason, before=before)


def shown(value: object, text: str) -> str:
    """A field's value in plain words: spans as their quotes, "not said" for nothing."""
    if value is None or value == ():
        return "not said"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Span):
        return value.quote(text)
    if isinstance(value, Condition):
        return f"{value.kind}: {value.span.quote(text)}"
    if isinstance(value, tuple):
        return ", ".join(shown(v, text) for v in value)
    return str(value)


def _fields(text: str, entry: Entry, near: Span) -> dict[str, Any]:
    """The entry's fields with quoted words turned into spans, the occurrence nearest to the item."""
    made: dict[str, Any] = {}
    for name, value in entry.fields.items():
        if name == "conditions":
            made[name] = tuple(Condition(span=_nearest(text, q, near), kind=k) for q, k in value)
        elif name == "words":
            made["span"] = _nearest(text, value, near)
        elif name in {"source", "cue", "content", "resolved"}:
            made[name] = (_nearest(text, value, near),)
        else:
            made[name] = value
    return made


def _nearest(text: str, quote: str, near: Span) -> Span:
    found = occurrences(text, quote)
    if not found:
        raise NotFoundError(f'the report does not have the words "{quote}"')
    return min(found, key=lambda s: (max(s.start - near.end, near.start - s.end, 0), abs(s.start - near.start), s))


def _added(reading: Reading, entry: Entry) -> Reading:
    span = the_words(reading.text, entry.place)
    fields = _fields(reading.text, entry, span)
    if entry.item == "claim":
        fields = {"source": (), "cue": (), "content": (span,), **fields}
    else:
        fields = {"span": span, "claim": _claim_around(reading.claims, span), **fields}
    item = _MADE[entry.item](**fields, reviewed=_mark(entry, "added", {}, None))
    return msgspec.structs.replace(reading, **{_PLURAL[entry.item]: (*items_of(reading, entry.item), item)})


def _claim_around(claims: tuple[Claim, ...], span: Span) -> int | None:
    """The innermost claim in whose content the words stand."""
    around = [(hull(c.content), i) for i, c in enumerate(claims) if c.content and hull(c.content).contains(span)]
    return min(around, key=lambda pair: (pair[0].end - pair[0].start, pair[1]))[1] if around else None


def _removed(reading: Reading, entry: Entry, at: int) -> Reading:
    items = items_of(reading, entry.item)
    span = span_of(items[at])
    note = Finding(
        code="removed_by_person",
        level="note",
        where=reading.report.path,
        what=f'{entry.by} ({entry.at}) says that "{span.quote(reading.text)}" is not a {entry.item}: {entry.reason}',
        remedy="delete the entry from the corrections file to have it back",
        span=span,
    )
    kept = (*items[:at], *items[at + 1 :])
    without = msgspec.structs.replace(reading, **{_PLURAL[entry.item]: kept}, findings=(*reading.findings, note))
    return _renumbered(without, at, reading.claims[at].inside) if entry.item == "claim" else without


def _renumbered(reading: Reading, gone: int, parent: int | None) -> Reading:
    """Indices after claim `gone` was taken out; what stood inside it stands in its parent now."""

    def moved(index: int | None) -> int | None:
        if index is None or index == gone:
            return None
        return index - (index > gone)

    def inside(claim: Claim) -> int | None:
        return moved(parent if claim.inside == gone else claim.inside)

    claims = tuple(msgspec.structs.replace(c, inside=inside(c), carrier_of=moved(c.carrier_of)) for c in reading.claims)
    return msgspec.structs.replace(
        reading,
        claims=claims,
        provisions=_pointing(reading.provisions, moved),
        positions=_pointing(reading.positions, moved),
    )


def _pointing(items: tuple[T, ...], moved: Callable[[int | None], int | None]) -> tuple[T, ...]:
    return tuple(msgspec.structs.replace(x, claim=moved(getattr(x, "claim", None))) for x in items)
