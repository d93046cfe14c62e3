"""The two parties to the talks of a report, and the words that stand for both: "both sides", "each army", "a truce"."""

from nonpaper.claims.sides.bound import bound_before, subject_together, subjects_together, together_before
from nonpaper.claims.sides.collective import both_of, collective_at, mutual
from nonpaper.claims.sides.of_outlet import outlets_state
from nonpaper.claims.sides.two import alone, home_state, movement, one_state, opposite, side_of, sides

__all__ = [
    "alone",
    "both_of",
    "bound_before",
    "collective_at",
    "home_state",
    "movement",
    "mutual",
    "one_state",
    "opposite",
    "outlets_state",
    "side_of",
    "sides",
    "subject_together",
    "subjects_together",
    "together_before",
]
