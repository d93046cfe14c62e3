"""Frontier and solutions of a problem, as one answer that says how it was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from nonpaper.analysis.alone import Solved, all_alone
from nonpaper.analysis.assume import Assume, assumed
from nonpaper.analysis.frontier import LIMIT, Frontier, frontier
from nonpaper.analysis.solutions import KEYS, exact_ideal, read_off
from nonpaper.analysis.table import Table, table
from nonpaper.errors import ProblemError
from nonpaper.model.answer import SOLUTIONS, Answer, Point
from nonpaper.model.finding import Finding
from nonpaper.model.problem import Problem, Proposal

FEW = 20_000
"""Partial sums up to which `solve` lists the frontier; beyond, each solution is solved alone."""
METHODS = {
    "frontier": "exact: dynamic programme over issues, dominance decided on rationals, reservation values as bounds",
    "nash": "largest product of gains over reservation values (Nash 1950)",
    "egalitarian": "largest smallest gain (Kalai 1977)",
    "kalai_smorodinsky": "largest smallest share of ideal gain, ideals over individually rational efficient packages "
    "(Kalai and Smorodinsky 1975, max-min variant for finite sets)",
    "leximin": "smallest gain first, then the next smallest, and so on",
    "utilitarian": "largest sum of utilities over individually rational packages",
}
OFF = "read off the frontier, exact"
ALONE = "solved alone: Lagrangian bound, every package within the gap tried, ties settled exactly"


def packages(problem: Problem, *, assume: Assume = Assume.nothing, limit: int = LIMIT, few: bool = False) -> Answer:
    """Frontier and solutions. With `few`, the frontier is listed only where it is small (see `FEW`).

    ProblemError where something needed is unknown and nothing may be assumed.
    """
    known, notes = assumed(problem, assume)
    at_most = min(limit, FEW) if few else limit
    try:
        numbers = table(known)
    except ProblemError as error:
        none = Finding(
            code="no_zone", level="left_out", where=problem.file, what=str(error), remedy="see `acceptability`"
        )
        return _answer(problem, numbers=None, notes=(*notes, none), assume=assume, limit=at_most)
    found = frontier(numbers, limit=at_most)
    if found.cut:
        return _solved(problem, numbers, found, notes, assume, at_most, listed=not few)
    rows = read_off(numbers, found)
    points = _points(problem, numbers, found)
    return _answer(
        problem,
        numbers=numbers,
        notes=(*notes, *_same(problem, found), *_none(problem, found, rows)),
        assume=assume,
        limit=at_most,
        points=points,
        solutions={name: tuple(points[i] for i in rows[name]) for name in KEYS},
        how=OFF,
        ideal=exact_ideal(numbers, found) if len(found.sums) else (),
        gaps=dict.fromkeys(KEYS, 0.0),
    )


def solution_as_draft(problem: Problem, name: str) -> Proposal:
    """The first package of a solution, as a draft to be judged; ProblemError where there is none."""
    points = packages(problem, few=True).solutions[name]
    if not points:
        raise ProblemError(f"{problem.file}: there is no {name} package; see `acceptability`")
    choices = tuple(i.options.index(points[0].package[i.name]) for i in problem.issues)
    return Proposal(name=name, choices=choices)


def draft_of(problem: Problem, name: str | None = None) -> Proposal:
    """The problem's draft of this name, its only one where none is given, or a solution so named ("nash").

    ProblemError where there is none, or several to choose from.
    """
    if name is not None and name in SOLUTIONS and name not in {d.name for d in problem.drafts}:
        return solution_as_draft(problem, name)
    named = [d for d in problem.drafts if name is None or d.name == name]
    if len(named) != 1:
        names = ", ".join(f'"{d.name}"' for d in problem.drafts) or "none"
        raise ProblemError(f"{problem.file}: name one draft; the problem has {names}")
    return named[0]


def _solved(
    problem: Problem,
    numbers: Table,
    found: Frontier,
    notes: Sequence[Finding],
    assume: Assume,
    limit: int,
    *,
    listed: bool,
) -> Answer:
    solved, ideal, thinned = all_alone(numbers)
    cut = Finding(
        code="truncated",
        level="left_out",
        where=problem.file,
        what=f"the frontier is larger than the limit of {limit:,} partial sums; {found.cut:,} were dropped on the way"
        + ("; some listed packages may not be efficient" if listed else ", so it is not listed"),
        remedy="raise --limit to list it whole; the solutions do not depend on it",
    )
    gaps = {name: s.gap for name, s in solved.items()}
    unproved = [
        Finding(
            code="gap",
            level="doubt",
            where=problem.file,
            what=f"{name}: a better package may exist, by at most {gap:.3g}",
            remedy="the package shown is the best found",
        )
        for name, gap in gaps.items()
        if gap > 1e-9
    ]
    return _answer(
        problem,
        numbers=numbers,
        notes=(*notes, cut, *unproved),
        assume=assume,
        limit=limit,
        points=_points(problem, numbers, found) if listed else (),
        solutions={name: _packages(problem, thinned, s) for name, s in solved.items()},
        how=ALONE,
        ideal=ideal,
        gaps=gaps,
        truncated=True,
    )


def _answer(
    problem: Problem,
    *,
    numbers: Table | None,
    notes: Sequence[Finding],
    assume: Assume,
    limit: int,
    points: tuple[Point, ...] = (),
    solutions: dict[str, tuple[Point, ...]] | None = None,
    how: str = OFF,
    ideal: Sequence[Fraction] = (),
    gaps: dict[str, float] | None = None,
    truncated: bool = False,
) -> Answer:
    barred = tuple(_barred(problem))
    return Answer(
        frontier=points,
        solutions=solutions or dict.fromkeys(KEYS, ()),
        method=METHODS | {"solutions": how},
        parameters={
            "assume": str(assume),
            "limit": limit,
            "packages": numbers.packages if numbers else 0,
            **{f"ideal gain of {p.name}": float(i) for p, i in zip(problem.parties, ideal, strict=False)},
        },
        inputs={"file": problem.file, "sha256": problem.digest, "utility": problem.utility, "author": problem.author},
        truncated=truncated,
        left_out=(*barred, *notes),
        gaps=gaps or {},
    )


def _points(problem: Problem, numbers: Table, found: Frontier) -> tuple[Point, ...]:
    return tuple(
        _point(problem, numbers, found.combinations[i].tolist(), found.utilities[i].tolist())
        for i in range(len(found.sums))
    )


def _point(problem: Problem, numbers: Table, combination: Sequence[int], utilities: Sequence[float]) -> Point:
    options = numbers.options(combination)
    return Point(
        package={issue.name: issue.options[options[k]] for k, issue in enumerate(problem.issues)},
        utilities=dict(zip(numbers.parties, utilities, strict=True)),
    )


def _packages(problem: Problem, numbers: Table, solved: Solved) -> tuple[Point, ...]:
    return tuple(
        _point(problem, numbers, c, [float(u) for u in numbers.total(c)]) for c in solved.combinations.tolist()
    )


def _barred(problem: Problem) -> list[Finding]:
    return [
        Finding(
            code="red_line",
            level="note",
            where=f"{problem.file}, line {party.line}" if party.line else problem.file,
            what=f'"{problem.issues[k].options[o]}" ({problem.issues[k].name}) is in no package: '
            f"{party.name} would not sign it",
            remedy="change the red line to see packages with it",
        )
        for party in problem.parties
        for k, o in party.red_lines
    ]


def _same(problem: Problem, found: Frontier) -> list[Finding]:
    if not found.same:
        return []
    what = f"{found.same:,.0f} packages with exactly the utilities of one that is listed"
    return [Finding(code="same_utilities", level="note", where=problem.file, what=what, remedy="one of each is listed")]


def _none(problem: Problem, found: Frontier, rows: Mapping[str, NDArray[np.int64]]) -> list[Finding]:
    if not len(found.sums):
        what = "no package reaches every reservation value; there is no zone of agreement"
        return [Finding(code="no_zone", level="note", where=problem.file, what=what, remedy="see `acceptability`")]
    if not len(rows["nash"]):
        what = "no package leaves every party with a gain, so the product of gains says nothing"
        return [Finding(code="no_nash", level="note", where=problem.file, what=what, remedy="see `egalitarian`")]
    return []
