"""States known by their people alone: "a Kessaran negotiator" beside "Kessara", or the word for them where nothing else names it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Set
from functools import cache, lru_cache

import msgspec

from nonpaper.claims.gazetteer.alternation import any_of
from nonpaper.claims.gazetteer.fresh import fresh
from nonpaper.claims.gazetteer.load import Entry, is_form
from nonpaper.claims.gazetteer.peoples import adjectives, by_stem, by_stems, of_ministers, of_officials
from nonpaper.claims.gazetteer.runs import Run, capitalised, following, opened
from nonpaper.claims.gazetteer.shapes import WORD, is_title, never, title_pattern, words
from nonpaper.claims.gazetteer.sought import Sought, found

_SHORT = 3  # letters that a name and its adjective share at least


class _Peoples(msgspec.Struct, frozen=True):
    """Words that may be those for peoples: before a noun of theirs, of officials, or of ministers, which states alone have."""

    before: Set[str]
    officials: Set[str]
    ministers: Set[str]


@cache
def _before() -> Sought:
    nouns = rf"(?:{any_of(words()['people_nouns'])}|{title_pattern()})"
    return Sought(re.compile(rf"(?<![\w-])(?P<adj>{WORD})(?=[ \n](?:[a-z-]+[ \n])?{nouns}\b)"), named=True)


def take_by_people(text: str, new: dict[str, Entry], no_states: Set[str]) -> None:
    """Take each state of whose people alone the report speaks, with the word for them; `no_states` are other names."""
    peoples = _peoples(text)
    longer = _longer(capitalised(text), new)
    taken = {e.name.rsplit(maxsplit=1)[-1] for e in new.values()}
    for people in sorted(peoples.before | peoples.officials):
        if fresh(people, new) and people not in taken:
            _take(people, _state(people, peoples, text, no_states), longer, new)


def _peoples(text: str) -> _Peoples:
    return _Peoples({m["adj"] for m in found(text, _before())}, of_officials(text), of_ministers(text))


def _take(people: str, state: str | None, longer: Mapping[str, str], new: dict[str, Entry]) -> None:
    name = longer.get(state, state) if state is not None else None
    if name is None or is_form(name):
        return
    new.setdefault(name, Entry("party", name, name))
    new[people] = new[f"{people}s"] = Entry("adjective", name, name)


def _state(people: str, peoples: _Peoples, text: str, no_states: Set[str]) -> str | None:
    """What the state of a people is called; None where it stays unnamed, or several names may be its own."""
    stem = _by_stem(people, text, no_states) if people in peoples.officials else None
    match _candidates(people, text):
        case ():
            return stem or _unnamed(people, peoples, text, no_states)
        case (name,):
            return stem if stem is not None and name in stem.split() else name
        case _:  # none may be chosen
            return None


def _candidates(people: str, text: str) -> tuple[str, ...]:
    """Names in the text whose adjective the word for a people may be."""
    near = _alike(text).get(people[:_SHORT], ())
    return tuple(name for name in near if name != people and len(name) > _SHORT and people in adjectives(name))


@lru_cache(maxsize=1)
def _alike(text: str) -> Mapping[str, list[str]]:
    """The capitalised words of a text by the letters that they begin with."""
    alike: dict[str, list[str]] = {}
    for word in capitalised(text):
        alike.setdefault(word[:_SHORT], []).append(word)
    return alike


def _by_stem(people: str, text: str, no_states: Set[str]) -> str | None:
    """The state of two words, or of one, that shares the stem of a people's word."""
    name = by_stem(people, _stems(text))
    return None if not name or name in no_states or name in never() or is_title(name) else name


@lru_cache(maxsize=1)
def _stems(text: str) -> Mapping[str, Set[Run]]:
    return by_stems(opened(text))


def _unnamed(people: str, peoples: _Peoples, text: str, no_states: Set[str]) -> str | None:
    """What a state that the report does not name is called: by what is left of "Xian" or "Xan", else by the word for its people."""
    if people.endswith("ian"):
        return people[:-1] if people in peoples.before else None
    alone = people in peoples.ministers and people not in no_states and people not in following(text)
    return (people[:-1] if people.endswith("an") else people) if alone else None


def _longer(counts: Mapping[str, int], new: Mapping[str, Entry]) -> dict[str, str]:
    """First words of learned states of two words that never stand for themselves: "Maravia" of "Maravia Bay"."""
    states = {e.name for f, e in new.items() if e.kind == "party" and f == e.name and " " in f}
    first = Counter(name.split()[0] for name in states)
    return {
        word: name
        for name in states
        if first[word := name.split()[0]] == 1 and counts.get(word, 0) <= counts.get(name.split()[1], 0)
    }
