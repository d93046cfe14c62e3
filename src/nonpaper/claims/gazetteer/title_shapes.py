"""How a person's name stands with a title or an employer: "Kessara's envoy, X", "X, who leads the Front"."""

from __future__ import annotations

import re
from functools import cache

from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.shapes import (
    NAME,
    PERSON,
    WORD,
    clean,
    courtesy,
    title_pattern,
    titles,
    words,
)
from nonpaper.text.places import firsts

SPEAKING = (
    "said", "says", "told", "insisted", "insists", "denied", "denies", "rejected", "rejects", "wants", "wanted", "warned", "warns", "accused",
    "demanded", "demands", "refused", "promised", "vowed", "replied", "answered", "called", "welcomed", "welcomes", "accepted", "accepts",
    "agreed", "agrees", "declined", "declines", "offered", "offers", "urged", "urges", "threatened", "threatens"
)  # fmt: skip


SERVING = (
    "lawyer",
    "counsel",
    "attorney",
    "secretary",
    "treasurer",
    "vice-chair",
    "vice chair",
    "co-chair",
    "deputy chief",
)
"""Who serves whom he is said to be of, and is no more than that without an owner: "the Front's lawyer, X", and not "X, a lawyer"."""


OF_SEVERAL = ("ministers", "presidents", "leaders", "negotiators", "envoys", "delegates", "premiers", "ambassadors")
"""Offices that two persons are said to hold, each of his own side."""


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Each way in which a name stands with a title ("before" it, "after" it) or an employer ("heads", "owned", "of")."""
    title = title_pattern()
    address = rf"(?:(?:{any_of(words()['courtesy'])})\.?[ \n])?"
    return {
        "before": re.compile(
            rf"\b(?P<title>{title}),?[ \n](?:the[ \n]former[ \n][a-z]+[ \n])?(?P<name>{address}{PERSON})"
        ),
        "before_of": re.compile(
            rf"\b(?P<title>{title})(?P<of>[ \n](?:to|for|of|in|at)[ \n][^,.;:!?“”\"\n]{{2,60}}),[ \n](?P<name>{address}{PERSON})(?=[,.])"
        ),
        "after": re.compile(
            rf"\b(?P<name>{PERSON}),[ \n](?P<of>(?:[\w’'.-]+[ \n]){{0,4}}?)(?P<title>{title})\b(?![’'])(?P<of2>(?:[ \n](?:of|for)[ \n](?:the[ \n])?{NAME})?)"
        ),
        "heads": re.compile(
            rf"\b(?P<name>{PERSON}),?[ \n](?:(?:the|a|an)[ \n](?:[\w-]+[ \n]){{1,3}})?(?:who|which)[ \n](?:[a-z]+[ \n]){{0,7}}?(?P<verb>{any_of(words()['serves'])})[ \n](?:the[ \n])?(?P<of>{NAME})"
        ),
        "body": re.compile(rf"\b[Tt]he ((?:\w+ )?(?:{any_of(words()['owned_bodies'])}))\b"),
        "owned": re.compile(rf"\b(?P<of>{NAME})[’']s[ \n](?P<name>{PERSON}),?[ \n](?:{any_of(SPEAKING)})\b"),
        "serving": re.compile(
            rf"\b(?P<of>{NAME})(?:[’']s|(?<=s)[’'])[ \n](?:[a-z]+[ \n]){{0,2}}(?:{any_of(SERVING)}),?[ \n](?P<name>{PERSON})"
        ),
        "facing": re.compile(
            rf"\b(?P<of>{WORD})[ \n](?:[a-z]+[ \n])?(?:counterpart|opposite[ \n]number),?[ \n](?P<name>{PERSON})"
        ),
        "speaks": re.compile(
            rf"\b(?P<name>{PERSON})[ \n](?:speaks|spoke|negotiates|negotiated)[ \n]for[ \n](?:the[ \n])?(?P<of>{NAME})"
        ),
        "each": re.compile(
            rf"\b{any_of(OF_SEVERAL)},?[ \n]"
            rf"(?P<name>{PERSON})[ \n]of[ \n](?:the[ \n])?(?P<of>{NAME})[ \n]and[ \n](?P<name2>{PERSON})[ \n]of[ \n](?:the[ \n])?(?P<of2>{NAME})"
        ),
        "for": re.compile(rf"\b(?P<name>{PERSON}),[ \n](?:speaking[ \n])?for[ \n](?P<of>{NAME}),[ \n](?!and\b)"),
        "of": re.compile(
            rf"\b(?P<name>{PERSON})(?:,?[ \n](?:of|from)|,[ \n](?:for|speaking[ \n]for))[ \n]the[ \n](?:(?:ruling|opposition|rebel)[ \n])?(?P<of>{NAME})"
        ),
    }


@cache
def first_words() -> frozenset[str]:
    """The first words of all titles, folded."""
    return firsts(titles())


def title_of(matched: str) -> str:
    """A title as the tables have it: in lower case, on one line."""
    return " ".join(matched.casefold().split())


def person_name(matched: str) -> str:
    """A person's name without a form of address.

    >>> person_name("Madame Oda Marr")
    'Oda Marr'
    """
    return clean(courtesy().sub("", matched))
