"""Title, outlet, date and the like from the head of a text, where it tells them. The text itself is not touched."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

import msgspec

from nonpaper.model.span import Span
from nonpaper.reports.dates import iso_date
from nonpaper.text.lines import Line, lines

_HEAD = 4_000  # characters in which a head is looked for
_HEAD_LINES = 12
_LONGEST_TITLE = 200
_FIELD = re.compile(r"([^\W\d_][^\W\d_ ]{0,20}(?: [^\W\d_]{1,20})?) ?: {0,5}(\S.{0,300})$")
_DATELINE = re.compile(
    r"(?P<place>[A-Z\u00c0-\u00de][^a-z\n()—–]{1,40}?)(?:, (?P<date>[^()\n—–]{3,30}?))?"
    r" \((?P<outlet>[A-Z][\w .&'-]{1,30})\) {0,2}[-–—]"
)


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What a report says of itself; everything that it does not say is None."""

    id: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    headings: tuple[Span, ...] = ()


def head_of(text: str) -> Metadata:
    """What the first lines tell: a headline, lines such as "Date: 3 May 2031", a dateline with an agency's name."""
    head = list(_head_lines(text))
    named = dict(reversed([field for line in head if (field := field_of(text[line.start : line.end]))]))
    headline = _headline(text, head)
    found = from_fields(named, headings=(Span(headline.start, headline.end),) if headline else ())
    if found.title is None and headline is not None:
        found = msgspec.structs.replace(found, title=text[headline.start : headline.end])
    return _with_dateline(found, text, head)


def fields_in(text: str) -> tuple[Span, ...]:
    """The head lines that name something of the report ("Outlet: …", "Title: …"): it says nothing there."""
    return tuple(Span(line.start, line.end) for line in _head_lines(text) if field_of(text[line.start : line.end]))


def field_of(line: str) -> tuple[str, str] | None:
    """The field that a line of the form "Name: value" names, and its value."""
    match = _FIELD.match(line)
    field = _fields().get(match[1].lower()) if match else None
    return (field, match[2].strip().strip("\"'").strip()) if match and field else None


def from_fields(named: dict[str, str], *, headings: tuple[Span, ...] = ()) -> Metadata:
    """Metadata from named values as people write them; a date that is not certain is left out."""
    return Metadata(
        title=named.get("title") or None,
        outlet=named.get("outlet") or None,
        published=iso_date(named.get("published", "")),
        language=named.get("language") or None,
        url=named.get("url") or None,
        headings=headings,
    )


def _head_lines(text: str) -> Iterator[Line]:
    for count, line in enumerate(lines(text[:_HEAD])):
        if count == _HEAD_LINES:
            return
        yield line


def _headline(text: str, head: list[Line]) -> Line | None:
    """The first line that is no field, if it looks like a headline: short, no full stop, longer text after it."""
    first = next((at for at, line in enumerate(head) if not field_of(text[line.start : line.end])), None)
    if first is None or first > 5 or first + 1 >= len(head):
        return None
    line, following = head[first], head[first + 1]
    words = text[line.start : line.end]
    if len(words.split()) < 2 or len(words) > _LONGEST_TITLE or words.endswith((".", ":", ";", ",")):
        return None
    if words[0].islower() or _DATELINE.match(words) or (text[following.start].islower() and not following.after_blank):
        return None
    return (
        line if len(text) - line.end > 1.5 * len(words) and any(_longer(text, line, other) for other in head) else None
    )


def _longer(text: str, line: Line, other: Line) -> bool:
    """Whether `other` is a line of prose after `line`: longer, or closed by a full stop."""
    if other.start <= line.start or field_of(text[other.start : other.end]):
        return False
    return other.end - other.start > line.end - line.start or text[other.end - 1] in ".!?。"


def _with_dateline(found: Metadata, text: str, head: list[Line]) -> Metadata:
    for line in head:
        match = _DATELINE.match(text, line.start, min(line.end, line.start + 140))
        if match:
            day = iso_date(match["date"] or "")
            return msgspec.structs.replace(
                found, outlet=found.outlet or match["outlet"].strip(), published=found.published or day
            )
    return found


@cache
def _fields() -> dict[str, str]:
    data = tomllib.loads(resources.files(__package__).joinpath("metadata.toml").read_text("utf-8"))
    return {name: field for field, names in data.items() for name in names}
