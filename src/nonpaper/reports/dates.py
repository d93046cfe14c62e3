"""Dates as people write them, to ISO 8601. What can be read in two ways is not read at all."""

from __future__ import annotations

import re
import tomllib
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from importlib import resources

_ISO_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?")
_ISO_DATE = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)? (?:de |of )?([^\W\d_]{3,12})\.?,? (?:de )?(\d{4})(?!\d)")
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,12})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)")
_MAIL = re.compile(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}")


def iso_date(words: str) -> str | None:
    """The date or zoned time that `words` opens with, perhaps after a weekday; None where that is not certain.

    >>> iso_date("Thursday, Nov. 20, 2025")
    '2025-11-20'
    >>> iso_date("10/11/2025") is None
    True
    """
    words = " ".join(words[:80].split())
    return _zoned(words) or _mail(words) or _plain(re.sub(r"^[^\W\d_]{3,12}\.?, (?=\w)", "", words))


def _zoned(words: str) -> str | None:
    match = _ISO_TIME.match(words)
    if match is None:
        return None
    try:
        moment = datetime.fromisoformat(match.group())
    except ValueError:
        return None
    # Without its zone a time says only the day.
    return moment.isoformat() if moment.tzinfo else moment.date().isoformat()


def _mail(words: str) -> str | None:
    if not _MAIL.match(words):
        return None
    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat() if moment.tzinfo else moment.date().isoformat()


def _plain(words: str) -> str | None:
    if match := _ISO_DATE.match(words):
        return _day(match[1], match[2], match[3])
    if match := _DOTTED.match(words):
        return _day(match[3], match[2], match[1])
    if match := _SLASHED.match(words):
        first, second = int(match[1]), int(match[2])
        if first > 12 or first == second:
            return _day(match[3], match[2], match[1])
        return _day(match[3], match[1], match[2]) if second > 12 else None
    if match := _DAY_FIRST.match(words):
        return _day(match[3], _month(match[2]), match[1])
    if match := _MONTH_FIRST.match(words):
        return _day(match[3], _month(match[1]), match[2])
    return None


def _day(year: str, month: str | None, day: str) -> str | None:
    if month is None or not 1900 <= int(year) <= 2200:
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _month(name: str) -> str | None:
    return _months().get(name.lower())


@cache
def _months() -> dict[str, str]:
    data = tomllib.loads(resources.files(__package__).joinpath("dates.toml").read_text("utf-8"))
    return {name: str(number) for number, names in enumerate(data["months"], 1) for name in names}
