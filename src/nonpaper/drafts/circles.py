"""Outlets that credit each other in a ring, of two or more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from nonpaper.drafts.origins import canonical
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading


def circles(readings: Sequence[Reading]) -> tuple[tuple[str, ...], ...]:
    """Rings of outlets in which each credits, directly or through others, all the rest. O(outlets times credits)."""
    names: dict[str, str] = {}
    credit: defaultdict[str, set[str]] = defaultdict(set)
    for reading in readings:
        outlet = _fold(reading.report.outlet or "", names)
        credit[outlet] |= {_fold(o, names) for o in reading.origins} - {outlet, ""}
    credit.pop("", None)
    reach = {outlet: _reached(outlet, credit) for outlet in credit}
    rings = {
        frozenset(o for o in found if outlet in reach.get(o, set()))
        for outlet, found in reach.items()
        if outlet in found
    }
    return tuple(sorted(tuple(sorted((names[o] for o in ring), key=str.casefold)) for ring in rings))


def _fold(name: str, names: dict[str, str]) -> str:
    told = canonical(name)
    names[told.casefold()] = min(told, names.get(told.casefold(), told))
    return told.casefold()


def _reached(start: str, credit: Mapping[str, set[str]]) -> set[str]:
    """All that is credited from here on; with the start itself where a ring leads back to it."""
    seen: set[str] = set()
    left = list(credit.get(start, ()))
    while left:
        at = left.pop()
        if at not in seen:
            seen.add(at)
            left += credit.get(at, ())
    return seen


def circular(rings: Sequence[tuple[str, ...]]) -> tuple[Finding, ...]:
    """A finding for each ring."""
    return tuple(
        Finding(
            code="circular_crediting",
            level="doubt",
            where=", ".join(ring),
            what="these outlets credit each other, so that where their account began is not known",
            remedy="look for the report that came first; where all statements of a term go round, none counts",
        )
        for ring in rings
    )
