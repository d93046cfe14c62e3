"""Where a report names a text by its count of points, and what it says with the name: a place, a day, a month."""

from __future__ import annotations

import calendar
import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

from nonpaper.claims.calendar.dates import MONTHS, WEEKDAYS, days_in
from nonpaper.claims.provisions.drafts import POINTS, points_in, points_of
from nonpaper.drafts.evidence import cut
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span

_MONTH = "(?P<month>" + "|".join(m.capitalize() for m in MONTHS) + r")(?:\s+(?P<year>\d{4}))?"
_FAR = 140  # characters before and after a name in which its own date may stand
Days = tuple[date, date]


class Naming(NamedTuple):
    """One naming of a text: `dated` is the first and last day of what the words date it to; `aside` tells it apart."""

    report: str
    span: Span
    points: int
    place: str | None
    dated: Days | None
    at: date | None
    aside: bool
    text_noun: bool


@cache
def words_of(table: str) -> dict[str, list[str]]:
    """One table of naming.toml."""
    raw = resources.files("nonpaper.drafts").joinpath("naming.toml").read_text("utf-8")
    data: dict[str, Any] = tomllib.loads(raw)
    found: dict[str, list[str]] = data[table]
    return found


def namings_in(reading: Reading, at: date | None) -> tuple[Naming, ...]:
    """All namings in text order; a bare one takes date and place of the fuller one before it. Linear in the text.

    `at` is the day of the report, None where it has none that counts.
    """
    return _in_text(reading.report.id, reading.text, at)


@lru_cache(maxsize=20_000)
def _in_text(report: str, text: str, at: date | None) -> tuple[Naming, ...]:
    sentences, out, last = cut(text), list[Naming](), dict[int, Naming]()
    for found in points_in(text, 0, len(text)):
        naming = _naming(report, text, found, at, sentences)
        before = last.get(naming.points)
        if before and naming.place in (None, before.place) and naming.dated is None and not naming.aside:
            naming = naming._replace(place=before.place, dated=before.dated)
        if not naming.aside:
            last[naming.points] = naming
        out.append(naming)
    return tuple(out)


def _naming(report: str, text: str, found: re.Match[str], at: date | None, sentences: tuple[Span, ...]) -> Naming:
    which = bisect_right(sentences, found.start(), key=lambda s: s.start) - 1
    around = (
        sentences[which] if which >= 0 and found.start() < sentences[which].end else Span(found.start(), found.end())
    )
    before = text[max(around.start, found.start() - _FAR) : found.start()]
    after = text[found.end() : min(around.end, found.end() + _FAR)]
    noun = _noun().match(after)
    rest = found.end() + (noun.end() if noun else 0)
    return Naming(
        report=report,
        span=Span(found.start(), rest),
        points=points_of(found),
        place=_place(noun["between"]) if noun else None,
        dated=_dated_before(before, at) or _dated_after(text, Span(rest, max(rest + 1, around.end)), at),
        at=at,
        aside=_is_aside(text[around.start : found.start()]),
        text_noun=noun is not None,
    )


def _is_aside(before: str) -> bool:
    """Whether a name is the first after words that tell another text from it."""
    cues = list(_aside().finditer(before))
    return bool(cues) and POINTS.search(before, cues[-1].end()) is None


def _place(between: str) -> str | None:
    """The capitalised words between count and noun that are no adjective of a party."""
    named = [w for w in between.split() if w[:1].isupper() and not _whose().fullmatch(w)]
    return " ".join(named) or None


def _dated_before(before: str, at: date | None) -> Days | None:
    """“the April 2025 20-point list”, “last year's 20-point plan”."""
    found = re.search(rf"\b{_MONTH}(?:['’]s)?\s+(?:[\w’'-]+\s+){{0,2}}$", before)
    if found:
        return _month(found, at)
    loose = re.search(rf"\b({'|'.join(words_of('dating')['loose'])})['’]s\s+(?:[\w’'-]+\s+){{0,2}}$", before)
    return _loose(loose.group(1), at) if loose else None


def _dated_after(text: str, rest: Span, at: date | None) -> Days | None:
    """“… plan of 24 December”, “… list that the union put out last year”."""
    led = _dating().match(text, rest.start, min(rest.end, rest.start + _FAR))
    if not led or led.end() >= rest.end:
        return None
    for span, day in days_in(text, Span(led.end(), rest.end), at, past=True):
        if day and span.start <= led.end() + 1:
            return (date.fromisoformat(day),) * 2
        break
    month = re.compile(rf"\s*{_MONTH}\b").match(text, led.end(), rest.end)
    if month:
        return _month(month, at)
    year = re.compile(r"\s*(\d{4})\b").match(text, led.end(), rest.end)
    if year and 1900 <= int(year.group(1)) < 2100:
        return date(int(year.group(1)), 1, 1), date(int(year.group(1)), 12, 31)
    loose = re.compile(rf"\s*({'|'.join(words_of('dating')['loose'])})\b").match(text, led.end(), rest.end)
    return _loose(loose.group(1), at) if loose else None


def _month(found: re.Match[str], at: date | None) -> Days | None:
    """A month; without a year the last one that had begun when the report came out, None where that is not known."""
    number = MONTHS.index(found["month"].lower()) + 1
    if not found["year"] and at is None:
        return None
    year = int(found["year"]) if found["year"] else at.year - (number > at.month) if at else 1
    return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])


def _loose(said: str, at: date | None) -> Days | None:
    if at is None:
        return None
    if said == "last year":
        return date(at.year - 1, 1, 1), date(at.year - 1, 12, 31)
    if "month" in said:
        year, month = (
            (at.year, at.month) if said == "this month" else (at.year - (at.month == 1), (at.month - 2) % 12 + 1)
        )
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(at.year, 1, 1), at


@cache
def _noun() -> re.Pattern[str]:
    return re.compile(rf"(?P<between>\s+(?:[\w’'.-]+\s+){{0,3}}?)(?:{'|'.join(words_of('names')['nouns'])})s?\b")


@cache
def named_by(place: str) -> re.Pattern[str]:
    """A text named by where it was made, without its count: “the Marlow draft”."""
    return re.compile(rf"\b{re.escape(place)} (?:{'|'.join(words_of('names')['nouns'])})\b")


@cache
def _whose() -> re.Pattern[str]:
    return re.compile("|".join(words_of("names")["whose"]))


@cache
def _aside() -> re.Pattern[str]:
    return re.compile("|".join(words_of("names")["aside"]), re.IGNORECASE)


@cache
def _dating() -> re.Pattern[str]:
    words = words_of("dating")
    date_next = rf"(?=\s+(?:\d|{'|'.join([*MONTHS, *WEEKDAYS, *words['loose']])}|yesterday|today))"
    acts = (
        rf",?\s+(?:(?:that|which)\s+)?(?:[\w’'-]+\s+){{0,6}}?(?:{'|'.join(words['by_act'])})"
        r"(?:\s+(?!on\b|in\b)[\w’'-]+){0,3}?(?:\s+(?:on|in))?"
    )
    return re.compile(rf"(?:\s+(?:{'|'.join(words['at_once'])})|{acts}){date_next}", re.IGNORECASE)


def months_of(days: Days) -> Iterator[str]:
    """ISO of what is dated: a day, or the month or year that the two days bound."""
    first, last = days
    whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    yield first.isoformat() if first == last else f"{first.year}" if whole_year else first.isoformat()[:7]
