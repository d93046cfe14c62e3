"""Cities in which, or of whose will, an official of a state speaks: "a Kessaran diplomat said Tavik would not sign"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.shapes import clean
from nonpaper.claims.page import Page, mentions_in, paragraph_at, parties_in
from nonpaper.claims.sides.cities import CITY, Vote, abroad, venues
from nonpaper.claims.sides.words import any_of
from nonpaper.model.span import Span


def of_speakers(page: Page, sentence: Span) -> Iterator[Vote]:
    """The cities of a sentence, each with the state whose official tells of it. Linear in the sentence."""
    yield from _will(page, sentence)
    yield from _at_home(page, sentence)


def speaks(page: Page, sentence: Span, at: int) -> str | None:
    """The party whose official is the subject of the verb of saying at `at`: the last that the sentence names before it."""
    start = max(sentence.start, at - _FAR)
    before = parties_in(page, Span(start, at)) if start < at else []
    if not before or _CARRIES.search(page.text, start, at):
        return None
    alone = len({m.party for m in before}) == 1 and is_spokesman(page, before[0])
    return before[-1].party if alone or _opens_saying(page, before[-1], at) else None


_FAR = 300
"""Characters before a verb of saying in which its subject stands."""


_CARRIES = re.compile(r"\b(?:envoy|emissar|mediator|go-between)")
"""Who goes between two tells of anybody's will."""


def _opens_saying(page: Page, name: Mention, at: int) -> bool:
    """Whether nothing but an official and what tells of him stands between a name and the verb at `at`."""
    if _told_to().search(page.text, max(0, name.span.start - _BESIDE), name.span.start):
        return False
    speaker = _person() if name.kind == "person" else _spokesman()
    return speaker.fullmatch(page.text, name.span.end, at) is not None


def is_spokesman(page: Page, name: Mention) -> bool:
    """Whether a name is a person's, or an official stands behind it: "the Kessaran | diplomat"."""
    return name.kind == "person" or _spokesman().match(page.text, name.span.end) is not None


def _will(page: Page, sentence: Span) -> Iterator[Vote]:
    """The city whose will an official tells: "a Kessaran diplomat said Tavik would not sign"."""
    for m in _would().finditer(page.text, sentence.start, sentence.end):
        party = speaks(page, sentence, m.start())
        if party is not None:
            yield clean(m["city"]), party


def _at_home(page: Page, sentence: Span) -> Iterator[Vote]:
    """Where a minister speaks at home: "the Kessaran premier told deputies in Tavik"; to reporters, where no talks are held."""
    if abroad().search(page.text, sentence.start, sentence.end):
        return
    for m in _told().finditer(page.text, sentence.start, sentence.end):
        again = _PRONOUN.search(page.text, max(sentence.start, m.start() - _BESIDE), m.start()) is not None
        party, city = (_speaker_before if again else speaks)(page, sentence, m.start()), clean(m["city"])
        if party is not None and (m["home"] or city not in venues(page)):
            yield city, party


_PRONOUN = re.compile(r"\b[Ss]?[Hh]e[ \n](?:also[ \n]|later[ \n]|then[ \n])?\Z")


def _speaker_before(page: Page, sentence: Span, at: int) -> str | None:
    """The party of the only persons that the paragraph and the one before name before "he" at `at`."""
    around = paragraph_at(page, max(0, (paragraph_at(page, at) or sentence).start - 2)) or sentence
    start = max(around.start, at - _PARAGRAPHS)
    persons = {m.party for m in mentions_in(page, Span(start, at)) if m.kind == "person"}
    return next(iter(persons)) if len(persons) == 1 else None


_PARAGRAPHS = 2_000
"""Characters before "he" in which those two paragraphs stand, if they are none that somebody made to be slow."""
_BESIDE = 40
"""Characters before a name in which it is said to be told something."""


@cache
def _spokesman() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[’']s?)?[ \n](?:[\w-]+[ \n]){{0,3}}?(?i:{any_of('speaks')})\b(?:,?[ \n][^.;:“”\"]{{1,60}})?[ \n]"
    )


@cache
def _person() -> re.Pattern[str]:
    return re.compile(r"(?:,[^.;:“”\"]{1,60},)?[ \n](?:has[ \n]|had[ \n]|also[ \n])?")


@cache
def _told_to() -> re.Pattern[str]:
    """What stands before somebody who is told something, and does not tell it."""
    return re.compile(
        r"\b(?:told|to|with|by|against|of|from|for)[ \n](?:(?:an?|the|two|three)[ \n])?(?:[a-z]+[ \n])?\Z"
    )


@cache
def _would() -> re.Pattern[str]:
    return re.compile(
        rf"\b{any_of('says')}[ \n](?:(?:(?!doubt|hop|fear|whether\b|if\b)[a-z’']+,?[ \n]){{0,6}}?(?:that[ \n]|[a-z]+,[ \n]))?(?P<city>{CITY})"
        rf"[ \n](?:will|would|could)[ \n](?!{any_of('befalls')}\b)"
    )


@cache
def _told() -> re.Pattern[str]:
    home = rf"(?P<home>{any_of('at_home')}|(?:[\w’'-]+[ \n]){{1,4}}?by[ \n](?:tele)?phone)"
    return re.compile(
        rf"\b(?:told|telling|tells|assured)[ \n](?:{home}|reporters|journalists)[ \n](?:in|from)[ \n](?P<city>{CITY})"
    )
