"""The cue data of stances, compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
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


class Row:
    """The cues of a stance: as one pattern, made at first need, what the plain ones begin with, and the others as one."""

    def __init__(self, stance: Stance, say: Sequence[str]) -> None:
        self.stance, self._say = stance, [spelled(cue) for cue in say]
        self._other = [cue for cue in self._say if openings([cue]) == ANY]
        self._begins = openings(cue for cue in self._say if cue not in self._other)

    def cue(self, held: frozenset[str]) -> Pattern | None:
        """The pattern for words that have some openings; None where it cannot be found."""
        return self._others if self._begins.isdisjoint(held) else self._whole

    @cached_property
    def _whole(self) -> Pattern:
        return _whole_words(self._say)

    @cached_property
    def _others(self) -> Pattern | None:
        return _whole_words(self._other) if self._other else None


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
    for cue, stance in rows_for(name, openings_in(words)):
        found = cue.search(words)
        if found:
            return stance, found
    return None


def rows_for(name: str, held: frozenset[str]) -> Iterator[tuple[Pattern, Stance]]:
    """The rows of a table that may be found where only words with some openings are, each without what cannot be."""
    for row in table(name):
        cue = row.cue(held)
        if cue is not None:
            yield cue, row.stance


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
