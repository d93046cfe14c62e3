"""Which unknown matters most for a draft, and where an answer turns."""

from __future__ import annotations

import msgspec

from nonpaper.model.finding import Finding

Interval = tuple[float, float]


class Swing(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One number moved from one end of its range to the other, all else as it was.

    `shares` are the joint shares of accepting weights (at worst, at best) at the lower and the upper end; `swing` is
    how far either moves. `margins` are the zone's margins there, None where numbers are missing; `changed` names the
    solutions whose package is not the same at both ends.
    """

    party: str
    kind: str
    issue: str | None
    ends: tuple[float, float]
    shares: tuple[Interval, Interval]
    swing: float
    margins: tuple[float, float] | None = None
    changed: tuple[str, ...] = ()
    unknown: bool = False


class Threshold(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """The value at which one number, moved alone, turns an answer: a party's on the draft, or whether a zone exists.

    `turns_at` is None where no value from 0 to 1 does.
    """

    party: str
    kind: str
    issue: str | None
    now: float
    turns_at: float | None
    answer: str


class Sensitivity(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """The tornado (widest swing first) and the thresholds for one draft."""

    draft: str
    share: Interval
    tornado: tuple[Swing, ...]
    thresholds: tuple[Threshold, ...]
    method: dict[str, str]
    parameters: dict[str, float | int | str]
    inputs: dict[str, str]
    left_out: tuple[Finding, ...] = ()
