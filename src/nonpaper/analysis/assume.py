"""What is assumed where an analyst has left something unknown: nothing, or the centre of what is possible, printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from fractions import Fraction

import msgspec

from nonpaper.errors import ProblemError
from nonpaper.model.finding import Finding
from nonpaper.model.problem import Preference, Problem, Range, exactly


class Assume(StrEnum):
    """What stands in for unknowns in methods that need a number."""

    nothing = "nothing"
    centre = "centre"


def assumed(problem: Problem, how: Assume) -> tuple[Problem, tuple[Finding, ...]]:
    """The problem with a number for every unknown, and a note on each; ProblemError where nothing may be assumed."""
    notes = tuple(note for party in problem.parties for note in _unknowns(problem, party))
    if notes and how is Assume.nothing:
        listed = "; ".join(f"{n.where}: {n.what}" for n in notes[:6])
        raise ProblemError(
            f"{problem.file or 'the problem'}: this needs a number for every unknown ({listed}); give them, use "
            "`acceptability`, which does not need them, or pass --assume centre, which is then printed"
        )
    parties = tuple(_centred(party, len(problem.issues)) for party in problem.parties)
    return msgspec.structs.replace(problem, parties=parties), notes


def _unknowns(problem: Problem, party: Preference) -> Iterator[Finding]:
    where = f"{problem.file}, line {party.line}" if party.line else problem.file
    if party.weights is None:
        what = "no weights" if party.order is None else "only an order of importance"
        yield _note(
            where,
            f'"{party.name}" has {what}',
            "assumed: equal weights" if party.order is None else "assumed: the order's mean weights",
        )
    values = [problem.issues[k].name for k, row in enumerate(party.values) if not all(v.known for v in row)]
    if values:
        names = ", ".join(f'"{n}"' for n in values)
        yield _note(
            where, f'"{party.name}" has values that are not known for {names}', "assumed: the middle of the range"
        )
    if not party.reservation.known:
        yield _note(where, f'the reservation value of "{party.name}" is not known', "assumed: the middle of the range")


def _note(where: str, what: str, remedy: str) -> Finding:
    return Finding(code="assumed", level="doubt", where=where, what=what, remedy=remedy)


def _centred(party: Preference, issues: int) -> Preference:
    return msgspec.structs.replace(
        party,
        reservation=_middle(party.reservation),
        weights=party.weights or centre(party.order, issues),
        values=tuple(tuple(_middle(v) for v in row) for row in party.values),
    )


def _middle(value: Range) -> Range:
    return exactly((value.low + value.high) / 2)


def centre(order: Sequence[Sequence[int]] | None, issues: int) -> tuple[Fraction, ...]:
    """The mean of all weights consistent with an order: equal without one, else the rank order centroid (Barron 1992).

    >>> [str(w) for w in centre(((1,), (0, 2)), 3)]
    ['7/36', '11/18', '7/36']
    """
    weights = [Fraction(1, issues)] * issues
    at = 0
    for group in order or ():
        ranks = range(at, at + len(group))
        share = sum((Fraction(1, k + 1) for r in ranks for k in range(r, issues)), Fraction(0))
        for issue in group:
            weights[issue] = share / issues / len(group)
        at += len(group)
    return tuple(weights)
