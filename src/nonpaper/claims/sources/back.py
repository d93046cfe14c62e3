"""Which words of a source only point back to somebody named before, and to how many."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from nonpaper.claims.cues import table
from nonpaper.claims.page import Page
from nonpaper.claims.sources.describe import head_noun
from nonpaper.claims.sources.kinds import CALLED
from nonpaper.claims.sources.pieces import lower
from nonpaper.model.span import Pieces

Number = Literal["singular", "plural", "neuter", "part"]


@cache
def _back() -> dict[str, Number]:
    rows = table("nouns")["back"]
    numbers: tuple[Number, ...] = ("plural", "neuter", "singular")
    return {word: number for number in numbers for word in rows[number]}


def points_back(page: Page, pieces: Pieces) -> Number | None:
    """The number of a source that only points back; None for a source that stands for itself."""
    words = lower(page, pieces).strip(" .,;:")
    return _back().get(words) or _partitive(words)


# "one of them", "two of the officials", "the third official": part of those named before.
_PART = re.compile(
    r"(?:one|two|three|four|another|both|some|several|most|neither|a (?:second|third|fourth)|the (?:first|second|third|fourth|last)) of (?:them|the (?:\w+ ){0,2}?(?P<noun>\w+))(?:, an? [\w ]+)?"
)
_ORDINAL = re.compile(r"(?:the|an?) (?:same|first|second|third|fourth|other|last|latter|former)(?: (?P<noun>[\w ]+))?")
DEFINITE = re.compile(r"the (?P<noun>\w+)")


def _partitive(words: str) -> Number | None:
    relative = re.split(r",? (?:who|whom|whose)\b", words)[0].strip(" ,")
    part = _PART.fullmatch(relative)
    if part is not None:
        return "part" if part["noun"] is None or _personal(part["noun"]) else None
    again = _ORDINAL.fullmatch(relative) or DEFINITE.fullmatch(relative)
    if again is None:
        return None
    if again["noun"] is None:
        return "part"
    if not _personal(again["noun"]):
        return None
    return "plural" if again["noun"].endswith("s") else "part" if relative.split()[1] in _ORDER else "singular"


_ORDER = frozenset({"first", "second", "third", "fourth", "last", "other"})


def _personal(noun: str) -> bool:
    found = head_noun(noun)
    return found is not None and found[0] in CALLED
