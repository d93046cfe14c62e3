"""The values at which a party's answer on a draft turns, or the zone of agreement closes; exact."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from nonpaper.analysis.acceptance import crossed
from nonpaper.analysis.zone import zone
from nonpaper.errors import ProblemError
from nonpaper.model.finding import Finding
from nonpaper.model.problem import Preference, Problem, Proposal
from nonpaper.model.sensitivity import Threshold


def thresholds(problem: Problem, draft: Proposal) -> tuple[tuple[Threshold, ...], tuple[Finding, ...]]:
    """Thresholds for every party whose numbers are known; a note on each for which they are not."""
    found: list[Threshold] = []
    notes: list[Finding] = []
    for party in problem.parties:
        chosen = [row[o] for row, o in zip(party.values, draft.choices, strict=True)]
        if party.weights is None or not all(v.known for v in chosen) or not party.reservation.known:
            what = f'thresholds of "{party.name}": its numbers are not all known'
            notes.append(_note(problem, what, "see the tornado, which does not need them"))
        elif crossed(problem, party, draft):
            what = f'thresholds of "{party.name}": the draft crosses its red line, which no number outweighs'
            notes.append(_note(problem, what, "see `acceptability`"))
        else:
            found += _of(problem, party, [v.low for v in chosen])
    try:
        alone = zone(problem).alone
        found += [_closing(p, alone[p.name]) for p in problem.parties]
    except ProblemError as error:
        notes.append(_note(problem, f"thresholds of the zone of agreement: {error}", "give numbers"))
    return tuple(found), tuple(notes)


def _note(problem: Problem, what: str, remedy: str) -> Finding:
    return Finding(code="no_threshold", level="note", where=problem.file, what=what, remedy=remedy)


def _of(problem: Problem, party: Preference, values: list[Fraction]) -> Iterator[Threshold]:
    weights, reserve = party.weights or (), party.reservation.low
    worth = sum((w * v for w, v in zip(weights, values, strict=True)), Fraction(0))
    answer = f"{party.name} {'accepts' if worth >= reserve else 'does not accept'} the draft"
    yield _threshold(party, "reservation value", None, reserve, worth, answer)
    for issue, weight, value in zip(problem.issues, weights, values, strict=True):
        turning = value + (reserve - worth) / weight if weight else None
        yield _threshold(party, "value", issue.name, value, turning, answer)
        others = (worth - weight * value) / (1 - weight) if weight < 1 else None
        crossing = (reserve - others) / (value - others) if others is not None and value != others else None
        yield _threshold(party, "weight", issue.name, weight, crossing, answer)


def _closing(party: Preference, room: float | None) -> Threshold:
    now = float(party.reservation.low)
    turns = None if room is None else now + room
    exists = room is not None and room >= 0
    answer = "a zone of agreement exists" if exists else "no zone of agreement exists"
    inside = turns is not None and 0 <= turns <= 1
    return Threshold(
        party=party.name,
        kind="reservation value",
        issue=None,
        now=now,
        turns_at=turns if inside else None,
        answer=answer,
    )


def _threshold(
    party: Preference, kind: str, issue: str | None, now: Fraction, turns: Fraction | None, answer: str
) -> Threshold:
    inside = turns is not None and 0 <= turns <= 1
    return Threshold(
        party=party.name,
        kind=kind,
        issue=issue,
        now=float(now),
        turns_at=float(turns) if inside and turns is not None else None,
        answer=answer,
    )
