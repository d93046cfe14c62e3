"""Where a text may hold terms at all: where a word of a text between parties stands, or of talks about one.

A quarter of the reader's time would go to looking for terms in passages that are about something else.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.claims.gazetteer.alternation import any_case_of

SHORT = 1_000
"""Characters below which a text says too little of what it is about; terms are looked for in all of it."""


class Grounds(msgspec.Struct, frozen=True, kw_only=True):
    """Where such words stand [k], in characters, ascending; `short` where the text is too short to go by them."""

    words: NDArray[np.int64]
    short: bool = False

    def within(self, start: int, end: int) -> bool:
        """Whether terms may stand in the characters from `start` to `end`. O(log k)."""
        return self.short or bool(np.searchsorted(self.words, start) < np.searchsorted(self.words, end))


def grounds_of(text: str) -> Grounds:
    """The grounds on which terms are looked for in a text; linear in it."""
    return Grounds(words=np.array([m.start() for m in _words().finditer(text)], np.int64), short=len(text) < SHORT)


@cache
def _words() -> re.Pattern[str]:
    listed = tomllib.loads(resources.files(__package__).joinpath("grounds.toml").read_text("utf-8"))["words"]
    stems, whole = [word[:-1] for word in listed if word[-1] == "*"], [word for word in listed if word[-1] != "*"]
    return re.compile(rf"(?<!\w)(?:{any_case_of(stems)}[\w-]*|{any_case_of(whole)})(?!\w)")
