"""Findings: faults and doubts about the input, reported as data."""

from __future__ import annotations

from typing import Literal

import msgspec

from nonpaper.model.span import Span

Level = Literal["note", "doubt", "left_out"]


class Finding(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """A fault or doubt: what, where, what to do. `left_out` means that something was not read."""

    code: str
    level: Level
    where: str
    what: str
    remedy: str
    span: Span | None = None
