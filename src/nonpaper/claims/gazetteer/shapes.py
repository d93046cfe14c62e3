"""Shapes of names in running text: what a capitalised word, a name and a person's name look like."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from nonpaper.claims.gazetteer.alternation import any_case_of, any_of
from nonpaper.claims.gazetteer.load import table
from nonpaper.claims.gazetteer.mention import Role
from nonpaper.text.places import CAPITALS

UPPER = CAPITALS
WORD = rf"[{UPPER}][\w]+(?:[-’'](?:[{UPPER}]\w*|[a-z]\w{{2,}}))*"
NAME = rf"{WORD}(?:[ \n]{WORD}){{0,2}}"
PARTICLE = r"(?:al|bin|ben|van|von|der|de|da|dos|el|du|ibn)[ \n-]"
PERSON = rf"(?:{WORD}|[{UPPER}]\.)(?:[ \n](?:{PARTICLE})?(?:{WORD}|[{UPPER}]\.)){{1,3}}"


@cache
def words() -> dict[str, Any]:
    """The word lists by which a report explains its own names."""
    return table("learn")


@cache
def never() -> frozenset[str]:
    """Capitalised words that begin no name of a party or person."""
    return frozenset(words()["never"])


@cache
def titles() -> dict[str, Role]:
    """Titles in lower case, and the role each gives."""
    rows = table("titles")
    return {t: role for role in ("official", "spokesperson", "principal") for t in rows[role]}


@cache
def title_pattern() -> str:
    """An alternation of all titles, longest first, to stand in a pattern without regard to case."""
    return any_case_of(titles())


@cache
def courtesy() -> re.Pattern[str]:
    """A form of address that stands before a name and is no part of it: "Mr", "Madame"."""
    return re.compile(rf"^(?:(?:{any_of(words()['courtesy'])})\.?[ \n])+")


def is_title(name: str) -> bool:
    """Whether the words are a title and no name."""
    return name.casefold() in titles()


def clean(name: str) -> str:
    """A name without a possessive ending, on one line with single blanks."""
    return re.sub(r"\s+", " ", re.sub(r"[’']s?$", "", name)).strip()
