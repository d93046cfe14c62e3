"""Of two states that face each other, the one whose capital a city is: what the city does is set against the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.shapes import clean
from nonpaper.claims.page import Page, mentions_in, sentence_before
from nonpaper.claims.sides.cities import CITY, Vote, opens
from nonpaper.claims.sides.speaking import is_spokesman, speaks
from nonpaper.claims.sides.two import sides
from nonpaper.claims.sides.words import any_of
from nonpaper.model.span import Span

_BEFORE = 40
"""Characters before a state's name in which it is said to be dealt with."""


def set_against(page: Page) -> Iterator[Vote]:
    """Of two states that face each other, the one against which nothing is set that a city does."""
    both = sides(page)
    if both is None or any(map(is_movement, both)):
        return
    other = {both[0]: both[1], both[1]: both[0]}
    for sentence in page.sentences:
        named = [m for m in mentions_in(page, sentence) if m.party in other]
        if len({m.party for m in named}) != 1 or _thirds_do().search(page.text, sentence.start, sentence.end):
            continue
        yield from ((city, other[party]) for city, party in _deed(page, sentence, named))
        city = (
            _wants_of(page, sentence, named) or _demanded(page, sentence, named) or _other_acts(page, sentence, named)
        )
        if city is not None:
            yield city, other[named[0].party or ""]
    yield from _cooler(page, other)


def _wants_of(page: Page, sentence: Span, named: Sequence[Mention]) -> str | None:
    """The city that opens a sentence and deals with the one named: "Tavik will sign as soon as Sorvia does"."""
    first = opens().match(page.text, sentence.start, sentence.end)
    facing = all(
        m.kind == "party" and _facing().search(page.text, max(sentence.start, m.span.start - _BEFORE), m.span.start)
        for m in named
    )
    return clean(first["city"]) if first and facing and first.end() <= named[0].span.start else None


def _deed(page: Page, sentence: Span, named: Sequence[Mention]) -> Iterator[Vote]:
    """The city of which an official tells what it did: "Kessaran officials said Tavik had refused" tells of the rival's."""
    for m in _did().finditer(page.text, sentence.start, sentence.end):
        party = speaks(page, sentence, m.start()) or _according(page, sentence, named[0], m.start())
        if party is not None:
            yield clean(m["city"]), party


def _according(page: Page, sentence: Span, name: Mention, at: int) -> str | None:
    """The party of "According to Kessaran officials, …" that opens a sentence."""
    opens = _ACCORDING.fullmatch(page.text, sentence.start, name.span.start) is not None and name.span.end <= at
    return name.party if opens and is_spokesman(page, name) else None


_ACCORDING = re.compile(r"\W{0,6}According[ \n]to[ \n](?:(?:an?|the|two|three)[ \n])?(?:[a-z]+[ \n])?")


@cache
def _did() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b{any_of('says')}[ \n](?:that[ \n])?|,[ \n])(?P<city>{CITY})[ \n](?:had[ \n])?(?:asked|demanded|refused|rejected|wanted)\b"
    )


def _demanded(page: Page, sentence: Span, named: Sequence[Mention]) -> str | None:
    """The city that asks for what the one named refuses: "Sorvia will not pay the damages that Tavik keeps asking for"."""
    m = _asks().search(page.text, named[0].span.end, sentence.end) if named[0].span.end < sentence.end else None
    return clean(m["city"]) if m else None


def _other_acts(page: Page, sentence: Span, named: Sequence[Mention]) -> str | None:
    """The city that acts where the one named does something else: "Tavik has asked for a delay, and Sorvia says no"."""
    first = opens().match(page.text, sentence.start, sentence.end)
    joined = (
        first and _and().search(page.text, max(first.end(), named[0].span.start - _BEFORE), named[0].span.start)
        if named[0].kind == "party"
        else None
    )
    does = _does().match(page.text, named[0].span.end)
    return clean(first["city"]) if first and joined and does else None


def _cooler(page: Page, other: Mapping[str, str]) -> Iterator[Vote]:
    """The city whose answer is set beside that of the one state that the sentence before names."""
    for sentence in page.sentences:
        m = _tone().match(page.text, sentence.start, sentence.end)
        last = sentence_before(page, sentence.start) if m else None
        named = {n.party for n in mentions_in(page, last) if n.party} if last else set()
        rival = other.get(next(iter(named))) if len(named) == 1 else None
        if m is not None and rival is not None:
            yield clean(m["city"]), rival


@cache
def _thirds_do() -> re.Pattern[str]:
    """What tells that a city may be a go-between's: it hosts, it helps, an embassy stands in it."""
    return re.compile(rf"\b(?i:{any_of('thirds_do')})\b")


@cache
def _facing() -> re.Pattern[str]:
    return re.compile(r"\b(?:to|with|from|against|unless|until|if|once|as soon as|before|while)[ \n](?:the[ \n])?\Z")


@cache
def _and() -> re.Pattern[str]:
    return re.compile(r",[ \n](?:and|but|while|whereas)[ \n]\Z")


@cache
def _does() -> re.Pattern[str]:
    return re.compile(r"[ \n](?:[a-z]+(?:s|ed)|would|will|had)\b")


@cache
def _asks() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:that|which|what)[ \n](?P<city>{CITY})[ \n](?:[a-z]+[ \n]){{0,2}}?(?:ask|demand|want|seek|sought|insist)\w*"
    )


@cache
def _tone() -> re.Pattern[str]:
    return re.compile(rf"In[ \n](?P<city>{CITY}),?[ \n]the[ \n]{any_of('answers')}\b[^.]{{0,20}}?\b(?:was|is)\b")
