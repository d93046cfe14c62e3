"""The cue data of stances, compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from importlib import resources
from typing import Any

from nonpaper.model.codes import Stance
from nonpaper.text.openings import ANY, opening, openings
from nonpaper.text.places import folded

Pattern = re.Pattern[str]


@cache
def data() -> dict[str, Any]:
    """The whole of cues.toml."""
    return tomllib.loads(resources.files("nonpaper.claims.stances").joinpath("cues.toml").read_text("utf-8"))


Begun = Mapping[str, Sequence[int]]
"""Where the words of a stretch begin, by their openings."""


class Row:
    """The cues of a stance: as one pattern, made at first need, what the plain ones begin with, and the others as one."""

    def __init__(self, stance: Stance, say: Sequence[str]) -> None:
        self.stance, self._say = stance, [spelled(cue) for cue in say]
        begins = {cue: openings([cue]) for cue in self._say}
        self._other = [cue for cue, keys in begins.items() if keys == ANY]
        self.begins = frozenset(key for keys in begins.values() if keys != ANY for key in keys)

    def cue(self, held: frozenset[str]) -> Pattern | None:
        """The pattern for words that have some openings; None where it cannot be found."""
        return self._others if self.begins.isdisjoint(held) else self._whole

    def search(self, words: str, begun: Begun) -> re.Match[str] | None:
        """What the whole pattern finds first in `words`: the plain cues are tried only where words begin as they do."""
        if self._at_first and (found := self._whole.match(words)):
            return found
        other = self._anywhere.search(words) if self._anywhere else None
        last = other.start() if other else len(words)
        tries = (at for key in self.begins.intersection(begun) for at in begun[key] if at <= last)
        return next((found for at in sorted(tries) if (found := self._whole.match(words, at))), other)

    @cached_property
    def _whole(self) -> Pattern:
        return _whole_words(self._say)

    @cached_property
    def _others(self) -> Pattern | None:
        return _whole_words(self._other) if self._other else None

    @cached_property
    def _at_first(self) -> bool:
        return any(cue.startswith("^") for cue in self._other)

    @cached_property
    def _anywhere(self) -> Pattern | None:
        """The cues that begin with anything, and not at the first word alone."""
        found = [cue for cue in self._other if not cue.startswith("^")]
        return _whole_words(found) if found else None


def spelled(cue: str) -> str:
    """A cue with what it writes short spelled out."""
    for name, words in data()["short"].items():
        cue = cue.replace(f"{{{name}}}", words)
    return cue


def _whole_words(say: Sequence[str]) -> Pattern:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(_over_marks, say)) + r")", re.IGNORECASE)


def _over_marks(cue: str) -> str:
    """A cue that is found as well where a quotation begins within it: 'was “glad the guns are silent”'.

    Classes of characters and what stands before are left as they are. The marks are no class of characters themselves:
    one that holds curly marks takes ten times as long to compile, and a row has hundreds.
    """
    return _SPACE.sub(lambda m: m[0] if m[0] != " " else r" (?:\"|“|‘|)", cue)


_SPACE = re.compile(r"\[[^\]]*\]|\(\?<[!=](?:[^()]|\([^()]*\))*\)|\(\?![^()]*(?:\([^()]*\)[^()]*)*\)| ")


@cache
def table(name: str) -> tuple[Row, ...]:
    """The rows of one table in order."""
    return tuple(Row(row["stance"], row["say"]) for row in data()[name])


@cache
def any_of(name: str, key: str) -> str:
    """One list of words as alternatives, for a pattern of which they are a part."""
    return "(?:" + "|".join(data()[name][key]) + ")"


@cache
def pattern(name: str, key: str) -> Pattern:
    """One list of patterns as one."""
    return re.compile(rf"(?<!\w){any_of(name, key)}(?!\w)|(?:\?)", re.IGNORECASE)


@lru_cache(maxsize=256)  # a content is asked for its stance by rule after rule
def first(name: str, words: str) -> tuple[Stance, re.Match[str]] | None:
    """The first row of a table that is found in `words`."""
    return next(found_rows(name, words), None)


def found_rows(name: str, words: str) -> Iterator[tuple[Stance, re.Match[str]]]:
    """What each row of a table finds first in `words`, row by row; those that find nothing are left out."""
    begun = begun_in(words)
    for row in table(name):
        found = row.search(words, begun)
        if found:
            yield row.stance, found


@cache
def _openings_of(name: str) -> frozenset[str]:
    """What the plain cues of a table begin with."""
    return frozenset(key for row in table(name) for key in row.begins)


@cache
def _of_anything(name: str) -> tuple[Row, ...]:
    """The rows of a table with cues that may begin with anything."""
    return tuple(row for row in table(name) if row.cue(frozenset()))


def rows_for(name: str, held: frozenset[str]) -> Iterator[tuple[Pattern, Stance]]:
    """The rows of a table that may be found where only words with some openings are, each without what cannot be."""
    rows = table(name) if not _openings_of(name).isdisjoint(held) else _of_anything(name)
    for row in rows:
        cue = row.cue(held)
        if cue is not None:
            yield cue, row.stance


@lru_cache(maxsize=16)  # one stretch is looked for in table after table
def begun_in(words: str) -> Begun:
    """Where words begin, by their openings."""
    found: dict[str, list[int]] = {}
    for m in _WORD.finditer(words):
        found.setdefault(opening(folded(m[0])), []).append(m.start())
    return found


def openings_in(words: str) -> frozenset[str]:
    """The openings that some words have."""
    return frozenset(opening(folded(word)) for word in _WORD.findall(words))


_WORD = re.compile(r"\w+")


@cache
def begins(name: str, key: str) -> frozenset[str]:
    """What one list of patterns may begin with, but for a mark."""
    return openings(f"{cue} " for cue in data()[name][key] if cue != r"\?")


# "If Norvia refuses, | Aldoria would …": who acts stands behind the condition.
IF_FIRST = re.compile(r"\W*(?:If|Should|Unless|Until|Once|When|After|Even if|As long as)\b[^,;.]{3,120},\s+")


def is_none(said: str, stance: Stance) -> bool:
    """Whether words only look like a stance; what a threat waits for is not asked."""
    asked = IF_FIRST.sub("", said, count=1) if stance == "threatens" else said
    return pattern("not_a_stance", "say").search(asked) is not None
