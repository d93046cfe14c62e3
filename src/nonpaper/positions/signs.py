"""Which stances are a yes and which a no; most are neither."""

from __future__ import annotations

from collections.abc import Iterable

from nonpaper.model.codes import Stance
from nonpaper.model.draft import Stand

# A conditional yes is a yes with conditions. Demands, changes, reserve, criticism, threats and denials leave it open.
YES: frozenset[Stance] = frozenset(
    {
        "offers",
        "offers_if",
        "accepts",
        "accepts_in_principle",
        "accepts_if",
        "accepts_ad_referendum",
        "welcomes_process",
    }
)
NO: frozenset[Stance] = frozenset({"rejects", "red_line"})


def sign(stance: Stance) -> int:
    """1 for a yes, -1 for a no, 0 for neither."""
    return (stance in YES) - (stance in NO)


def contested(stands: Iterable[Stand]) -> bool:
    """Whether own words and others' disagree (one a yes, the other a no), or two named speakers of the party do."""
    listed = list(stands)
    own = [s for s in listed if s.own]
    others = [s for s in listed if not s.own]
    return any(_opposed(a, b) for a in own for b in others) or any(
        _opposed(a, b) and _two_speakers(a, b) for a in own for b in own
    )


def _opposed(a: Stand, b: Stand) -> bool:
    return sign(a.position.stance) * sign(b.position.stance) < 0


def _two_speakers(a: Stand, b: Stand) -> bool:
    """Two names; one person who changed his mind is no contest, and an unnamed voice may be the same person."""
    first, second = a.position.speaker, b.position.speaker
    return first is not None and second is not None and first != second
