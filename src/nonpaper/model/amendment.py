"""Changes to a draft that would make it acceptable to all."""

from __future__ import annotations

import msgspec

from nonpaper.model.finding import Finding


class Change(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One provision, its wording before and after, and what the change counts for."""

    issue: str
    before: str
    after: str
    cost: float


class Amendment(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One set of changes that is enough, and the draft after them."""

    changes: tuple[Change, ...]
    package: dict[str, str]


class Amendments(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """The cheapest sets of changes. `least_possible` is a proved lower bound on what any set costs.

    `gap` is cost less bound: 0 where the sets are optimal, None where there are none. `all_listed` says that no other
    set costs as little. `nearest` is the largest share of sampled weights found for a cheaper set, which is no proof
    that none has more; None where weights are not sampled or nothing cheaper was tried.
    """

    draft: str
    sets: tuple[Amendment, ...]
    cost: float | None
    least_possible: float
    gap: float | None
    all_listed: bool
    method: dict[str, str]
    parameters: dict[str, float | int | str]
    inputs: dict[str, str]
    nearest: float | None = None
    left_out: tuple[Finding, ...] = ()
