"""The frontier and its solutions against the definitions, on domains from the literature and on random problems."""

from __future__ import annotations

import json
import os
from fractions import Fraction
from math import prod
from pathlib import Path

import msgspec
import numpy as np
import pytest

from eval.data import shared
from nonpaper.analysis import load_problem, packages
from nonpaper.analysis.alone import all_alone
from nonpaper.analysis.dominance import efficient as fast
from nonpaper.analysis.frontier import frontier
from nonpaper.analysis.ranks import dense_ranks, one_of_each, strict_ranks
from nonpaper.analysis.solutions import read_off
from nonpaper.analysis.table import table
from nonpaper.errors import ProblemError
from nonpaper.model.answer import SOLUTIONS
from nonpaper.model.problem import Issue, Preference, Problem, exactly
from tests.unit.analysis import cases

DOMAINS = sorted((shared() / "cases" / "domains").glob("*.json"))
EXPECTED = {
    "nash": "nash",
    "egalitarian": "egalitarian_maxmin_gain",
    "kalai_smorodinsky": "kalai_smorodinsky_maxmin_normalised_gain",
    "utilitarian": "max_welfare",
}


def test_the_reference_domains_are_there() -> None:
    if not DOMAINS and not os.environ.get("CI"):
        pytest.skip("no reference domains beside the project (NONPAPER_SHARED)")
    assert DOMAINS


@pytest.mark.parametrize("path", DOMAINS, ids=lambda p: p.stem)
def test_a_domain_gives_what_exact_arithmetic_gives(path: Path) -> None:
    expected = json.loads(path.read_text())["expected"]
    problem, findings = load_problem(str(path))
    assert problem is not None
    assert findings == ()
    answer = packages(problem)
    assert _same([list(p.utilities.values()) for p in answer.frontier], expected["pareto_IR"])
    assert len(frontier(table(problem), rational=False).sums) == expected["pareto_size_all"]
    for name, key in EXPECTED.items():
        assert _same([list(p.utilities.values()) for p in answer.solutions[name]], expected[key]), name


@pytest.mark.parametrize("path", DOMAINS, ids=lambda p: p.stem)
def test_solvers_of_their_own_give_the_same_without_the_frontier(path: Path) -> None:
    problem, _ = load_problem(str(path))
    assert problem is not None
    numbers = table(problem)
    found = frontier(numbers)
    rows = read_off(numbers, found)
    solved, _, thinned = all_alone(numbers)
    for name in SOLUTIONS:
        assert solved[name].gap == 0
        alone = sorted([[float(u) for u in thinned.total(c)] for c in solved[name].combinations.tolist()])
        assert _same(alone, found.utilities[rows[name]].tolist()), name


def _same(found: list[list[float]], expected: list[list[float]]) -> bool:
    return len(found) == len(expected) and np.abs(np.array(sorted(found)) - np.array(sorted(expected))).max() < 1e-9


@pytest.mark.parametrize(
    ("start", "awkward"), [*((s, False) for s in range(0, 1000, 100)), *((s, True) for s in range(0, 200, 100))]
)
def test_random_problems_give_what_trying_all_packages_gives(start: int, awkward: bool) -> None:
    for seed in range(start, start + 100):
        problem = cases.random_problem(seed, awkward=awkward)
        try:
            numbers = table(problem)
        except ProblemError:
            assert cases.packages(problem) == []
            continue
        vectors = cases.rational(problem)
        best = cases.efficient(vectors)
        found = frontier(numbers)
        assert {numbers.total(c) for c in found.combinations.tolist()} == best, seed
        assert len(found.sums) == len(best)
        rows = read_off(numbers, found)
        slow = _slow(problem, best)
        solved, _, thinned = all_alone(numbers) if seed % 50 == 0 else ({}, (), numbers)
        for name in SOLUTIONS:
            off = {numbers.total(c) for c in found.combinations[rows[name]].tolist()}
            assert off == slow[name], (seed, name)
            if solved:
                alone = {thinned.total(c) for c in solved[name].combinations.tolist()}
                assert alone == slow[name], (seed, name, "alone")


def _slow(problem: Problem, best: set[cases.Vector]) -> dict[str, set[cases.Vector]]:
    """Each solution by its definition."""
    if not best:
        return {name: set() for name in SOLUTIONS}
    gains = {v: cases.gains(problem, v) for v in best}
    ideal = [max(g[j] for g in gains.values()) for j in range(len(problem.parties))]
    goals = {
        "nash": {v: prod(g) for v, g in gains.items()},
        "egalitarian": {v: min(g) for v, g in gains.items()},
        "kalai_smorodinsky": {
            v: min((a / i for a, i in zip(g, ideal, strict=True) if i), default=Fraction(0)) for v, g in gains.items()
        },
        "leximin": {v: sorted(g) for v, g in gains.items()},
        "utilitarian": {v: sum(g) for v, g in gains.items()},
    }
    solutions = {name: {v for v in best if goal[v] == max(goal.values())} for name, goal in goals.items()}
    return solutions | ({"nash": set()} if max(goals["nash"].values()) == 0 else {})


def test_swapping_two_parties_swaps_the_result() -> None:
    for seed in range(50):
        problem = cases.random_problem(seed, links=False)
        turned = msgspec.structs.replace(problem, parties=problem.parties[::-1])
        try:
            here, there = packages(problem), packages(turned)
        except ProblemError:
            continue
        assert {tuple(sorted(p.utilities.items())) for p in here.frontier} == {
            tuple(sorted(p.utilities.items())) for p in there.frontier
        }
        for name in SOLUTIONS:
            assert {tuple(sorted(p.utilities.items())) for p in here.solutions[name]} == {
                tuple(sorted(p.utilities.items())) for p in there.solutions[name]
            }


@pytest.mark.parametrize("d", [2, 3, 4, 5, 6])
def test_the_dominance_filter_equals_comparing_all_pairs(d: int) -> None:
    rng = np.random.default_rng(d)
    near_a_surface = rng.random((3_000, d))
    near_a_surface /= near_a_surface.sum(axis=1, keepdims=True)
    for points in (rng.integers(0, 40, (2_000, d)), (near_a_surface * 200).astype(np.int64)):
        ranks = dense_ranks(points.astype(np.int64), 0, lambda rows, _: rows)
        ranks = ranks[one_of_each(ranks)]
        slow = [not ((ranks >= p).all(axis=1) & (ranks != p).any(axis=1)).any() for p in ranks]
        assert fast(strict_ranks(ranks)).tolist() == slow


def test_a_frontier_past_the_limit_says_so_and_the_solutions_stay_exact() -> None:
    problem = _large()
    whole, cut = packages(problem), packages(problem, limit=40)
    assert not whole.truncated
    assert cut.truncated
    assert any(f.code == "truncated" for f in cut.left_out)
    for name in SOLUTIONS:
        assert [p.utilities for p in cut.solutions[name]] == [
            pytest.approx(p.utilities, abs=1e-12) for p in whole.solutions[name]
        ]


def _large() -> Problem:
    rng = np.random.default_rng(5)
    values = rng.random((3, 10, 3))
    return Problem(
        title="",
        author="",
        issues=tuple(Issue(name=str(k), options=("a", "b", "c")) for k in range(10)),
        parties=tuple(
            Preference(
                name="ABC"[j],
                reservation=exactly(0),
                weights=(Fraction(1, 10),) * 10,
                values=tuple(tuple(exactly(Fraction(str(v))) for v in row) for row in values[j]),
            )
            for j in range(3)
        ),
    )
