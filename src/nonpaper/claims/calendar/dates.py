"""Days in a report's words. Only words that come to one day are counted out; the others keep their words alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from nonpaper.claims.calendar.cues import cues
from nonpaper.claims.page import Page, may_hold
from nonpaper.model.span import Span
from nonpaper.text.openings import exactly

MONTHS: tuple[str, ...] = tuple(cues("names")["months"])
WEEKDAYS: tuple[str, ...] = tuple(cues("names")["weekdays"])
_MONTH = "(?P<{}>" + "|".join(f"{m}" if m == "may" else f"{m}|{m[:3]}\\.?" for m in MONTHS) + ")"
_DAY = re.compile(
    r"(?<!\w)(?:"
    r"(?P<iso>\d{4}-\d{2}-\d{2})"
    rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.format('m1')}(?:,?\s+(?P<y1>\d{{4}}))?"
    rf"|{_MONTH.format('m2')}\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y2>\d{{4}}))?"
    rf"|(?P<weekday>{'|'.join(WEEKDAYS)})"
    r"|(?P<near>today|tomorrow|yesterday)"
    r"|(?P<loose>(?:next|this|the coming|the following) (?:week|month|year|weekend|days|weeks|months)|in the coming \w+"
    r"|(?:the )?end of (?:the|this|next) (?:week|month|year)|within (?:\w+ ){1,2}(?:hours|days|weeks|months)"
    r"|in (?:\w+ ){1,2}(?:hours|days|weeks) (?:time)?|thanksgiving|christmas|easter|new year)"
    r")(?!\w)",
    re.IGNORECASE,
)
_OTHERS = (
    "today tomorrow yesterday week weeks month months year weekend days hours coming thanksgiving christmas easter"
)
DATING = exactly([*MONTHS, *(m[:3] for m in MONTHS), *WEEKDAYS, *_OTHERS.split()])
"""The words of which one stands wherever a day is named, but for days in figures alone."""
HALF_A_YEAR = 183


def days_in(
    text: str, within: Span, published: date | None, *, past: bool = False
) -> Iterator[tuple[Span, str | None]]:
    """Each dating stretch in `within`, and the ISO day it comes to; None where it is no single day.

    A weekday is the first on or after the day of publication, or the last on or before it where `past`. A day without
    a year falls in the year that brings it nearest to publication.
    """
    for found in _DAY.finditer(text, within.start, within.end):
        day = _day(found, text, published, past=past)
        yield Span(found.start(), found.end()), day.isoformat() if day else None


def may_date(page: Page, sentence: Span) -> bool:
    """Whether a sentence may name a day at all: most do not, and are seen to at a glance."""
    return may_hold(page, sentence, DATING) or page.text.count("-", sentence.start, sentence.end) > 1


def _day(found: re.Match[str], text: str, published: date | None, *, past: bool) -> date | None:
    part = found.groupdict()
    if part["iso"]:
        return _made(*(int(n) for n in part["iso"].split("-")))
    for which in ("1", "2"):
        if part["d" + which]:
            return _of_month(int(part["d" + which]), part["m" + which], part["y" + which], published)
    if published is None or part["loose"]:
        return None
    if part["near"]:
        return published + timedelta(days=("yesterday", "today", "tomorrow").index(part["near"].lower()) - 1)
    # "next Thursday" is another day to different people.
    if re.search(
        r"\b(?:next|following|coming|every|each)\s+$", text[max(0, found.start() - 12) : found.start()], re.IGNORECASE
    ):
        return None
    return _weekday(WEEKDAYS.index(part["weekday"].lower()), published, past=past)


def _weekday(which: int, published: date, *, past: bool) -> date:
    ahead = (which - published.weekday()) % 7
    return published + timedelta(days=ahead - 7 if past and ahead else ahead)


def _of_month(day: int, name: str, year: str | None, published: date | None) -> date | None:
    month = next(i for i, m in enumerate(MONTHS, 1) if m[:3] == name.lower()[:3])
    if year:
        return _made(int(year), month, day)
    if published is None:
        return None
    near = [d for y in (-1, 0, 1) if (d := _made(published.year + y, month, day))]
    best = min(near, key=lambda d: abs((d - published).days), default=None)
    return best if best and abs((best - published).days) <= HALF_A_YEAR else None


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
