"""Whether a zone of agreement exists where weights, values or reservation values are not known: over all there may be.

Surely: one package reaches every reservation value at its highest, with unknown values at their lowest, at every weight
consistent with what is known; extremes of the weights are added as packages break them (Kirkwood and Sarin 1985 for the
extremes of an order). Possibly: some package does at some such numbers, which are shown. Surely not: none does at any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import prod

import msgspec

from nonpaper.analysis.assume import centre
from nonpaper.analysis.frontier import thin
from nonpaper.analysis.table import blocks, table
from nonpaper.analysis.weights import extreme
from nonpaper.analysis.zone import Widest, widest
from nonpaper.errors import NoPackageError, ProblemError
from nonpaper.model.acceptance import ZoneOverAll
from nonpaper.model.problem import Preference, Problem, exactly

ROUNDS = 30
"""Times that extremes are added, or weights moved towards a package, before the answer is left open."""
MOST_EXTREMES = 300
"""Combinations of the parties' extremes tried, each by an exact search, to rule a zone out."""
Weights = tuple[Fraction, ...]


def zone_over_all(problem: Problem) -> ZoneOverAll:
    """`surely`, `possibly`, `surely not`, or `not settled`, with the package and weights that show it; exact."""
    try:
        blocks(problem, barred={pair for p in problem.parties for pair in p.red_lines})
    except NoPackageError:
        return ZoneOverAll(exists="surely not")
    except ProblemError:  # more linked options than can be listed
        return ZoneOverAll(exists="not settled")
    try:
        package = _sure(problem)
    except NoPackageError:  # links leave no package of the options that do at every weight
        package = None
    if package is not None:
        return ZoneOverAll(exists="surely", package=package)
    shown = _possible(problem)
    if shown is not None:
        return shown
    return ZoneOverAll(exists="surely not" if _ruled_out(problem) else "not settled")


def _package(problem: Problem, options: Sequence[int]) -> dict[str, str]:
    return {i.name: i.options[o] for i, o in zip(problem.issues, options, strict=True)}


def _widest(problem: Problem) -> Widest:
    return widest(thin(table(problem)))


def _sure(problem: Problem) -> dict[str, str] | None:
    """A package that all sign whatever the numbers; None where there is none, or none was found in `ROUNDS`."""
    strict = msgspec.structs.replace(problem, parties=tuple(_barring(p) for p in problem.parties))
    if any(not left for left in _left(strict)):
        return None
    held = [(p, p.weights or centre(p.order, len(problem.issues))) for p in strict.parties]
    for _ in range(ROUNDS):
        found = _widest(_at(strict, held, worst=True))
        if found.margin < 0:
            return None
        broken = []
        for party in strict.parties:
            least, weights = extreme(party, [row[o].low for row, o in zip(party.values, found.options, strict=True)])
            if least < party.reservation.high:
                broken.append((party, weights))
        if not broken:
            return _package(problem, found.options)
        held += broken
    return None


def _barring(party: Preference) -> Preference:
    """All the weight may lie on one issue of the first rank (on any, without an order), which must then do alone."""
    if party.weights is not None:
        return party
    first = party.order[0] if party.order else range(len(party.values))
    low = ((k, o) for k in first for o, v in enumerate(party.values[k]) if v.low < party.reservation.high)
    return msgspec.structs.replace(party, red_lines=tuple(sorted({*party.red_lines, *low})))


def _left(problem: Problem) -> list[int]:
    """How many options no red line bars, issue by issue."""
    barred = {pair for p in problem.parties for pair in p.red_lines}
    return [sum((k, o) not in barred for o in range(len(i.options))) for k, i in enumerate(problem.issues)]


def _possible(problem: Problem) -> ZoneOverAll | None:
    """A package that all sign at some numbers; the weights follow the package, and the package the weights."""
    weights = [p.weights or centre(p.order, len(problem.issues)) for p in problem.parties]
    for _ in range(ROUNDS):
        options = _widest(_at(problem, list(zip(problem.parties, weights, strict=True)), worst=False)).options
        most = [
            extreme(p, [row[o].high for row, o in zip(p.values, options, strict=True)], highest=True)
            for p in problem.parties
        ]
        moved = [w for _, w in most]
        if all(m >= p.reservation.low for (m, _), p in zip(most, problem.parties, strict=True)):
            return ZoneOverAll(exists="possibly", package=_package(problem, options), weights=_named(problem, moved))
        if moved == weights:
            return None
        weights = moved
    return None


def _named(problem: Problem, weights: Sequence[Weights]) -> dict[str, dict[str, float]]:
    return {
        p.name: {i.name: float(x) for i, x in zip(problem.issues, w, strict=True) if x}
        for p, w in zip(problem.parties, weights, strict=True)
    }


def _ruled_out(problem: Problem) -> bool:
    """Whether no package reaches every reservation value at any numbers: one party alone cannot, or no extremes do."""
    if any(_beyond_reach(p) for p in problem.parties):
        return True
    corners = [_corners(p, len(problem.issues)) for p in problem.parties]
    if prod(len(c) if c else MOST_EXTREMES + 1 for c in corners) > MOST_EXTREMES:
        return False
    every = (list(zip(problem.parties, weights, strict=True)) for weights in product(*corners))
    return all(found.margin + found.gap < 0 for found in (_widest(_at(problem, held, worst=False)) for held in every))


def _beyond_reach(party: Preference) -> bool:
    """Whether not even the best wording of every issue is worth the lowest reservation value."""
    best = [
        max((v.high for o, v in enumerate(row) if (k, o) not in party.red_lines), default=Fraction(0))
        for k, row in enumerate(party.values)
    ]
    return extreme(party, best, highest=True)[0] < party.reservation.low


def _corners(party: Preference, issues: int) -> tuple[Weights, ...]:
    """The extremes of the weights where they are few: known weights, or equal ones on each prefix of a full order."""
    if party.weights is not None:
        return (party.weights,)
    if party.order is None or any(len(group) > 1 for group in party.order):
        return ()
    ranked = [k for (k,) in party.order]
    return tuple(
        tuple(Fraction(1, n) if k in ranked[:n] else Fraction(0) for k in range(issues)) for n in range(1, issues + 1)
    )


def _at(problem: Problem, held: Sequence[tuple[Preference, Weights]], *, worst: bool) -> Problem:
    """The problem with numbers: one party for each pair of a party and its weights; unknowns at one end."""
    return msgspec.structs.replace(problem, parties=tuple(_sided(held, worst=worst)))


def _sided(held: Sequence[tuple[Preference, Weights]], *, worst: bool) -> Iterator[Preference]:
    for at, (party, weights) in enumerate(held):
        yield msgspec.structs.replace(
            party,
            name=f"{party.name} ({at})",
            weights=weights,
            order=None,
            reservation=exactly(party.reservation.high if worst else party.reservation.low),
            values=tuple(tuple(exactly(v.low if worst else v.high) for v in row) for row in party.values),
        )
