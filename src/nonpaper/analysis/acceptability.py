"""Acceptability of drafts, what blocks them, and the zone of agreement, as one answer."""

from __future__ import annotations

from nonpaper.analysis.acceptance import acceptance, ranks
from nonpaper.analysis.assume import Assume, assumed
from nonpaper.analysis.blocking import blocking
from nonpaper.analysis.table import blocks, table
from nonpaper.analysis.zone import zone
from nonpaper.analysis.zone_over_all import zone_over_all
from nonpaper.errors import ProblemError
from nonpaper.model.acceptance import Acceptability, Blocking, Zone
from nonpaper.model.finding import Finding
from nonpaper.model.problem import Problem

METHODS = {
    "share": "share of the weights consistent with what is known in which the draft is worth the reservation value or "
    "more; Monte Carlo, uniform on the simplex (on the part of it that keeps the order, where one is given)",
    "interval": "low: every unknown value and reservation value at its worst; high: at its best; 95 % by Wilson 1927",
    "ranks": "rank acceptability (SMAA; Lahdelma, Hokkanen and Salminen 1998); unknown values drawn evenly",
    "blocking": "one party without links: sums of losses, smallest sets first, exact; all jointly: minimal "
    "unsatisfiable subsets by a hitting set tree (Reiter 1987), each proved by a bound or a search",
    "zone": "largest smallest gain over all packages, exact",
    "zone over all": "where numbers are unknown: a package that holds at every extreme of the weights and the worst of "
    "values (surely), or at some numbers (possibly); ruled out by a party alone or at all extremes (surely not)",
}


def acceptability(
    problem: Problem, *, samples: int = 100_000, seed: int = 1, assume: Assume = Assume.nothing
) -> Acceptability:
    """For every draft of the problem: who would sign with what share of weights, and what stands in the way.

    Shares need no assumption; zone and blocking sets need numbers, and are left out where they are unknown.
    """
    found_zone, found_blocking, notes = _exactly(problem, assume)
    if not problem.drafts:
        what, remedy = "has no draft to judge", "add [[draft]] with its choices"
        notes = (*notes, Finding(code="no_draft", level="left_out", where=problem.file, what=what, remedy=remedy))
    return Acceptability(
        drafts=tuple(acceptance(problem, d, samples=samples, seed=seed) for d in problem.drafts),
        ranks=tuple(ranks(problem, samples=samples, seed=seed)) if len(problem.drafts) > 1 else (),
        blocking=found_blocking,
        zone=found_zone,
        zone_over_all=None if certain(problem) else zone_over_all(problem),
        method=METHODS,
        parameters={"samples": samples, "seed": seed, "assume": str(assume)},
        inputs={"file": problem.file, "sha256": problem.digest, "utility": problem.utility, "author": problem.author},
        left_out=notes,
    )


def certain(problem: Problem) -> bool:
    """Whether every weight, value and reservation value is known."""
    return all(
        p.weights is not None and p.reservation.known and all(v.known for row in p.values for v in row)
        for p in problem.parties
    )


def _exactly(
    problem: Problem, assume: Assume
) -> tuple[Zone | None, dict[str, tuple[Blocking, ...]], tuple[Finding, ...]]:
    try:
        known, notes = assumed(problem, assume)
    except ProblemError as error:
        what = f"how wide the zone of agreement is and what blocks are left out: {error}"
        return None, {}, (_note(problem, what, "left_out", "give numbers, or assume the centre"),)
    blocks(known)
    held = {d.name: blocking(known, d) for d in known.drafts}
    try:
        table(known)
    except ProblemError as error:
        return None, held, (*notes, _note(problem, str(error), "note", "loosen a red line or a link"))
    return zone(known), held, notes


def _note(problem: Problem, what: str, level: str, remedy: str) -> Finding:
    return Finding(
        code="no_zone", level="note" if level == "note" else "left_out", where=problem.file, what=what, remedy=remedy
    )
