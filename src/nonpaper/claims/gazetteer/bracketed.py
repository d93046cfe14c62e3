"""Names with their initials in brackets, and names that the report itself calls an armed group: "the Front for the Liberation of X (FLX)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.load import table
from nonpaper.claims.gazetteer.shapes import UPPER, WORD, words
from nonpaper.text.places import firsts, places

_INITIALS = re.compile(r"[ \n]\((?:(?:the|or)[ \n])?[\"“]?(?P<short>[A-Z][A-Za-z]?[A-Z][A-Za-z]{0,6})[\"”]?\)")
_REACH = 110  # characters before the bracket in which the name stands
_STOP = re.compile(r"[.;:,()“”\"\n!?]")
_PART = re.compile(r"[\w’'-]+")
_THE = frozenset({"the"})
_LEAST, _MOST = 2, 9  # words of a name


def initialled(text: str) -> Iterator[tuple[str, str]]:
    """Each name whose capital initials are the letters in the brackets after it, with them, in text order. Linear.

    >>> list(initialled("The Front for the Liberation of Zale (FLZ) left."))
    [('Front for the Liberation of Zale', 'FLZ')]
    """
    for found in _INITIALS.finditer(text) if "(" in text else ():
        stretch = text[max(0, found.start() - _REACH) : found.start()]
        parts = _PART.findall(_STOP.split(stretch)[-1])[-_MOST:]
        for first in range(len(parts) - _LEAST, -1, -1):
            if _initials(parts[first:]) == found["short"].upper() and parts[first][0].isupper():
                yield " ".join(parts[first:]), found["short"]
                break


def _initials(parts: list[str]) -> str:
    """Capital first letters; a word that does not begin with one has to be a small word of a name."""
    if any(not part[0].isupper() and part not in words()["small"] for part in parts):
        return ""
    return "".join(part[0] for part in parts if part[0].isupper())


def a_movement(name: str) -> bool:
    """Whether a name has the noun of a movement or federation in it, and is not that of a state's own body."""
    nouns = {_bare(part) for part in name.split()}
    if name.split(maxsplit=1)[0] in words()["of_state"]:
        return not nouns.isdisjoint(words()["never_of_state"])
    return not nouns.isdisjoint((*words()["movements"], *words()["weak_movements"], *words()["members"]))


@cache
def _known() -> frozenset[str]:
    return frozenset(table("parties")["movement"])


def is_movement(party: str) -> bool:
    """Whether a party's name is one of a movement: known as one, initials, or with the noun of one."""
    if party in table_of_states():
        return False
    return (
        party in _known()
        or party in words()["lone_nouns"]
        or (party.isupper() and len(party) > 1)
        or (" " in party and a_movement(party))
    )


@cache
def table_of_states() -> frozenset[str]:
    """The states that the gazetteer knows."""
    return frozenset(table("parties")["state"])


def _bare(part: str) -> str:
    return re.sub(r"[’']s?$", "", part)


@cache
def _called() -> re.Pattern[str]:
    kind = rf"(?:[a-z-]+[ \n]){{0,3}}?(?:{any_of(words()['armed'])})"
    return re.compile(
        rf"\b[Tt]he[ \n](?P<name>(?:{WORD}(?:[’']s?)?[ \n](?:(?:of|for)[ \n](?:the[ \n])?)?){{1,5}}{WORD}(?:[’']s?)?)(?:[ \n]\([A-Z]{{2,7}}\))?,[ \n](?:an?|the)[ \n]{kind}\b"
    )


@cache
def _armed() -> tuple[tuple[frozenset[str], str], ...]:
    """What an apposition calls such groups, each with its first word."""
    return tuple((firsts((phrase,)), phrase) for phrase in words()["armed"])


def called_armed(text: str) -> Iterator[str]:
    """Names of two or more words that an apposition calls a movement or armed group: "the X Y, a rebel group". Linear."""
    seen = places(text)
    if any(seen.has(first) and phrase in text for first, phrase in _armed()):
        yield from (
            re.sub(rf"^(?![{UPPER}])\w+[ \n]", "", m["name"]).replace("\n", " ")
            for m in places(text).found(_called(), _THE)
        )
