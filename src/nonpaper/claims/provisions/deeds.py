"""Clauses in a text's mood whose verb is a deed of a text: "the army would pull back", "tolls are to be shared"."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from nonpaper.claims.provisions.cues import anyof, listed
from nonpaper.text.openings import openings

Pattern = re.Pattern[str]
MOODS = frozenset({"would", "shall", "’d", "'d"})
"""Moods in which a report gives a text's terms whoever speaks; others only where the text itself is quoted."""


class Deed(NamedTuple):
    """A clause's mood and verb: where they begin in the words looked at, the mood, and whether it is denied."""

    at: int
    mood: str
    verb: str


def data() -> dict[str, Any]:
    """The whole of deeds.toml."""
    return listed("deeds")


@cache
def mood() -> Pattern:
    """A mood with the deed that it governs."""
    between = rf"(?:\s+(?:{anyof(data()['mood']['between'])}),?)*"
    return re.compile(
        rf"(?:(?<!\w)|(?<=\w)(?=[’']))(?P<mood>{anyof(data()['mood']['say'])}){between}\s+(?P<verb>{_deeds()})",
        re.IGNORECASE,
    )


@cache
def mood_words() -> frozenset[str]:
    """What a mood may begin with; an apostrophe stands before the last of them."""
    plain = (say for say in data()["mood"]["say"] if say[0].isalpha() or say[0] == "(")
    return openings([*(f"{say} " for say in plain), "d "])


@cache
def deed_words() -> frozenset[str]:
    """What the verbs of deeds begin with that may follow a mood."""
    return openings([*(f"{say} " for say in data()["does"]["say"]), "be "])


# What a text lets somebody do: people or bodies as the subject, and a verb that needs leave.
_PERMITS = re.compile(
    r"\W*(?:under (?:the|its) [\w-]+, )?(?!(?:the\s+)?(?:truce|cease-?fire|war|fighting|talks|conflict|deal|agreement|draft|text|plan|violence|crisis|peace|negotiations|violations?|attacks?|it|this|that|he|she|we|you|there|what|which|who)\b)"
    r"(?:[\w’'-]+,?\s+){1,12}?(?:may|could|can)\s+(?:not\s+|only\s+|also\s+|then\s+|freely\s+|each\s+|again\s+)?"
    r"(?:return|join|rejoin|enter|re-enter|keep|retain|stay|remain in|cross|use|vote|stand|run (?:for|as|in)|serve|sit|carry|block|host|dissolve|bring|take part|travel|work|fish|trade|sell|export|import|leave|visit|inspect"
    r"|hold|receive|teach|sail|fly|pass|apply|appeal|settle|live|own|bear|form|maintain|operate|move (?:freely|about|in)|patrol|station|deploy|veto|request|send|build|buy|go (?:home|back)|practise|speak|display)\b(?!\s+(?:the\s+|a\s+|any\s+|new\s+|further\s+|to\s+the\s+){0,2}(?:talks|negotiations|round|table|meeting|deal|agreement|summit|statement|pressure|attacks?|strikes?))",
    re.IGNORECASE,
)


def permits(said: str) -> bool:
    """Whether a clause says what somebody is free to do: "displaced families may return", "neither side may block …"."""
    return _PERMITS.match(said) is not None


@cache
def _suppositions() -> tuple[str, ...]:
    """Small words with one of which what makes a hypothesis begins, be it within another word."""
    return tuple(re.sub(r"^\\b", "", cue).split("(")[0].split()[0] for cue in data()["not"]["whole"])


def supposes(said: str) -> bool:
    """Whether a sentence is a hypothesis as a whole."""
    small = said.lower()
    return any(word in small for word in _suppositions()) and hypothesis().search(said) is not None


@cache
def bare() -> Pattern:
    """A deed at the start of what goes on after a mood: "… and let tankers pass"."""
    between = rf"(?:(?:{anyof(data()['mood']['between'])})\s+)*"
    return re.compile(rf"\s*(?:to\s+)?{between}(?:{_deeds()})", re.IGNORECASE)


@cache
def present() -> Pattern:
    """A deed in the present tense, as a text's own words have it: "both camps hold their fire", "the fund pays"."""
    plural = [_inflected(say) for say in data()["does"]["say"]]
    return re.compile(
        rf"(?<=\w)(?<!\bto)(?<!\bnot)\s+(?:(?:is|are) (?:\w+ly )?{_done()}|{anyof(data()['does']['say'])}|{anyof(plural)})(?![\w’])"
    )


def _inflected(say: str) -> str:
    """The third person of a base form: its first word takes the ending."""
    verb, rest = re.match(r"([\w-]+)(.*)", say).groups()  # type: ignore[union-attr]
    ends = "es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return {"go": "goes", "have": "has"}.get(
        verb, verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + ends
    ) + rest


def _done() -> str:
    return anyof(data()["done"]["say"])


def _deeds() -> str:
    does = anyof(data()["does"]["say"])
    return rf"(?:be\s+(?:[a-z]+ly\s+)?{_done()}|{does})(?![\w’])"


@cache
def barred(key: str) -> Pattern:
    """What says that a clause is no term: whole words."""
    return re.compile(rf"(?<!\w){anyof(data()['not'][key])}(?!\w)", re.IGNORECASE)


@cache
def hypothesis() -> Pattern:
    """What makes a whole sentence a hypothesis."""
    return re.compile(anyof(data()["not"]["whole"]), re.IGNORECASE)


def deed_in(said: str) -> Deed | None:
    """The first deed of a clause with its mood; None where nothing is to be done."""
    found = mood().search(said)
    return Deed(found.start(), found["mood"].casefold(), found["verb"].casefold()) if found else None
