"""Amendments against trying all packages."""

from __future__ import annotations

from fractions import Fraction
from math import ceil

import msgspec
import numpy as np
import pytest

from nonpaper.analysis.acceptance import stream
from nonpaper.analysis.amend import For, amendments
from nonpaper.analysis.weights import draw, extreme
from nonpaper.errors import ProblemError
from nonpaper.model.amendment import Amendments
from nonpaper.model.problem import Issue, Preference, Problem, Proposal, exactly
from nonpaper.present.amended import amendments_table, sentence
from tests.unit.analysis import cases

SAMPLES = 40


def _varied(seed: int, weights: For) -> Problem:
    """A random problem with costs, and weights as unknown as the question has them."""
    problem = cases.random_problem(seed)
    issues = tuple(
        msgspec.structs.replace(i, cost=Fraction(1 + (k + seed) % 3, 2)) for k, i in enumerate(problem.issues)
    )
    parties = problem.parties
    if weights is not For.known:
        order = tuple((k,) for k in range(len(issues))) if seed % 2 else None
        parties = tuple(msgspec.structs.replace(p, weights=None, order=order) for p in parties)
    return msgspec.structs.replace(problem, issues=issues if seed % 3 else problem.issues, parties=parties)


@pytest.mark.parametrize("weights", list(For))
def test_the_cheapest_sets_are_those_that_trying_all_finds(weights: For) -> None:
    for seed in range(60):
        problem = _varied(seed, weights)
        try:
            found = amendments(problem, problem.drafts[0], weights, share=0.8, samples=SAMPLES, seed=seed)
        except ProblemError:
            assert cases.packages(problem) == []
            continue
        _check(problem, found, _slow(problem, weights, seed), seed)


def _slow(problem: Problem, weights: For, seed: int) -> dict[tuple[int, ...], Fraction]:
    """Every package that is enough, with its cost."""
    drawn = [draw(p, len(problem.issues), SAMPLES, stream(seed, p.name)) for p in problem.parties]
    enough = {}
    for choices in cases.packages(problem):
        if _enough(problem, choices, weights, drawn):
            changed = [
                i.cost for i, a, b in zip(problem.issues, problem.drafts[0].choices, choices, strict=True) if a != b
            ]
            enough[choices] = sum(changed, Fraction(0))
    return enough


def _enough(problem: Problem, choices: tuple[int, ...], weights: For, drawn: list[np.ndarray]) -> bool:
    chosen = [[row[o].low for row, o in zip(p.values, choices, strict=True)] for p in problem.parties]
    if weights in (For.known, For.every):
        return all(extreme(p, v)[0] >= p.reservation.high for p, v in zip(problem.parties, chosen, strict=True))
    values = [np.array([float(x) for x in v]) for v in chosen]
    floors = [float(p.reservation.high) for p in problem.parties]
    held = np.array([w @ v - r >= -1e-12 for w, v, r in zip(drawn, values, floors, strict=True)])
    need = ceil(0.8 * SAMPLES - 1e-9)
    return bool(held.all(axis=0).sum() >= need) if weights is For.jointly else bool((held.sum(axis=1) >= need).all())


def _check(problem: Problem, found: Amendments, slow: dict[tuple[int, ...], Fraction], seed: int) -> None:
    if not slow:
        assert found.sets == (), seed
        assert found.all_listed
        return
    cheapest = min(slow.values())
    assert found.cost == float(cheapest), seed
    assert found.gap == 0
    best = {c for c, cost in slow.items() if cost == cheapest}
    listed = {tuple(i.options.index(s.package[i.name]) for i in problem.issues) for s in found.sets}
    assert listed <= best, seed
    assert listed == best or not found.all_listed or len(best) > 20, seed


def _hard(seed: int) -> Problem:
    """A draft that needs many changes: reservation values near the middle of the range, weights unknown."""
    rng = np.random.default_rng(seed)
    worth = [[[Fraction(int(v), 100) for v in row] for row in party] for party in rng.integers(0, 101, (3, 5, 3))]
    parties = tuple(
        Preference(
            name=f"party {j}",
            reservation=exactly(Fraction(45 + seed % 6, 100)),
            values=tuple(tuple(exactly(v) for v in row) for row in values),
        )
        for j, values in enumerate(worth)
    )
    issues = tuple(Issue(name=f"issue {k}", options=("a", "b", "c")) for k in range(5))
    draft = Proposal(name="draft", choices=tuple(int(o) for o in rng.integers(0, 3, 5)))
    return Problem(title="hard", author="test", issues=issues, parties=parties, drafts=(draft,))


@pytest.mark.parametrize("weights", [For.jointly, For.each])
def test_hard_drafts_get_the_answer_that_trying_all_finds(weights: For) -> None:
    costs = []
    for seed in range(8):
        problem = _hard(seed)
        found = amendments(problem, problem.drafts[0], weights, share=0.8, samples=SAMPLES, seed=seed)
        slow = _slow(problem, weights, seed)
        _check(problem, found, slow, seed)
        costs.append(found.cost)
        drawn = [draw(p, 5, SAMPLES, stream(seed, p.name)) for p in problem.parties]
        assert found.nearest is None or found.nearest < 0.8
        assert found.nearest is None or found.nearest <= _best_below(problem, found.cost, weights, drawn) + 1e-9
    assert max(c for c in costs if c is not None) >= 3


def _best_below(problem: Problem, cost: float | None, weights: For, drawn: list[np.ndarray]) -> float:
    """The largest share of any package that costs less."""
    best = 0.0
    for choices in cases.packages(problem):
        if cost is None or sum(a != b for a, b in zip(choices, problem.drafts[0].choices, strict=True)) < cost:
            chosen = [
                np.array([float(r[o].low) for r, o in zip(p.values, choices, strict=True)]) for p in problem.parties
            ]
            floors = [float(p.reservation.high) for p in problem.parties]
            held = np.array([w @ v - r >= -1e-12 for w, v, r in zip(drawn, chosen, floors, strict=True)])
            best = max(best, float(held.all(axis=0).mean() if weights is For.jointly else held.mean(axis=1).min()))
    return best


def test_a_search_that_is_stopped_says_how_near_a_cheaper_set_came() -> None:
    answer = Amendments(
        draft="d",
        sets=(),
        cost=None,
        least_possible=3,
        gap=None,
        all_listed=False,
        method={},
        parameters={"for": "jointly", "share": 0.9},
        inputs={},
        nearest=0.756,
    )
    assert sentence(answer).endswith(
        "in at least 90 % of the weights sampled; the best that was found is enough in 75.6 %."
    )


def test_an_answer_reads_as_a_sentence_and_a_redline() -> None:
    problem = cases.random_problem(3)
    for seed in range(40):
        problem = cases.random_problem(seed, links=False)
        try:
            found = amendments(problem, problem.drafts[0], For.known)
        except ProblemError:
            continue
        if found.sets and len(found.sets[0].changes) == 1:
            break
    text = amendments_table(found)
    change = found.sets[0].changes[0]
    assert text.startswith(
        'One change would make "draft" acceptable to all at the weights given or assumed: no cheaper set is enough'
    )
    assert f"[-{change.before}-] {{+{change.after}+}}" in text


def test_a_search_that_stops_proves_a_bound() -> None:
    from nonpaper.analysis.changes import Moves, Task
    from nonpaper.analysis.cheapest import cheapest

    rng = np.random.default_rng(1)
    moves = Moves(
        block=np.arange(12),
        combination=np.ones(12, np.int64),
        cost=np.ones(12, np.int64),
        unit=1,
        must=np.zeros(12, bool),
    )
    task = Task(
        slack=np.full((50, 3), -0.2), gain=rng.normal(0.05, 0.1, (12, 50, 3)), moves=moves, need=45, jointly=True
    )
    whole, short = cheapest(task), cheapest(task, most_nodes=3)
    assert whole.cost is None or short.proved <= whole.proved
    assert short.cost is None or short.cost >= short.proved
