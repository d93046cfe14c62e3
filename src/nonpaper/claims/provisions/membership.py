"""Sentences that say of a noun phrase that it stands in a text, or no longer, or undecided, in whichever order.

"Among its points are …", "Also in the draft is …", "A key element of the plan is …", "… is among the points",
"Left blank is …", "… is missing from the text". The forms are in membership.toml.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from nonpaper.claims.provisions.cues import anyof, listed
from nonpaper.claims.topics import topic_scores
from nonpaper.model.codes import TextStatus
from nonpaper.text.openings import exactly

LONGEST = 400
"""Characters of a sentence that is looked at: a longer one lists no terms in this way."""
Pattern = re.Pattern[str]


class Member(NamedTuple):
    """Where a term stands in the words looked at, and whether it is in the text, out of it or open."""

    start: int
    end: int
    status: TextStatus


def _data() -> dict[str, Any]:
    return listed("membership")


@cache
def member_words() -> frozenset[str]:
    """The words one of which every form holds."""
    return exactly(_data()["needs"]["say"])


@cache
def _forms() -> tuple[tuple[Pattern, TextStatus, bool], ...]:
    """Each form with the status that it gives and whether it names the text itself."""
    nouns = {key: anyof(words) for key, words in _data()["nouns"].items()}
    return tuple(
        (re.compile(_filled(row["say"], nouns), re.IGNORECASE), row.get("status", "in"), row.get("names", True))
        for row in _data()["form"]
    )


def _filled(form: str, nouns: dict[str, str]) -> str:
    """A form with its nouns: `<term>` is the term's place."""
    for key, words in nouns.items():
        form = form.replace(f"<{key}>", words)
    return re.sub(r"(?<!\?P)<term>", lambda _: r"(?P<term>[^;:“”\"]{6,300}?)", form)


def member_of(said: str, near: str) -> Member | None:
    """The term that a sentence places in a text, or out of it; `near` are the words before, in which a text must be named where the form names none."""
    body = said.strip()
    if len(body) > LONGEST:
        return None
    for form, status, names in _forms():
        found = form.fullmatch(body)
        if found and (names or _text_near().search(near)) and _is_thing(found["term"]):
            at = len(said) - len(said.lstrip())
            return Member(at + found.start("term"), at + found.end("term"), status)
    return None


@cache
def _text_near() -> Pattern:
    return re.compile(rf"(?<!\w){anyof([*_data()['nouns']['text'], *_data()['nouns']['part']])}(?!\w)", re.IGNORECASE)


@cache
def _no_thing() -> tuple[Pattern, Pattern]:
    bars = _data()["not"]
    return (
        re.compile(rf"\W*{anyof(bars['opens'])}(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w){anyof(bars['holds'])}(?!\w)", re.IGNORECASE),
    )


def _is_thing(term: str) -> bool:
    """Whether the words name something that a text may hold: a topic, and no person's doing or saying."""
    opens, holds = _no_thing()
    return bool(topic_scores(term)) and opens.match(term) is None and holds.search(term) is None
