"""Amounts in a statement, in one unit a kind, so that "sixty days" and "two months" are the same length of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from nonpaper.text.numbers import SMALL

Kind = Literal["count", "share", "money", "duration", "distance"]
CLOSE = 0.03
"""Relative distance up to which two amounts are one: three months and ninety days, ten miles and sixteen kilometres."""

_SCALE = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
    "mn": 1e6,
}
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
_TIMES = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.4, "year": 365.0}
_LENGTHS = {"km": 1.0, "kilometre": 1.0, "kilometer": 1.0, "metre": 0.001, "meter": 0.001, "mile": 1.609}
_WORD = "|".join(sorted((*SMALL, "hundred", "thousand", "million", "billion"), key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?P<money>[$€£]\s?)?(?P<digits>\d+(?:[.,\u00a0 ]\d{{3}})*(?:[.,]\d+)?)"
    r"(?:[ -](?P<scale>hundred|thousand|million|billion|trillion|bn|mn|m)\b)?"
    rf"|\b(?P<words>(?:{_WORD})(?:[ -](?:and )?(?:{_WORD}))*)\b"
    r"|\b(?P<article>an?)\b(?=[ -](?:hour|day|week|fortnight|month|year|third|quarter|fifth|tenth|half))"
    r"|\b(?P<half>half|halv\w+)\b",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"[ -]*(?:(?P<share>%|per\s?cent|percent)|(?P<part>half|halves|thirds?|quarters?|fifths?|tenths?)\b"
    r"|(?P<time>hours?|days?|weeks?|fortnights?|months?|years?)\b"
    r"|(?P<length>km|kilomet(?:er|re)s?|met(?:er|re)s?|miles?)\b|(?P<money>dollars?|euros?|pounds?)\b)",
    re.IGNORECASE,
)
_NAMES_A_POINT = re.compile(r"(?:point|article|appendix|annex|clause|paragraph)\s*$", re.IGNORECASE)


class Quantity(NamedTuple):
    """An amount: persons or things (`count`), parts of one (`share`), currency units, days or kilometres."""

    kind: Kind
    amount: float

    def equals(self, other: Quantity) -> bool:
        """Whether the two are one amount, give or take `CLOSE`."""
        most = max(self.amount, other.amount)
        return self.kind == other.kind and abs(self.amount - other.amount) <= CLOSE * most


class Told(NamedTuple):
    """An amount and the words that give it."""

    amount: Quantity
    words: str


@lru_cache(maxsize=65536)
def quantities(words: str) -> tuple[Quantity, ...]:
    """The amounts in a statement, in order. Numbers of points and years of the calendar are none.

    >>> quantities("forty-five thousand men in two months")
    (Quantity(kind='count', amount=45000.0), Quantity(kind='duration', amount=60.8))
    """
    return tuple(told.amount for told in amounts_told(words))


@lru_cache(maxsize=65536)
def amounts_told(words: str) -> tuple[Told, ...]:
    """As `quantities`, each with its words."""
    return tuple(_found(words))


def _found(words: str) -> Iterator[Told]:
    end = 0
    for found in _NUMBER.finditer(words):
        after = words[found.end() :]
        if found.start() < end or _NAMES_A_POINT.search(words[: found.start()]) or re.match(r"[ -]points?\b", after):
            continue
        unit = None if found["half"] else _UNIT.match(after)
        end = found.end() + (unit.end() if unit else 0)
        for amount in _with_unit(_number(found), unit, found):
            yield Told(amount, words[found.start() : end])


def _number(found: re.Match[str]) -> float:
    if found["half"]:
        return 0.5
    return 1.0 if found["article"] else _spelt(found["words"]) if found["words"] else _digits(found)


def _with_unit(amount: float, unit: re.Match[str] | None, found: re.Match[str]) -> Iterator[Quantity]:
    if found["half"]:
        yield Quantity("share", amount)
    elif found["money"] or (unit and unit["money"]):
        yield Quantity("money", amount)
    elif unit and unit["share"]:
        yield Quantity("share", round(amount / 100, 4))
    elif unit and unit["part"]:
        yield Quantity("share", round(amount / _PARTS[_one(unit["part"])], 4))
    elif unit and unit["time"]:
        yield Quantity("duration", round(amount * _TIMES[unit["time"].casefold().rstrip("s")], 2))
    elif unit and unit["length"]:
        yield Quantity("distance", round(amount * _LENGTHS[unit["length"].casefold().rstrip("s")], 3))
    elif amount > 2 and not (found["digits"] and re.fullmatch(r"(?:19|20)\d\d", found["digits"])):
        yield Quantity("count", amount)


def _one(part: str) -> str:
    return part.casefold() if part.casefold() in _PARTS else part.casefold().rstrip("s")


def _digits(found: re.Match[str]) -> float:
    digits = re.sub(r"[\u00a0 ]", "", found["digits"])
    plain = digits.replace(",", "") if re.fullmatch(r"\d+(?:,\d{3})+(?:\.\d+)?", digits) else digits.replace(",", ".")
    if (
        re.fullmatch(r"\d+(?:\.\d{3})+", plain)
        and plain.count(".") > 0
        and len(plain.split(".")[0]) <= 3
        and not found["scale"]
    ):
        plain = plain.replace(".", "")
    return float(plain) * _SCALE.get((found["scale"] or "").casefold(), 1.0)


def _spelt(words: str) -> float:
    total, here = 0.0, 0.0
    for word in re.findall(r"[a-z]+", words.casefold()):
        if word in SMALL:
            here += SMALL[word]
        elif word == "hundred":
            here = max(here, 1) * 100
        elif word in _SCALE:
            total, here = total + max(here, 1) * _SCALE[word], 0.0
    return total + here


def agree(left: tuple[Quantity, ...], right: tuple[Quantity, ...]) -> bool | None:
    """Whether two statements give equal amounts; None where they share no kind of amount."""
    if not left or not right:
        return None
    if len(left) == len(right) == 1:  # as nearly all are
        return left[0].equals(right[0]) if left[0].kind == right[0].kind else None
    kinds = {q.kind for q in left} & {q.kind for q in right}
    if not kinds:
        return None
    return all(any(a.equals(b) for a in left for b in right if a.kind == b.kind == kind) for kind in kinds)
