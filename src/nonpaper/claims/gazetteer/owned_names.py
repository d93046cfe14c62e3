"""Names that hold whose body it is, or that a report calls ruling or the opposition's: "the Tarn People's Front", "the Millers' League"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.shapes import UPPER, WORD, never, words
from nonpaper.text.places import places

_THE, _RULING, _OPPOSITION = frozenset({"the"}), frozenset({"ruling"}), frozenset({"opposition"})
# Many people: "Farmers’", "People's". One owner with an "s" is a state or a person: "Kessara's Front".
_MANY = rf"(?:(?:[{UPPER}]\w{{0,20}}(?:men|people)|Men|Women|People|Children)[’']s|[{UPPER}]\w{{1,20}}s[’'])"
_ENDS = rf"(?![\w-]|[’'][{UPPER}])(?![ \n][{UPPER}])"


@cache
def _possessed() -> re.Pattern[str]:
    nouns = any_of(words()["many_own"])
    return re.compile(
        rf"[Tt]he[ \n](?:[a-z-]+[ \n])?(?P<name>(?:{WORD}[ \n]){{0,2}}{_MANY}[ \n]{nouns}){_ENDS}(?![ \n](?:of|for)[ \n][^.;\n]{{2,40}}\()"
    )


@cache
def _ruling() -> re.Pattern[str]:
    return re.compile(rf"ruling[ \n](?P<name>(?:{WORD}[ \n]){{1,3}}{any_of(words()['rulers'])}){_ENDS}")


@cache
def _opposition() -> re.Pattern[str]:
    return re.compile(rf"opposition[ \n](?P<name>(?:{WORD}[ \n]){{1,3}}{any_of(words()['many_own'])}){_ENDS}")


def of_many(text: str) -> Iterator[str]:
    """Names of bodies of many, as "the Millers' League", and of those in opposition. Linear in the text."""
    if "’" in text or "'" in text:
        for m in places(text).found(_possessed(), _THE):
            if m["name"].split()[0] not in _titles_of_lists():
                yield " ".join(m["name"].split())
    for m in places(text).found(_opposition(), _OPPOSITION):
        yield " ".join(m["name"].split())


def ruling(text: str) -> Iterator[str]:
    """Names of bodies that a report calls ruling, as "the ruling Council". Linear in the text."""
    for m in places(text).found(_ruling(), _RULING):
        yield " ".join(m["name"].split())


@cache
def _titles_of_lists() -> frozenset[str]:
    """Words that begin no such name: "the Monday Farmers' League" is none."""
    return never() - frozenset(words()["directions"])
