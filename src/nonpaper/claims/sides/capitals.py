"""Whose capital a city is that the report explains nowhere: by who speaks there, whose will it has, and whom it is set against.

"A senior Kessaran official said Tavik would not sign": Tavik is Kessara's. "Tavik will sign as soon as Sorvia does": it
is the other side's, where two states face each other. A wrong party is worse than none: one sign against is enough.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache, lru_cache

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.alternation import any_of as listed
from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.gazetteer.shapes import clean
from nonpaper.claims.page import Page, parties_in, with_mentions
from nonpaper.claims.sides.apart import blocs, go_betweens
from nonpaper.claims.sides.cities import CITY, Vote, cities, venues
from nonpaper.claims.sides.seated import of_seats
from nonpaper.claims.sides.set_against import set_against
from nonpaper.claims.sides.speaking import of_speakers
from nonpaper.claims.sides.two import sides
from nonpaper.model.span import Span
from nonpaper.text.near import Near


def with_capitals(page: Page) -> Page:
    """The page with a mention for each city that stands for one party, wherever it is named. Linear in the text."""
    owners = capitals(page)
    if not owners:
        return page
    known = Near(m.span for m in page.mentions)
    standing = re.finditer(rf"(?<![\w’'-]){listed(owners)}(?![\w-])", page.text)
    new = [_mention(m, owners) for m in standing if not known.overlapping(Span(*m.span()))]
    return with_mentions(page, new)


def _mention(found: re.Match[str], owners: Mapping[str, str]) -> Mention:
    owner = owners[" ".join(found[0].split())]
    return Mention(span=Span(*found.span()), kind="metonym", name=owner, party=owner)


@lru_cache(maxsize=4)
def capitals(page: Page) -> Mapping[str, str]:
    """The cities of a page that stand for a party, each with it; those that may stand for two are left out."""
    open_ = cities(page)
    if not open_:
        return {}
    votes: dict[str, set[str]] = {}
    for city, party in _votes(page):
        if city in open_:
            votes.setdefault(city, set()).add(party)
    owners = {city: next(iter(parties)) for city, parties in votes.items() if len(parties) == 1}
    return {**owners, **_left_over(page, owners, open_ - votes.keys())}


def _left_over(page: Page, owners: Mapping[str, str], open_: Set[str]) -> Mapping[str, str]:
    """The city that is left for the one of two states whose rival has its own: it stands beside that, or nobody else may have it."""
    both, left = sides(page), open_ - venues(page)
    if both is None or any(map(is_movement, both)):
        return {}
    paired = _paired(page, owners, {both[0]: both[1], both[1]: both[0]}, open_)
    lacking = [party for party in both if party not in owners.values()]
    alone = len(lacking) == len(left) == 1 and _states(page) <= set(both)
    return {next(iter(left)): lacking[0]} if alone and not paired else paired


def _states(page: Page) -> Set[str]:
    """Those of a page who may have a capital: no mediators, and no blocs."""
    named = {m.party for m in page.mentions if m.party and m.kind in ("party", "adjective")}
    return named - go_betweens(page) - blocs(page)


def _paired(page: Page, owners: Mapping[str, str], other: Mapping[str, str], open_: Set[str]) -> Mapping[str, str]:
    """Of "between Tavik and Ostel", where one is a side's capital the other is the other side's."""
    pairs = [(clean(m["a"]), clean(m["b"])) for m in _pair().finditer(page.text)]
    turned = ((city, owners.get(with_, "")) for a, b in pairs for city, with_ in ((a, b), (b, a)) if city in open_)
    return {city: other[party] for city, party in turned if party in other}


@cache
def _pair() -> re.Pattern[str]:
    return re.compile(rf"\b(?:between|both|from)[ \n](?P<a>{CITY})[ \n](?:and|to)[ \n](?P<b>{CITY})")


def _votes(page: Page) -> Iterator[Vote]:
    for sentence in page.sentences:
        yield from of_speakers(page, sentence)
        named = parties_in(page, sentence)
        yield from of_seats(page, sentence, named) if named else ()
    yield from set_against(page)
