"""Cities that nothing explains but that may be seats of government: they act as states do, or a government sits in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from nonpaper.claims.gazetteer.alternation import any_of as listed
from nonpaper.claims.gazetteer.load import is_form
from nonpaper.claims.gazetteer.peoples import has_people
from nonpaper.claims.gazetteer.runs import beside, capitalised, inside
from nonpaper.claims.gazetteer.shapes import UPPER, WORD, clean, is_title, never, words
from nonpaper.claims.page import Page
from nonpaper.claims.sides.words import any_of
from nonpaper.model.span import Span
from nonpaper.text.near import Near
from nonpaper.text.openings import openings
from nonpaper.text.places import places

CITY = rf"(?<![\w’'-]){WORD}(?:[ \n]{WORD})?(?![\w-]|[ \n][{UPPER}])"
"""What a city's name looks like: one capitalised word or two, and no part of a longer name."""


Vote = tuple[str, str]
"""A city, and the party for which something in the report speaks."""


@cache
def opens() -> re.Pattern[str]:
    """A city that opens a sentence and acts in it."""
    return re.compile(rf"\W{{0,6}}(?:But[ \n]|Yet[ \n])?(?P<city>{CITY})[ \n](?=[a-z])")


@cache
def _seats() -> re.Pattern[str]:
    """The words "in X, the foreign ministry", "officials in X", "X's envoy", "X insists", "between X and Y"."""
    bodies, acts, owned = any_of("sits"), listed(words()["state_acts"]), listed(words()["owned_by_states"])
    return re.compile(
        rf"\b[Ii]n[ \n](?P<a>{CITY}),?[ \n](?:the[ \n]|an?[ \n])?(?:[a-z-]+[ \n]){{0,2}}?(?i:{bodies})\b"
        rf"|\bIn[ \n](?P<f>{CITY}),?[ \n]the[ \n]{any_of('answers')}\b"
        rf"|\b(?i:{bodies})[ \n]in[ \n](?P<b>{CITY})"
        rf"|\bbetween[ \n](?P<c>{CITY})[ \n]and[ \n](?P<d>{CITY})"
        rf"|(?P<e>{CITY})(?:[’']s?[ \n](?:{owned})\b|[ \n](?:(?:has|had|also|now)[ \n])?{acts}\b)"
    )


@lru_cache(maxsize=4)
def cities(page: Page) -> frozenset[str]:
    """Unknown names in a page that may be seats of government. Linear in the text."""
    known = Near(m.span for m in page.mentions)
    return frozenset(name for name, at in _seen(page) if not known.overlapping(at) and _may_be(page.text, name))


@cache
def _firsts() -> frozenset[str]:
    """What those words begin with where they do not begin with a name."""
    return openings([any_of("sits"), "in ", "between "])


def _seen(page: Page) -> Iterator[tuple[str, Span]]:
    for m in places(page.text).tried(_seats(), _firsts(), named=True):
        for group, name in m.groupdict().items():
            if name:
                yield clean(name), Span(*m.span(group))


def _may_be(text: str, name: str) -> bool:
    """Whether a name is no known one, no state by its sound or people, no title or part of a person's, and no word that only opens a sentence."""
    first, last = [*name.split(), ""][:2]
    alone = name in _places(text) if last else first in inside(text) and first not in beside(text)
    opening = first in never() or first in words()["openers"]
    state = name.endswith(tuple(words()["country_endings"])) or has_people(name, capitalised(text))
    return alone and not (opening or state or is_form(name) or is_title(name) or last in words()["bodies"])


@lru_cache(maxsize=1)
def _places(text: str) -> frozenset[str]:
    """Names in, from or to which something is said to be: so are cities of two words told from persons. Linear."""
    return frozenset(clean(m[1]) for m in places(text).found(_PLACE, _LEADS))


_PLACE = re.compile(rf"\b(?:[Ii]n|from|to)[ \n]({CITY})")
_LEADS = frozenset({"in", "from", "to"})


@cache
def abroad() -> re.Pattern[str]:
    """Words that tell that whoever speaks is a guest, or has one."""
    return re.compile(rf"\b(?i:{any_of('abroad')})\b")


@lru_cache(maxsize=4)
def venues(page: Page) -> frozenset[str]:
    """Cities in which a page says that talks are held: who speaks there may be anybody's. Linear in the text."""
    return frozenset(clean(m[1]) for m in _venue().finditer(page.text))


@cache
def _venue() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('meet')}\b[^.;:\n{UPPER}]{{0,30}}?\b(?:in|at)[ \n]({CITY})", re.MULTILINE)
