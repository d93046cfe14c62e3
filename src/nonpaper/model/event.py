"""Events: what reports say comes next, or says became of what was to come."""

from __future__ import annotations

from typing import Literal

import msgspec

from nonpaper.model.span import Span

EventKind = Literal["deadline", "meeting", "vote"]
EventState = Literal["ahead", "moved", "withdrawn"]


class Event(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """A deadline, a meeting or a vote as one report states it.

    `when` is the words that date it, `date` the ISO day they come to, None where they name no single day or the
    report carries no date to count from.
    """

    kind: EventKind
    span: Span
    when: Span | None = None
    date: str | None = None
    state: EventState = "ahead"
    claim: int | None = None
