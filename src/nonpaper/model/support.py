"""Support: the separate origins that a term rests on, each with the way from it to the reports."""

from __future__ import annotations

from typing import Literal

import msgspec

Tie = Literal["own", "credit", "copy", "either", "circular", "unknown"]
"""How a report comes by a statement.

`own` reporting; a `credit` in its words; a `copy` of another report; `either` of two copies another; two that credit
each other in a `circular` way; or `unknown`.
"""


class Path(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """From an origin through its carriers, nearest to the origin first, to one statement of a report.

    `origin` is None where it is unknown; `index` is the statement's place in the reading's provisions.
    """

    report: str
    index: int
    origin: str | None
    through: tuple[str, ...] = ()
    tie: Tie = "own"


class Origin(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One separate origin. Several `names` mean that one of them has it from another, and which is not known."""

    name: str
    names: tuple[str, ...]
    paths: tuple[Path, ...] = ()


class Support(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """What one term rests on. Denials take no part; a common leaker behind separate origins is never excluded.

    `unknown` are the statements whose origin is not known; they are never counted as an origin.
    """

    term: str
    origins: tuple[Origin, ...] = ()
    unknown: tuple[Path, ...] = ()
