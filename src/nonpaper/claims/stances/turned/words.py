"""A stance with the words around it, and which of these are taken back."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.stances.cues import any_of, begun_in, table
from nonpaper.claims.stances.objects import NO, YES
from nonpaper.model.codes import Stance
from nonpaper.model.position import Position

REACH = 600
"""Characters of a stance that are looked at: a hostile sentence of many stances costs its length."""


NEAR = 120
"""Characters before a stance in which words take it back."""


STEM = 5
"""Letters by which a word, or a thing, is known again: "apology", "apologise"."""


FIRM: frozenset[Stance] = YES | NO | {"demands", "amends", "threatens"}


DENIALS: frozenset[Stance] = frozenset({"denies_report", "denies_knowledge"})


class Words(NamedTuple):
    """A position with the words around it.

    `text` goes from a little before it in its clause to its end, `start` is where it begins in
    these, `cue` where the words begin that show the stance (their end where none is known).
    """

    page: Page
    position: Position
    text: str
    start: int
    cue: int

    @property
    def said(self) -> str:
        """The position's own words."""
        return self.text[self.start :]

    @property
    def origin(self) -> int:
        """Where `text` begins on the page."""
        return self.position.span.start - self.start


def words_of(page: Page, position: Position) -> Words:
    """A stance with what stands before it in its clause, at most NEAR, and its own words, at most REACH."""
    span = position.span
    sentence = sentence_at(page, span.start)
    begin = max(sentence.start if sentence is not None else span.start, span.start - NEAR)
    lead = page.text[begin : span.start]
    lead = _CLAUSES.split(lead)[-1]
    said = page.text[span.start : min(span.end, span.start + REACH)]
    return Words(page, position, lead + said, len(lead), len(lead) + cue_at(said, position.stance))


_CLAUSES = re.compile(r"[;:]\s|,?\s(?:but|while|whereas|although|though)\s", re.IGNORECASE)


def cue_at(said: str, stance: Stance) -> int:
    """Where words begin that show the stance; the length where none is known."""
    shown = (row for name in ("said", "does", "cue", "noun") for row in table(name) if row.stance == stance)
    found = (row.search(said, begun_in(said)) for row in shown)
    return min((m.start() for m in found if m is not None), default=len(said))


@cache
def turning(key: str) -> re.Pattern[str]:
    """The words of one list of `[turned]` in cues.toml."""
    return re.compile(rf"(?<!\w){any_of('turned', key)}(?!\w)", re.IGNORECASE)


@cache
def taken_back() -> re.Pattern[str]:
    """Words that take back what follows them at once, with auxiliaries and adverbs between."""
    between = any_of("turned", "between")
    return re.compile(rf"(?<!\w){any_of('turned', 'unsaid')}(?:\s+{between}){{0,5}}\s*$", re.IGNORECASE)


def is_taken_back(words: str, at: int) -> bool:
    """Whether what begins at `at` is taken back by words right before it: "would not | insist"."""
    return taken_back().search(words, max(0, at - NEAR), at) is not None


def plain(pattern: re.Pattern[str], words: str, start: int = 0) -> re.Match[str] | None:
    """The first match that nothing takes back."""
    return next((m for m in pattern.finditer(words, start) if not is_taken_back(words, m.start())), None)


APART = re.compile(r"[,;.]|\s(?:and|but|yet|instead)\s", re.IGNORECASE)


def stands_apart(words: Words, start: int, end: int) -> bool:
    """Whether the words show the stance without the clause in which `start` to `end` stand."""
    stop = APART.search(words.text, end)
    rest = words.text[words.start : max(start, words.start)] + " ; " + (words.text[stop.start() :] if stop else "")
    return cue_at(rest, words.position.stance) < len(rest)


def shows(words: str, stances: frozenset[Stance]) -> bool:
    """Whether words show one of some stances."""
    return any(cue_at(words, stance) < len(words) for stance in stances)
