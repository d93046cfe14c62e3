"""How the answer on a draft moves as one number moves: a tornado, and the thresholds at which it turns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec
import numpy as np
from numpy.typing import NDArray

from nonpaper.analysis.acceptance import crossed, stream
from nonpaper.analysis.alone import all_alone
from nonpaper.analysis.assume import Assume, assumed
from nonpaper.analysis.frontier import frontier
from nonpaper.analysis.packages import FEW
from nonpaper.analysis.solutions import read_off
from nonpaper.analysis.table import Table, allowed, table
from nonpaper.analysis.thresholds import thresholds
from nonpaper.analysis.weights import draw
from nonpaper.errors import ProblemError
from nonpaper.model.finding import Finding
from nonpaper.model.problem import Preference, Problem, Proposal, Range, exactly
from nonpaper.model.sensitivity import Interval, Sensitivity, Swing

Mask = NDArray[np.bool_]
Floats = NDArray[np.float64]
Solutions = dict[str, set[tuple[tuple[int, int], ...]]]
STEP = Fraction(1, 10)
"""How far a number that is known is moved to either side; an unknown one is moved through its whole range."""
TENTH = 10
"""An unknown weight's ends are the draws in its lowest and highest tenth."""
METHODS = {
    "tornado": "one number at a time; an unknown one from end to end of its range, a known one 0.1 to either side "
    "(a weight's change is taken from the others in proportion); an unknown weight by the draws in its lowest and "
    "highest tenth; the same draws throughout",
    "thresholds": "exact, one number moved alone, the other weights scaled in proportion",
    "margins": "largest smallest gain over all packages with the reservation value moved, exact",
}


def sensitivity(
    problem: Problem, draft: Proposal, *, samples: int = 20_000, seed: int = 1, assume: Assume = Assume.nothing
) -> Sensitivity:
    """The tornado and the thresholds of one draft. O(samples × issues) a number moved.

    The tornado needs no assumption; thresholds are for numbers that are known, or assumed.
    """
    if assume is not Assume.nothing:
        problem_known, assumptions = assumed(problem, assume)
    else:
        problem_known, assumptions = problem, ()
    base = [_Party(problem, p, draft, samples, seed) for p in problem.parties]
    broken = bool(allowed(problem, draft.choices))
    joint = _Joint(base, broken=broken)
    swings = [s for at in range(len(base)) for s in _swings(problem, draft, joint, at)]
    swings += _reservations(problem, joint)
    found, notes = thresholds(problem_known, draft)
    return Sensitivity(
        draft=draft.name,
        share=joint.share(),
        tornado=tuple(sorted(swings, key=lambda s: (-s.swing, s.party, s.kind, s.issue or ""))),
        thresholds=found,
        method=METHODS,
        parameters={"samples": samples, "seed": seed, "step": float(STEP), "assume": str(assume)},
        inputs={"file": problem.file, "sha256": problem.digest, "utility": problem.utility, "author": problem.author},
        left_out=(*assumptions, *notes, *_broken(problem, draft, broken=broken)),
    )


def _broken(problem: Problem, draft: Proposal, *, broken: bool) -> list[Finding]:
    if not broken:
        return []
    what = f'draft "{draft.name}" breaks a link, so that no weight makes it acceptable'
    return [Finding(code="broken_link", level="note", where=problem.file, what=what, remedy="see `acceptability`")]


class _Party:
    """One party's draws, and whether it accepts in each, at the worst and the best of what is unknown."""

    def __init__(self, problem: Problem, party: Preference, draft: Proposal, samples: int, seed: int) -> None:
        self.party = party
        self.chosen = [row[o] for row, o in zip(party.values, draft.choices, strict=True)]
        self.crossed = bool(crossed(problem, party, draft))
        self.samples = samples
        known = party.weights is not None
        self.weights = draw(party, len(problem.issues), 1 if known else samples, stream(seed, party.name))
        self.accepts = self.at(self.weights, self.chosen, party.reservation)

    def at(self, weights: Floats, chosen: Sequence[Range], reservation: Range) -> Mask:
        """Two rows, worst and best, one column a draw."""
        worst = np.array([float(v.low - reservation.high) for v in chosen])
        best = np.array([float(v.high - reservation.low) for v in chosen])
        held = np.vstack([weights @ worst, weights @ best]) >= -1e-12
        held &= not self.crossed
        return np.broadcast_to(held, (2, self.samples))


class _Joint:
    """All parties' draws, so that one can be changed at a time."""

    def __init__(self, base: list[_Party], *, broken: bool) -> None:
        self.base, self.broken = base, broken

    def share(
        self, at: int | None = None, accepts: Mask | None = None, rows: NDArray[np.int64] | None = None
    ) -> Interval:
        """The joint share, with one party's answers put in place of its own, or over some draws only."""
        held = np.ones((2, self.base[0].samples), np.bool_)
        for place, party in enumerate(self.base):
            held = held & (accepts if place == at and accepts is not None else party.accepts)
        held = held if rows is None else held[:, rows]
        low, high = (0.0, 0.0) if self.broken else held.mean(axis=1).tolist()
        return low, high


def _swings(problem: Problem, draft: Proposal, joint: _Joint, at: int) -> Iterator[Swing]:
    """A party's values of the draft's options, and its weights."""
    side = joint.base[at]
    for k, issue in enumerate(problem.issues):
        now = side.chosen[k]
        ends = _ends(now)
        shares = [
            joint.share(
                at, side.at(side.weights, [*side.chosen[:k], exactly(e), *side.chosen[k + 1 :]], side.party.reservation)
            )
            for e in ends
        ]
        option = issue.options[draft.choices[k]]
        yield _swing(side.party.name, f'value of "{option}"', issue.name, ends, shares, unknown=not now.known)
        yield _weight(joint, at, k, issue.name)


def _weight(joint: _Joint, at: int, k: int, name: str) -> Swing:
    side = joint.base[at]
    if side.party.weights is not None:
        now = side.party.weights[k]
        ends = max(Fraction(0), now - STEP), min(Fraction(1), now + STEP)
        shares = [
            joint.share(at, side.at(_moved(side.weights, k, float(e)), side.chosen, side.party.reservation))
            for e in ends
        ]
        return _swing(side.party.name, "weight", name, ends, shares, unknown=False)
    order = np.argsort(side.weights[:, k], kind="stable")
    tenth = max(1, len(order) // TENTH)
    low, high = order[:tenth], order[-tenth:]
    means = Fraction(float(side.weights[low, k].mean())), Fraction(float(side.weights[high, k].mean()))
    return _swing(side.party.name, "weight", name, means, [joint.share(rows=low), joint.share(rows=high)], unknown=True)


def _moved(weights: Floats, k: int, value: float) -> Floats:
    """One weight set, the others scaled so that all sum to one."""
    rest = 1 - weights[:, k]
    even = np.full_like(weights, (1 - value) / max(1, weights.shape[1] - 1))
    scaled = np.where(rest[:, None] > 0, weights * ((1 - value) / np.where(rest > 0, rest, 1))[:, None], even)
    scaled[:, k] = value
    return np.asarray(scaled)


def _ends(value: Range) -> tuple[Fraction, Fraction]:
    if not value.known:
        return value.low, value.high
    return max(Fraction(0), value.low - STEP), min(Fraction(1), value.low + STEP)


def _swing(
    party: str,
    kind: str,
    issue: str | None,
    ends: tuple[Fraction, Fraction],
    shares: Sequence[Interval],
    *,
    unknown: bool,
) -> Swing:
    low, high = shares
    swing = max(abs(low[0] - high[0]), abs(low[1] - high[1]))
    return Swing(
        party=party,
        kind=kind,
        issue=issue,
        ends=(float(ends[0]), float(ends[1])),
        shares=(low, high),
        swing=swing,
        unknown=unknown,
    )


def _reservations(problem: Problem, joint: _Joint) -> Iterator[Swing]:
    """Reservation values; with numbers known, also the zone's margin and the solutions that change."""
    for at, side in enumerate(joint.base):
        ends = _ends(side.party.reservation)
        shares = [joint.share(at, side.at(side.weights, side.chosen, exactly(e))) for e in ends]
        swing = _swing(
            side.party.name, "reservation value", None, ends, shares, unknown=not side.party.reservation.known
        )
        moved = [_with_reservation(problem, at, e) for e in ends]
        try:
            (low, before), (high, after) = (_solved(p) for p in moved)
        except ProblemError:
            yield swing
            continue
        changed = tuple(name for name in before if before[name] != after[name])
        yield msgspec.structs.replace(swing, margins=(low, high), changed=changed)


def _with_reservation(problem: Problem, at: int, value: Fraction) -> Problem:
    parties = list(problem.parties)
    parties[at] = msgspec.structs.replace(parties[at], reservation=exactly(value))
    return msgspec.structs.replace(problem, parties=tuple(parties))


def _solved(problem: Problem) -> tuple[float, Solutions]:
    """The zone's margin, and each solution's packages: read off the frontier where it is small, else solved alone."""
    numbers = table(problem)
    found = frontier(numbers, limit=FEW)
    if found.cut or not len(found.sums):
        solved, _, thinned = all_alone(numbers)
        margin = solved["egalitarian"].value
        return margin, {name: _options(thinned, s.combinations) for name, s in solved.items()}
    rows = read_off(numbers, found)
    gains = found.utilities - numbers.floor
    return float(gains.min(axis=1).max()), {name: _options(numbers, found.combinations[r]) for name, r in rows.items()}


def _options(numbers: Table, combinations: NDArray[np.int32]) -> set[tuple[tuple[int, int], ...]]:
    return {tuple(sorted(numbers.options(c).items())) for c in combinations.tolist()}
