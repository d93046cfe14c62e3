"""Outlets that no list and no noun tells: whoever quotes a source, gives an interview, or has been shown a paper is one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from nonpaper.claims.gazetteer.alternation import any_case_of, any_of
from nonpaper.claims.gazetteer.load import is_form
from nonpaper.claims.gazetteer.shapes import WORD, clean, is_title, never, titles, words
from nonpaper.claims.gazetteer.sought import Sought, as_written, found
from nonpaper.text.places import firsts, places

_SEVERAL = rf"{WORD}(?:[ \n]{WORD}){{1,2}}"
_ENDS = rf"(?![\w-])(?![ \n]{WORD})"
_PAPER = (
    "draft", "drafts", "text", "document", "documents", "copy", "copies", "letter", "letters", "memo", "cable", "paper", "papers",
    "proposal", "plan", "minutes", "transcript", "version", "list", "note", "file", "framework", "annex", "recording", "one",
)  # fmt: skip
_SHOWN = ("seen", "obtained", "reviewed", "consulted", "viewed", "examined", "acquired", "verified")
_CITING = ("citing", "quoting", "cites", "quotes")
_POSTED = ("posted", "published", "broadcast", "aired", "shared")


@cache
def _patterns() -> dict[str, Sought]:
    w = words()
    periods = any_of(w["periods"])
    who = rf"(?:(?:an?|one|two|three|four|several|some|unnamed|anonymous|unidentified|its|the[ \n]same)[ \n](?:[\w’'-]+[ \n]){{0,3}}?)?{any_of(w['quoted'])}\b"
    return {
        # "told the Weekly Anvil", "the Morning Reed, citing a delegate"
        "period": Sought(
            re.compile(
                rf"\b(?P<before>{any_case_of(w['before_paper'])}[ \n])?(?:[Tt]he[ \n])?(?P<name>{periods}[ \n]{WORD}){_ENDS}"
                rf"(?P<after>,?[ \n](?:which[ \n])?{any_of(w['after_paper'])}\b)?"
            ),
            firsts(w["before_paper"]),
            named=True,
            nouns=as_written(w["periods"]),
        ),
        # "the Kell Sparrow, quoting two officials"
        "quoting": Sought(
            re.compile(rf"\b[Tt]he[ \n](?P<name>{_SEVERAL}),?[ \n](?:which[ \n])?{any_of(_CITING)}[ \n]{who}"),
            frozenset({"the"}),
            words=frozenset(_CITING),
        ),
        # "in an interview with the Sparrow"
        "interview": Sought(
            re.compile(
                rf"\binterview[ \n](?:(?:published|printed|aired|broadcast)[ \n])?(?:with|to|in|by|for|on)[ \n]the[ \n](?P<name>{WORD}(?:[ \n]{WORD}){{0,2}}){_ENDS}"
            ),
            frozenset({"interview"}),
        ),
        # "a draft seen by the Kell Sparrow", "a copy obtained by Sparrow"
        "shown": Sought(
            re.compile(
                rf"\b{any_of(_PAPER)}\b[^,;:.\n“”\"]{{0,40}}?,?[ \n]{any_of(_SHOWN)}[ \n]by[ \n](?:the[ \n](?P<name>{_SEVERAL})|(?P<lone>{WORD})){_ENDS}"
            ),
            firsts(_PAPER),
            words=frozenset(_SHOWN),
        ),
        # "in a clip posted on the Kell Line channel"
        "channel": Sought(
            re.compile(rf"\b{any_of(_POSTED)}[ \n](?:on|by)[ \n]the[ \n](?P<name>{_SEVERAL})[ \n]channel\b"),
            frozenset(_POSTED),
            words=frozenset({"channel"}),
        ),
    }


@cache
def _bodies() -> frozenset[str]:
    """Words of the names of bodies, places and texts, none of which is an outlet."""
    w = words()
    rows = (
        "movements", "weak_movements", "lone_nouns", "bodies", "institutions", "of_a_state", "rulers", "regions", "acting_nouns",
        "members", "lands", "of_texts", "many_own", "other_bodies",
    )  # fmt: skip
    return frozenset(part for row in rows for noun in w[row] for part in noun.split()) - {*w["outlets"], *w["periods"]}


def is_body(name: str) -> bool:
    """Whether a name has a word of the names of bodies, places or texts."""
    return not _bodies().isdisjoint(name.split())


def by_what_they_do(text: str) -> Iterator[str]:
    """The names of outlets that a report tells only by what they do. Linear in the text."""
    tried = _patterns()
    for m in found(text, tried["period"]):
        if (m["before"] or m["after"]) and not is_body(m["name"]):
            yield clean(m["name"])
    for how in ("quoting", "interview", "channel"):
        yield from (name for m in found(text, tried[how]) if _may_be(name := clean(m["name"])))
    for m in found(text, tried["shown"]):
        name = clean(m["name"] or m["lone"])
        if _may_be(name) and (m["name"] or _stands_apart(text, name)):
            yield name


def _may_be(name: str) -> bool:
    parts = name.split()
    known = any(p in never() or p.casefold() in titles() or (len(parts) > 1 and is_form(p)) for p in parts)
    return not known and not is_title(name) and not is_body(name)


_SIDE_BEFORE = re.compile(r"\b(?:in|from|of|with|between|and|against|into|across|over)[ \n](?:the[ \n])?$")
_SIDE_AFTER = re.compile(r"[’']|[ \n](?:and|will|would|must|agreed|wants|accepts|rejects|rejected)\b")


def _stands_apart(text: str, name: str) -> bool:
    """Whether a bare name of one word stands nowhere as those of states, persons and movements do."""
    ends = ((at, at + len(name)) for at in places(text).written({name: None}.keys()))
    return not any(_SIDE_BEFORE.search(text, max(0, a - 12), a) or _SIDE_AFTER.match(text, b) for a, b in ends)
