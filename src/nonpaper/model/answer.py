"""What bargaining analysis answers: points, solutions, and how each was found."""

from __future__ import annotations

import msgspec

from nonpaper.model.finding import Finding

SOLUTIONS = ("nash", "egalitarian", "kalai_smorodinsky", "leximin", "utilitarian")


class Point(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One package (an option for each issue) and what it is worth to each party."""

    package: dict[str, str]
    utilities: dict[str, float]


class Answer(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """The frontier and the solutions, with method, parameters and inputs.

    `frontier` holds individually rational, efficient packages, one for each distinct vector of utilities. `truncated`
    is true where it may be incomplete. `gaps` are the proved distances of solutions from the best there can be.
    """

    frontier: tuple[Point, ...]
    solutions: dict[str, tuple[Point, ...]]
    method: dict[str, str]
    parameters: dict[str, float | int | str]
    inputs: dict[str, str]
    truncated: bool = False
    left_out: tuple[Finding, ...] = ()
    gaps: dict[str, float] = {}
