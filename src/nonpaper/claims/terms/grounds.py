"""Where a text may hold terms at all: where a party is named and a word of a text, or of talks about one, stands.

A third of the reader's time would go to looking for terms in passages that are about something else.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.claims.page import Page

Places = NDArray[np.int64]


class Grounds(msgspec.Struct, frozen=True, kw_only=True):
    """Where parties are named [k] and where such words stand [m], in characters, ascending."""

    parties: Places
    words: Places

    def within(self, start: int, end: int) -> bool:
        """Whether both are found in the characters from `start` to `end`. O(log k + log m)."""
        return all(
            np.searchsorted(places, start) < np.searchsorted(places, end) for places in (self.parties, self.words)
        )


def grounds_of(page: Page) -> Grounds:
    """The grounds on which terms are looked for in a page. Linear in its text."""
    parties = [m.span.start for m in page.mentions if m.party is not None]
    words = [m.start() for m in _words().finditer(page.text)]
    return Grounds(parties=np.array(parties, np.int64), words=np.array(words, np.int64))


@cache
def _words() -> re.Pattern[str]:
    listed = tomllib.loads(resources.files(__package__).joinpath("grounds.toml").read_text("utf-8"))["words"]
    body = "|".join(re.escape(word).replace(r"\*", r"[\w-]*") for word in listed)
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)", re.IGNORECASE)
