"""Armed groups and alliances that a report calls so, and their bare initials: "the rebel FLX", "guerrillas of the Comando X (CX)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from nonpaper.claims.gazetteer.alternation import any_case_of, any_of
from nonpaper.claims.gazetteer.shapes import UPPER, WORD, clean, words
from nonpaper.text.places import firsts, places

_INITIALS = r"(?!TV\b|HQ\b|MPs?\b|PM\b)[A-Z][A-Z0-9]{1,5}"
Named = tuple[str, str | None]
"""A name and its initials, if they are given too."""


@cache
def _firsts() -> frozenset[str]:
    rows = words()
    return firsts([*rows["fighting"], *rows["unions_of"], *rows["mediated"], "delegation", "delegations", "opposition"])


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    rows = words()
    fighting, unions = any_case_of(rows["fighting"]), any_of(rows["unions_of"])
    whole = rf"{WORD}(?:[ \n](?:(?:of|for|the|and|de|del|la|los|pour|du|des)[ \n])*{WORD}){{1,5}}"
    return (
        re.compile(rf"(?:{fighting})(?:[ \n]of[ \n]the|[ \n]from[ \n]the)?[ \n](?P<short>{_INITIALS})(?![\w.-]|[’']?s?[ \n][{UPPER}])"),
        re.compile(rf"(?:{fighting})[ \n](?:of|from)[ \n]the[ \n](?P<name>{whole})[ \n]\((?P<short>{_INITIALS})\)"),
        re.compile(rf"(?i:delegations?)[ \n](?:of|from)[ \n]the[ \n](?P<short>{_INITIALS})(?![\w.-])"),
        re.compile(
            rf"(?i:opposition)[ \n](?:alliance|coalition|movement|front|platform),?[ \n](?P<name>{WORD}(?:[ \n]{WORD}){{0,2}}(?:[ \n]\d{{4}})?)(?P<short>)(?=,|[ \n][a-z])"
        ),
        re.compile(
            rf"(?:{any_of(rows['mediated'])})[ \n]the[ \n](?P<name>(?:{WORD}[ \n]){{1,3}}(?:{any_of(rows['weak_movements'])}|Forum))(?P<short>)(?![\w-]|[ \n][{UPPER}(])"
        ),
        re.compile(rf"(?:{unions}),[ \n]the[ \n](?P<short>{_INITIALS})(?=[,.;:]|[ \n][a-z])"),
    )  # fmt: skip


def called_fighting(text: str) -> Iterator[Named]:
    """Names, with their initials, or initials alone, that a report calls an armed group's or a federation's. Linear."""
    for pattern in _patterns() if places(text).has(_firsts()) else ():
        for m in places(text).found(pattern, _firsts()):
            yield clean(m.groupdict().get("name") or m["short"]), m["short"] or None
    yield from _acting(text)
    if places(text).holds(_NUMBERS):
        yield from ((m[1], None) for m in _of_states().finditer(text))
    if "opposition" in text:
        yield from ((m["name"], None) for m in _alliance().finditer(text))


_NUMBERS = frozenset(("Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Twelve"))


@cache
def _of_states() -> re.Pattern[str]:
    """Blocs that are called by how many they are: "the Pact of Six"."""
    nouns = any_of([*words()["movements"], *words()["weak_movements"], "Group"])
    return re.compile(rf"\b[Tt]he[ \n]((?:{nouns})[ \n]of[ \n](?:{any_of(_NUMBERS)}))\b(?![ \n]+[{UPPER}])")


@cache
def _alliance() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<name>{WORD}(?:[ \n]{WORD}){{0,2}}(?:[ \n]\d{{4}})?),[ \n](?:an?|the)[ \n](?:[a-z-]+[ \n])?opposition[ \n](?:alliance|coalition|movement|front|platform)\b"
    )


@cache
def _acts() -> re.Pattern[str]:
    rows = words()
    return re.compile(
        rf"\b[Tt]he[ \n](?P<name>(?:{WORD}[ \n]){{1,3}}(?:{any_of(rows['acting_nouns'])}))[ \n](?:(?:has|had|have|also)[ \n])?(?:{any_of(rows['state_acts'])})\b"
    )


@cache
def _of_talks() -> frozenset[str]:
    return firsts(words()["talks"])


def at_talks(text: str) -> bool:
    """Whether a text is a report of talks, by its words."""
    return places(text).has(_of_talks())


def _acting(text: str) -> Iterator[Named]:
    """Movements without initials that act, in reports of talks."""
    seen = places(text)
    if seen.has(firsts(words()["acting_nouns"])) and at_talks(text):
        yield from ((clean(m["name"]), None) for m in _acts().finditer(text))


@cache
def _sides() -> tuple[re.Pattern[str], re.Pattern[str]]:
    short, kind = r"([A-Z][A-Za-z]?[A-Z][A-Za-z]{0,6})", rf"(?:{any_of(words()['fighters'])})"
    return (
        re.compile(rf"\b{short}(?:[’']s)?[ \n](?:[a-z-]+[ \n])?{kind}\b|\b{kind}[ \n](?:of|from)[ \n]the[ \n]{short}\b"),
        re.compile(rf"\b[Tt]he[ \n]{short}[ \n](?:has[ \n])?(?:{any_of(words()['stands'])})\b"),
    )  # fmt: skip


@lru_cache(maxsize=1)
def _fighting(text: str) -> frozenset[str]:
    """All initials beside which the words of a side in a war stand. Linear."""
    beside, doing = _sides()
    found = {short for pair in beside.findall(text) for short in pair}
    at_war = places(text).has(frozenset(words()["war"]))
    return frozenset(found | set(doing.findall(text)) if at_war else found)


def fights(text: str, initials: str) -> bool:
    """Whether some initials are a group's that fights or negotiates: "FLX fighters", or "the FLX rejects" near a truce."""
    return initials in _fighting(text)
