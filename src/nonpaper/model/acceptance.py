"""How sure it is that a party would sign, where its weights or values are not all known."""

from __future__ import annotations

from typing import Literal

import msgspec

from nonpaper.model.finding import Finding


class Share(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """A share of the weights consistent with what is known; between `low` and `high` where values are unknown too.

    `low` takes every unknown value and reservation value at its worst for signing, `high` at its best. Each has the
    standard error of its sample (0 where the share is exact) and both lie in `interval` with 95 % confidence.
    """

    low: float
    high: float
    low_error: float
    high_error: float
    interval: tuple[float, float]
    exact: bool = False


class PartyAcceptance(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One party and one draft. `least` and `most` are its utility over all consistent weights and values, exactly."""

    party: str
    share: Share
    least: float
    most: float
    reservation: tuple[float, float]
    crossed: tuple[str, ...] = ()


class DraftAcceptance(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One draft: each party alone, and all of them at once (weights drawn independently)."""

    draft: str
    parties: tuple[PartyAcceptance, ...]
    jointly: Share
    broken_links: tuple[str, ...] = ()


class Ranks(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Rank acceptability of one draft for one party (SMAA): `shares[r]` of the weights give it rank r + 1.

    `central` are the mean weights of those that rank it first (None where none do), `confidence` the share of draws of
    the unknown values in which it comes first at the central weights.
    """

    draft: str
    party: str
    shares: tuple[float, ...]
    errors: tuple[float, ...]
    central: dict[str, float] | None
    confidence: float | None


class Blocking(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Minimal sets of a draft's provisions that, left as they are, keep a party (or all jointly) from signing.

    `sets` is empty where nothing blocks; one empty set means that no wording of anything would do. `complete` is false
    where there may be more sets than are listed; all sets of at most `whole_to` provisions are listed.
    """

    party: str | None
    sets: tuple[tuple[str, ...], ...]
    complete: bool = True
    whole_to: int = 0


class Zone(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Whether any package reaches every reservation value, and by how much the best one clears or misses them.

    `margin` is the largest smallest gain: positive, how far all could lie above; negative, by how much every
    reservation value would have to fall. `alone[p]` is the gain that party `p` could have at most with every other
    reservation value reached, None where the others alone cannot be satisfied.
    """

    exists: bool
    margin: float
    gap: float
    package: dict[str, str]
    alone: dict[str, float | None]


class ZoneOverAll(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Whether a zone of agreement exists over all numbers consistent with what is known.

    `exists` is `surely` (`package` holds at all of them), `possibly` (`package` does at `weights`, and unknown values
    and reservation values at their best; no one package was found that holds at all), `surely not` (no package does at
    any), or `not settled`.
    """

    exists: Literal["surely", "possibly", "surely not", "not settled"]
    package: dict[str, str] | None = None
    weights: dict[str, dict[str, float]] | None = None


class Acceptability(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """What `nonpaper analysis acceptability` answers."""

    drafts: tuple[DraftAcceptance, ...]
    ranks: tuple[Ranks, ...]
    blocking: dict[str, tuple[Blocking, ...]]
    zone: Zone | None
    zone_over_all: ZoneOverAll | None
    method: dict[str, str]
    parameters: dict[str, float | int | str]
    inputs: dict[str, str]
    left_out: tuple[Finding, ...] = ()
