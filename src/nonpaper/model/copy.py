"""Copies: two reports that share their words, or, across languages, their numbers and names."""

from __future__ import annotations

from typing import Literal

import msgspec

CopyKind = Literal["exact", "near", "excerpt", "passages", "spun", "translation", "judged"]
WHOLE: frozenset[CopyKind] = frozenset({"exact", "spun", "translation", "judged"})
"""Kinds in which all of a report is a copy; of the others only what stands in passages that both have."""


class Copy(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Two reports, `left` the lesser id, that do not stand apart. Which of them copies is not said here.

    `left_share` and `right_share` are the parts of each report's own words (0 to 1) that the other has in like runs;
    for `spun` the like order of all words, for `translation` the numbers that both have.
    """

    left: str
    right: str
    kind: CopyKind
    left_share: float
    right_share: float
