"""The fewest or cheapest changes that make a draft acceptable to all.

Three questions, one search: at known weights; at all weights consistent with an order of importance (or with nothing at
all), exactly, by the extremes of those weights; and at a share of sampled weights, each party's own or all at once.
Unknown values count at their worst, and red lines and links hold in every answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from math import ceil

import numpy as np

from nonpaper.analysis.acceptance import stream
from nonpaper.analysis.changes import Floats, Moves, Task, moves
from nonpaper.analysis.cheapest import Cheapest, cheapest
from nonpaper.analysis.table import Block, blocks
from nonpaper.analysis.weights import draw, extreme
from nonpaper.errors import ProblemError
from nonpaper.model.amendment import Amendment, Amendments, Change
from nonpaper.model.finding import Finding, Level
from nonpaper.model.problem import Preference, Problem, Proposal

ROUNDS = 60
"""Times that extremes not yet held are added before giving up."""


class For(StrEnum):
    """For which weights the amended draft must be acceptable."""

    known = "known"
    every = "every"
    jointly = "jointly"
    each = "each"


METHODS = {
    For.known: "known weights: branch and bound with Lagrangian bounds",
    For.every: "every weight consistent with what is known of their order: extremes of those weights, added as needed",
    For.jointly: "all parties at once in a share of sampled weights: branch and bound with bounds by scenario",
    For.each: "each party in a share of its own sampled weights: branch and bound with bounds by scenario",
}


def amendments(
    problem: Problem, draft: Proposal, weights: For, *, share: float = 0.9, samples: int = 1000, seed: int = 1
) -> Amendments:
    """The cheapest sets of changes, with the gap that is proved; ProblemError where no wording could ever do."""
    cut = blocks(problem, barred={pair for p in problem.parties for pair in p.red_lines})
    listed = moves(problem, cut, draft)
    if weights is For.every:
        found = _for_every(problem, draft, cut, listed)
    else:
        count = 1 if weights is For.known else samples
        rows = [_weights(p, len(problem.issues), weights, count, seed) for p in problem.parties]
        need = count if weights is For.known else ceil(share * count - 1e-9)
        found = cheapest(_task(problem, draft, cut, listed, rows, need, jointly=weights is not For.each))
    return _answer(problem, draft, cut, listed, found, weights, share, samples, seed)


def _weights(party: Preference, issues: int, weights: For, count: int, seed: int) -> Floats:
    if weights is For.known and party.weights is None:
        raise ProblemError(f"{party.name}: weights are not known; use --for every, jointly or each")
    return draw(party, issues, count, stream(seed, party.name))


def _task(
    problem: Problem,
    draft: Proposal,
    cut: Sequence[Block],
    listed: Moves,
    rows: Sequence[Floats],
    need: int,
    *,
    jointly: bool,
) -> Task:
    """Slacks and gains, scenario by scenario. Where every scenario must hold, each is as good as a party of its own."""
    slack, gain = [], []
    for party, weights in zip(problem.parties, rows, strict=True):
        value = [np.array([float(v.low) for v in row]) for row in party.values]
        mine = np.array([v[o] for v, o in zip(value, draft.choices, strict=True)])
        slack.append(weights @ mine - float(party.reservation.high))
        change = np.zeros((len(listed.block), len(mine)))
        for a, (b, c) in enumerate(zip(listed.block, listed.combination, strict=True)):
            for k, o in zip(cut[b].issues, cut[b].choices[c], strict=True):
                change[a, k] = value[k][o] - mine[k]
        gain.append(change @ weights.T)
    if all(len(s) == need for s in slack) or need == 0:
        flat, gains = np.concatenate(slack)[None, :], np.concatenate(gain, axis=1)[:, None, :]
        return Task(slack=flat, gain=gains, moves=listed, need=1, jointly=True)
    return Task(
        slack=np.array(slack).T, gain=np.array(gain).transpose(1, 2, 0), moves=listed, need=need, jointly=jointly
    )


def _for_every(problem: Problem, draft: Proposal, cut: Sequence[Block], listed: Moves) -> Cheapest:
    """Answers that hold at all extremes: those broken by an answer are added until none is. Finite and exact."""
    rows = [np.array([[float(w) for w in _worst(p, problem, draft.choices)]]) for p in problem.parties]
    for _ in range(ROUNDS):
        size = max(len(r) for r in rows)
        padded = [np.vstack([r, np.tile(r[-1:], (size - len(r), 1))]) for r in rows]
        found = cheapest(_task(problem, draft, cut, listed, padded, size, jointly=True))
        broken = False
        for chosen in found.sets:
            options = amended(draft, cut, listed, chosen)
            for at, party in enumerate(problem.parties):
                least, weights = extreme(party, [row[o].low for row, o in zip(party.values, options, strict=True)])
                if least < party.reservation.high:
                    rows[at] = np.unique(np.vstack([rows[at], [float(w) for w in weights]]), axis=0)
                    broken = True
        if not broken:
            return found
    raise ProblemError("the extremes of the weights are too many to settle; give weights, or use --for jointly")


def _worst(party: Preference, problem: Problem, choices: Sequence[int]) -> tuple[Fraction, ...]:
    del problem
    return extreme(party, [row[o].low for row, o in zip(party.values, choices, strict=True)])[1]


def amended(draft: Proposal, cut: Sequence[Block], listed: Moves, chosen: Sequence[int]) -> tuple[int, ...]:
    """The options of a draft after some moves."""
    options = list(draft.choices)
    for a in chosen:
        block, combination = cut[listed.block[a]], listed.combination[a]
        for k, o in zip(block.issues, block.choices[combination], strict=True):
            options[k] = int(o)
    return tuple(options)


def _answer(
    problem: Problem,
    draft: Proposal,
    cut: Sequence[Block],
    listed: Moves,
    found: Cheapest,
    weights: For,
    share: float,
    samples: int,
    seed: int,
) -> Amendments:
    sets = tuple(_amendment(problem, draft, amended(draft, cut, listed, chosen)) for chosen in found.sets)
    gap = None if found.cost is None else (found.cost - found.proved) / listed.unit
    sampled = weights in {For.jointly, For.each}
    return Amendments(
        draft=draft.name,
        sets=sets,
        cost=None if found.cost is None else found.cost / listed.unit,
        least_possible=found.proved / listed.unit,
        gap=gap,
        all_listed=found.whole,
        method={
            "search": METHODS[weights],
            "unknown values": "at their worst; unknown reservation values at their highest",
        },
        parameters={
            "for": str(weights),
            **({"share": share, "samples": samples, "seed": seed} if sampled else {}),
            "nodes": found.nodes,
        },
        inputs={"file": problem.file, "sha256": problem.digest, "utility": problem.utility, "author": problem.author},
        nearest=found.nearest if sampled else None,
        left_out=tuple(_left_out(problem, found, gap)),
    )


def _amendment(problem: Problem, draft: Proposal, options: Sequence[int]) -> Amendment:
    changes = tuple(
        Change(issue=i.name, before=i.options[a], after=i.options[b], cost=float(i.cost))
        for i, a, b in zip(problem.issues, draft.choices, options, strict=True)
        if a != b
    )
    return Amendment(
        changes=changes, package={i.name: i.options[o] for i, o in zip(problem.issues, options, strict=True)}
    )


def _left_out(problem: Problem, found: Cheapest, gap: float | None) -> list[Finding]:
    def note(code: str, level: Level, what: str, remedy: str) -> Finding:
        return Finding(code=code, level=level, where=problem.file, what=what, remedy=remedy)

    if gap:
        what = f"a set that is cheaper by up to {gap:g} may exist: the search was stopped"
        return [note("gap", "left_out", what, "the best found is shown")]
    if found.cost is None:
        what = "no set of changes is enough" if found.whole else "no set of changes was found"
        return [note("no_amendment", "note", what, "see `acceptability` for what blocks")]
    if not found.whole:
        what = "more sets of the same cost may exist than are listed"
        return [note("more_sets", "note", what, "those listed are optimal")]
    return []
