"""Finds what an entry means: the report, the words in it, the item that has those words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import PurePath
from typing import Any

from nonpaper.judgements.records import ItemKind, Place
from nonpaper.model.claim import Claim
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span, hull

Item = Claim | Provision | Position
# People retype quotation marks and dashes as their keyboard has them.
_ALIKE = ("'’‘ʼ`´", '"“”„«»', "-‐‑–—−")


class NotFoundError(Exception):
    """An entry's report, words or item were not found, or are not the only ones; the message says which."""


def report_at(readings: Sequence[Reading], named: str) -> int:
    """Place of the one report with this id, path, file name or title; NotFoundError for none or several."""
    for told in (_by_id, _by_path, _by_name, _by_title):
        found = [i for i, r in enumerate(readings) if told(r.report) == _folded(named)]
        if len(found) == 1:
            return found[0]
        if found:
            choices = ", ".join(sorted(f'"{readings[i].report.id}" ({readings[i].report.path})' for i in found))
            raise NotFoundError(f'"{named}" is the name of {len(found)} reports; give the id: {choices}')
    raise NotFoundError(f'no report here is called "{named}"')


def _folded(name: str | None) -> str:
    return " ".join((name or "").split()).casefold()


def _by_id(report: Report) -> str:
    return _folded(report.id)


def _by_path(report: Report) -> str:
    return _folded(report.path)


def _by_name(report: Report) -> str:
    return _folded(PurePath(report.path).name)


def _by_title(report: Report) -> str:
    return _folded(report.title)


@lru_cache(maxsize=1024)
def _pattern(quote: str) -> re.Pattern[str]:
    def one(char: str) -> str:
        alike = next((group for group in _ALIKE if char in group), None)
        return f"[{re.escape(alike)}]" if alike else re.escape(char)

    return re.compile(r"\s+".join("".join(one(c) for c in word) for word in quote.split()))


def occurrences(text: str, quote: str) -> tuple[Span, ...]:
    r"""Where the words stand: as written, else with other spaces, line breaks, dashes or quotation marks.

    >>> occurrences("one\n two, one two", "one two")[0]
    Span(start=10, end=17)
    """
    if not quote.strip():
        return ()
    exact = tuple(Span(m.start(), m.end()) for m in re.finditer(re.escape(quote.strip()), text))
    return exact or tuple(Span(m.start(), m.end()) for m in _pattern(quote).finditer(text))


def words_at(text: str, place: Place) -> tuple[Span, ...]:
    """The occurrences that a place may mean; NotFoundError where there are none, or fewer than `nth`."""
    found = occurrences(text, place.quote)
    if not found:
        raise NotFoundError(f'the report no longer has the words "{place.quote}"')
    if place.nth is None:
        return found
    if place.nth > len(found):
        raise NotFoundError(f'"{place.quote}" stands there {len(found)} times; nth = {place.nth} is too high')
    return (found[place.nth - 1],)


def the_words(text: str, place: Place) -> Span:
    """The one occurrence meant; NotFoundError where the words are repeated and `nth` is not given."""
    found = words_at(text, place)
    if len(found) > 1:
        raise NotFoundError(f'"{place.quote}" stands there {len(found)} times; say which with nth = 1 to {len(found)}')
    return found[0]


def span_of(item: Item) -> Span:
    """The words an item is known by: a claim's content, else its source and cue."""
    if isinstance(item, Claim):
        return hull(item.content or item.source + item.cue)
    return item.span


def items_of(reading: Reading, kind: ItemKind) -> Sequence[Item]:
    """The items of one kind in a reading."""
    if kind == "claim":
        return reading.claims
    return reading.provisions if kind == "provision" else reading.positions


def item_at(reading: Reading, kind: ItemKind, place: Place) -> int:
    """Index of the one item meant; the closest fit wins: the same span, then around the words, then within them."""
    words = words_at(reading.text, place)
    items = [(i, span_of(x)) for i, x in enumerate(items_of(reading, kind)) if _known(x) and _has(x, place.having)]
    for fits in (Span.__eq__, Span.contains, _within):
        found = [i for i, span in items if any(fits(span, w) for w in words)]
        if len(found) == 1:
            return found[0]
        if found:
            raise NotFoundError(_choices(reading, kind, place, found))
    raise NotFoundError(f'the reader finds no {kind} at "{place.quote}"')


def _within(span: Span, words: Span) -> bool:
    return words.contains(span)


def _known(item: Item) -> bool:
    return not isinstance(item, Claim) or bool(item.content or item.source or item.cue)


def _has(item: Item, having: dict[str, Any]) -> bool:
    return all(getattr(item, name, None) == value for name, value in having.items())


def _choices(reading: Reading, kind: ItemKind, place: Place, found: Sequence[int]) -> str:
    items = items_of(reading, kind)
    quotes = "; ".join(f'"{_short(span_of(items[i]).quote(reading.text))}"' for i in found[:5])
    return (
        f'"{place.quote}" fits {len(found)} {kind}s: {quotes}; quote the words of one in full, '
        'add nth, or tell them apart with having = { topic = "…" }'
    )


def _short(words: str) -> str:
    return words if len(words) <= 80 else words[:77] + "…"
