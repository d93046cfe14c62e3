"""Positions: what a party says or does about a term, a whole plan or the talks."""

from __future__ import annotations

import msgspec

from nonpaper.model.codes import Basis, Stance, Topic
from nonpaper.model.judgement import Reviewed
from nonpaper.model.provision import Condition
from nonpaper.model.span import Span


class Position(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One stance of one party as one report states it. Only basis `self` is the party's own word."""

    party: str
    speaker: str | None = None
    topic: Topic
    stance: Stance
    basis: Basis
    span: Span
    conditions: tuple[Condition, ...] = ()
    unsure: bool = False
    claim: int | None = None
    doubts: tuple[str, ...] = ()
    reviewed: Reviewed | None = None
