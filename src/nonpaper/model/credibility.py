"""Credibility of an account of a term, and reliability of its sources, on the Admiralty scale."""

from __future__ import annotations

from typing import Literal

import msgspec

Reliability = Literal["A", "B", "C", "D", "E", "F"]


class Credibility(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """2 to 6 by rule, 1 by a person alone; `why` is the rule in words.

    `reliability` gives the letter a person set for each origin, in the order of the origins; F where none was set.
    Credibility never depends on it.
    """

    term: str
    value: str | None
    grade: int
    why: str
    reliability: tuple[Reliability, ...] = ()
