"""Collective names with "the": "the Round Table, a forum of nineteen states", "the Council's envoy" where nothing longer names it.

A name of several words is a party's where it has an envoy or is called a group of states or parties. One noun alone, or
initials, have to show it more often: officers of theirs count double, members and acts once, and enough must come together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.armed import at_talks
from nonpaper.claims.gazetteer.load import entry_of, is_form
from nonpaper.claims.gazetteer.shapes import UPPER, WORD, clean, is_title, never, words
from nonpaper.text.places import places

_THE = frozenset({"the"})
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE = 30  # characters before "the" in which "who speaks for" stands
_OWNS, _ENOUGH = 2, 3  # what an officer of theirs counts, and what has to come together
_INITIALS = r"(?!TV\b|HQ\b)[A-Z]{3,6}"


@cache
def _called() -> re.Pattern[str]:
    rows = words()
    kinds, members = any_of(rows["groupings"]), any_of(rows["grouped"])
    return re.compile(
        rf"[Tt]he[ \n](?P<name>{WORD}(?:[ \n]{WORD}){{1,2}})"
        rf"(?:[’']s?[ \n](?:[a-z-]+[ \n])?{any_of(rows['officers'])}\b"
        rf"|,[ \n](?:an?|the)[ \n](?:[a-z-]+[ \n]){{0,2}}?{kinds}[ \n](?:that\b|of[ \n](?:[\w’'-]+[ \n]){{0,3}}?{members}\b))"
    )


@cache
def _counted() -> re.Pattern[str]:
    numbers, members = any_of(words()["numbers"]), any_of(x.capitalize() for x in words()["grouped"])
    return re.compile(rf"[Tt]he[ \n](?P<name>{numbers}[ \n]{members})(?![\w-]|[ \n][{UPPER}])")


def collectives(text: str) -> Iterator[str]:
    """Names of several words that a report shows to be a party's, or a group's of states: "the Nine Nations". Linear."""
    if not at_talks(text):
        return
    seen = places(text)
    for m in seen.found(_called(), _THE):
        name = clean(m["name"])
        if _may_be(name.split()):
            yield name
    yield from (clean(m["name"]) for m in seen.found(_counted(), _THE))


def _may_be(parts: list[str]) -> bool:
    """Whether a name may be a group's, not that of a state's own body, an office, a firm or a paper."""
    rows = words()
    no_ends = {*rows["bodies"], *rows["outlets"], *rows["weak_outlets"], *rows["of_a_state"]}
    entry = entry_of(parts[0])
    known = entry is not None and entry.kind in ("adjective", "party", "metonym")
    first = parts[0] in rows["of_state"] or (parts[0] in never() and parts[0] not in rows["directions"])
    return not (known or first or is_form(" ".join(parts)) or is_title(parts[-1]) or parts[-1] in no_ends)


@cache
def _alone() -> re.Pattern[str]:
    rows = words()
    nouns = any_of(rows["lone_nouns"])
    helped = r"(?:(?:has|had|have|also|itself|is|was|which)[ \n]){0,2}"
    own, acts = any_of([*rows["officers"], *rows["owned_by_groups"]]), any_of(rows["state_acts"])
    officers = any_of([*rows["officers"], "spokesman", "spokeswoman", "spokesperson"])
    return re.compile(
        rf"(?:[Tt]he|[Aa]n?(?=[ \n]{nouns}[ \n]{officers}\b))[ \n](?P<name>(?P<noun>{nouns})(?P<of>[ \n](?:of|for)[ \n](?:the[ \n])?{WORD}(?:[ \n]{WORD})?)?|{_INITIALS})(?![\w-]|[ \n](?:of\b|for\b|[{UPPER}(]))"
        rf"(?:[’']s?[ \n](?:[a-z-]+[ \n]){{0,2}}?(?P<owns>{own})\b|[ \n](?P<officer>{officers})\b|,[ \n](?P<group>whose[ \n](?:[a-z]+[ \n])?members|to[ \n]which[ \n](?:[\w’'-]+[ \n]){{1,6}}?belongs?|an?[ \n](?:[a-z-]+[ \n]){{0,2}}?{any_of(rows['groupings'])})\b|,?[ \n](?P<acts>{helped}{acts})\b)?"
    )


_OF = re.compile(r"\b(?:members?|fighters|officers|leaders?|delegates?|side)[ \n](?:of|from)[ \n]$")
_FOR = re.compile(
    r"\b(?:speaks?|spoke|negotiates?|spokes(?:man|woman|person))[ \n]for[ \n]$|\bcall(?:ed|ing)[ \n]themselves[ \n]$"
)


def lone(text: str, named: Iterable[str]) -> Iterator[str]:
    """Nouns, nouns "of" many, and initials that stand for a party with nothing longer that names it. Linear.

    `named` are the words of longer names, and of the runs of capitalised words, in which such a noun may not stand.
    """
    if not at_talks(text):
        return
    signs: Counter[str] = Counter()
    officers: set[str] = set()
    whole: dict[str, set[str]] = {}
    for m in places(text).found(_alone(), _ARTICLES):
        before = text[max(0, m.start() - _BEFORE) : m.start()]
        officer = m["owns"] or m["officer"] or m["group"] or _FOR.search(before)
        noun = m["noun"] or m["name"]
        whole.setdefault(noun, set()).update([clean(m["name"])] if m["of"] else [])
        signs[noun] += _OWNS * bool(officer) + bool(m["acts"] or _OF.search(before))
        officers |= {noun} if officer else set()
    taken = set(named)
    for noun, count in signs.items():
        long = whole[noun]
        if not long and count >= _ENOUGH and noun in officers and noun not in taken:
            yield noun
        elif len(long) == 1 and count >= _OWNS:
            yield from (name for name in long if _of_many(name))


def _of_many(name: str) -> bool:
    """Whether a name is "of" many who are no state, trade or board: "Coalition of Neighbourhoods"."""
    last = name.rsplit(maxsplit=1)[-1]
    return last.endswith("s") and last not in words()["trades"] and not is_form(last) and not is_form(name)


_SPELLED = re.compile(rf"{WORD}(?:[ \n](?:(?:of|for|the|and)[ \n]){{0,2}}{WORD}){{1,5}}")


def spelled(text: str) -> Iterator[tuple[str, str]]:
    """Names with the initials that stand for them, without brackets, more than once: "the Union of River Fighters … the URF". Linear."""
    counts = Counter(re.findall(rf"\b[Tt]he[ \n]({_INITIALS})(?![\w-])", text) if at_talks(text) else ())
    often = {short for short, count in counts.items() if count >= _OWNS and not is_form(short)}
    for m in places(text).found(_SPELLED, frozenset(), named=True) if often else ():
        parts = m.group().split()
        parts = parts[1:] if parts[0] == "The" else parts
        short = "".join(part[0] for part in parts if part[0].isupper())
        if short in often:
            yield " ".join(parts), short
