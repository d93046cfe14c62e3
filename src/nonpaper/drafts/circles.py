"""Outlets that credit each other in a ring, of two or more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nonpaper.drafts.origins import folded, others_credited
from nonpaper.drafts.rings import rings
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.remembered import each


def circles(readings: Sequence[Reading]) -> tuple[tuple[str, ...], ...]:
    """Rings of outlets in which each credits, directly or through others, all the rest. O(outlets times credits)."""
    names: dict[str, str] = {}
    credit: defaultdict[str, set[str]] = defaultdict(set)
    for said, origins in set(each("credits", readings, _credits)):
        outlet = folded(said, names)
        credit[outlet] |= {folded(o, names) for o in origins} - {outlet, ""}
    credit.pop("", None)
    return tuple(sorted(tuple(sorted((names[o] for o in ring), key=str.casefold)) for ring in rings(credit)))


def _credits(reading: Reading) -> tuple[str, tuple[str, ...]]:
    """The outlet of a report, and what else it credits."""
    return reading.report.outlet or "", others_credited(reading)


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
