"""Where a report may hold terms at all: where a word of a text between parties stands, or of talks about one.

Much of the reader's time would go to looking for terms in news about something else. A report on talks says so more
than once: where one clear word stands, it may still be about a trade deal, or about a plan for a road.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.claims.gazetteer.alternation import any_case_of
from nonpaper.text.openings import openings
from nonpaper.text.places import places

SHORT = 1_000
"""Characters below which a text says too little of what it is about; terms are looked for in all of it."""
ENOUGH = 4
"""Clear words that a text about talks holds at the least, or one for each SHORT characters where that is fewer."""


class Grounds(msgspec.Struct, frozen=True, kw_only=True):
    """Where such words stand [k], in characters, ascending; none where the text is about something else.

    `short` where it is too short to go by them.
    """

    words: NDArray[np.int64]
    short: bool = False

    def within(self, start: int, end: int) -> bool:
        """Whether terms may stand in the characters from `start` to `end`. O(log k)."""
        return self.short or bool(np.searchsorted(self.words, start) < np.searchsorted(self.words, end))


def grounds_of(text: str) -> Grounds:
    """The grounds on which terms are looked for in a text; linear in it."""
    found = list(_found(text))
    clear = sum(m.lastgroup == "clear" for m in found)
    about = clear >= min(ENOUGH, len(text) // SHORT)
    return Grounds(words=np.array([m.start() for m in found if about], np.int64), short=len(text) < SHORT)


def clear_words(text: str) -> list[int]:
    """Where words stand that no text but one between parties has often, in characters, ascending. Linear."""
    return [m.start() for m in _found(text) if m.lastgroup == "clear"]


def _found(text: str) -> Iterator[re.Match[str]]:
    pattern, begins = _words()
    return places(text).tried(pattern, begins)


@cache
def _words() -> tuple[re.Pattern[str], frozenset[str]]:
    """A pattern of all such words, and what they begin with."""
    listed = tomllib.loads(resources.files(__package__).joinpath("grounds.toml").read_text("utf-8"))
    begins = openings(f"{word} ".replace("* ", "") for word in (*listed["clear"], *listed["faint"]))
    clear, faint = (_one_of(listed[name]) for name in ("clear", "faint"))
    return re.compile(rf"(?<!\w)(?:(?P<clear>{clear})|(?P<faint>{faint}))(?!\w)"), begins


def _one_of(words: list[str]) -> str:
    stems, whole = [word[:-1] for word in words if word[-1] == "*"], [word for word in words if word[-1] != "*"]
    return rf"{any_case_of(stems)}[\w-]*|{any_case_of(whole)}"
