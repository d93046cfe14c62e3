"""Cities in which a state's head or officials are: "in Tavik, the Kessaran president", "officials in Tavik said Kessara would sign"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.shapes import clean
from nonpaper.claims.page import Page
from nonpaper.claims.sides.cities import CITY, Vote, abroad, opens
from nonpaper.claims.sides.words import any_of
from nonpaper.model.span import Span


def of_seats(page: Page, sentence: Span, named: Sequence[Mention]) -> Iterator[Vote]:
    """The cities of a sentence, each with the state of those that `named` in it sit there. Linear in the sentence."""
    yield from _there(page, sentence, named)
    yield from _seated(page, sentence, named)


def _there(page: Page, sentence: Span, named: Sequence[Mention]) -> Iterator[Vote]:
    """Whose will is told in a city: "officials in Tavik said Kessara would not sign"."""
    m = _officials_in().search(page.text, sentence.start, sentence.end)
    after = [n for n in named if m is not None and n.span.start >= m.end() and n.kind == "party"]
    if m is not None and after and named[0] is after[0] and _intends().match(page.text, after[0].span.end):
        yield clean(m["a"] or m["b"]), after[0].party or ""


def _seated(page: Page, sentence: Span, named: Sequence[Mention]) -> Iterator[Vote]:
    """Where a state's head stands by its name: "in Tavik, the Kessaran president"; "Tavik will not sign,” … the Kessaran capital"."""
    for name in named:
        start = max(sentence.start, name.span.start - _NEAR)
        for found in (_of_head(page, sentence, name, start), _told_capital(page, sentence, name, start)):
            if found is not None:
                yield clean(found["city"]), name.party or ""


def _of_head(page: Page, sentence: Span, name: Mention, start: int) -> re.Match[str] | None:
    """The city in which the head of a state stands by its name, and is no guest there."""
    city = _in_city().search(page.text, start, name.span.start)
    heads = _heads().match(page.text, name.span.end) if city is not None else None
    if heads is None or abroad().search(page.text, heads.end(), min(heads.end() + _FAR, sentence.end)):
        return None
    return city


def _told_capital(page: Page, sentence: Span, name: Mention, start: int) -> re.Match[str] | None:
    """The city that opens a sentence in which a state's capital is said to be meant."""
    meant = _capital_of().search(page.text, start, name.span.start) and _capital().match(page.text, name.span.end)
    return opens().match(page.text, sentence.start, name.span.start) if meant else None


_FAR = 160
"""Characters behind a state's head in which he is said to be a guest or to have some."""
_NEAR = 60
"""Characters before a state's name in which the city stands where its head is."""


@cache
def _in_city() -> re.Pattern[str]:
    return re.compile(rf"\b[Ii]n[ \n](?P<city>{CITY}),?[ \n]the[ \n]\Z")


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(rf"[ \n](?:[a-z]+[ \n])?{any_of('sits')}\b")


@cache
def _capital_of() -> re.Pattern[str]:
    return re.compile(r"\breferring[ \n]to[ \n](?:the[ \n])?\Z")


@cache
def _capital() -> re.Pattern[str]:
    return re.compile(r"(?:[’']s)?[ \n]capital\b")


@cache
def _intends() -> re.Pattern[str]:
    return re.compile(rf"[ \n](?:will|would)[ \n](?!{any_of('befalls')}\b)")


@cache
def _officials_in() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:In[ \n](?P<a>{CITY}),?[ \n](?:[\w’'-]+[ \n]){{0,2}}?(?i:{any_of('speaks')})|(?i:{any_of('speaks')})[ \n]in[ \n](?P<b>{CITY}))"
    )
