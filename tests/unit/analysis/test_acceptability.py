"""Shares, ranks, what blocks and the zone, against their definitions on small problems."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, permutations, product

import msgspec
import numpy as np
import pytest

from nonpaper.analysis.acceptance import acceptance, ranks
from nonpaper.analysis.blocking import blocking, minimal_sets
from nonpaper.analysis.smallest import smallest_sets
from nonpaper.analysis.weights import draw, extreme
from nonpaper.analysis.zone import zone
from nonpaper.errors import ProblemError
from nonpaper.model.problem import Preference, Problem, Proposal, Range, exactly
from tests.unit.analysis import cases


def _unknown(problem: Problem) -> Problem:
    parties = tuple(msgspec.structs.replace(p, weights=None, red_lines=()) for p in problem.parties)
    return msgspec.structs.replace(problem, parties=parties, links=())


def test_a_share_is_the_area_where_it_can_be_worked_out() -> None:
    """Two issues, values 1 and 0: u is the first weight, uniform on 0 to 1, so the share is 1 less the reservation."""
    values = ((exactly(1),), (exactly(0),))
    party = Preference(name="A", reservation=exactly(Fraction(3, 10)), values=values)
    problem = _with(cases.random_problem(1), party, sizes=2)
    share = acceptance(problem, Proposal(name="d", choices=(0, 0)), samples=100_000, seed=3).parties[0].share
    assert abs(share.low - 0.7) < 4 * share.low_error
    assert share.interval[0] < 0.7 < share.interval[1]
    ordered = _with(
        problem, msgspec.structs.replace(party, order=((0,), (1,)), reservation=exactly(Fraction(6, 10))), 2
    )
    share = acceptance(ordered, Proposal(name="d", choices=(0, 0)), samples=100_000, seed=3).parties[0].share
    assert abs(share.low - 0.8) < 4 * share.low_error  # the first weight is uniform on 1/2 to 1


def _with(problem: Problem, party: Preference, sizes: int) -> Problem:
    return msgspec.structs.replace(problem, issues=problem.issues[:sizes], parties=(party,), links=(), drafts=())


def test_unknown_values_widen_a_share_and_are_never_the_middle() -> None:
    unknown = Range(low=Fraction(0), high=Fraction(1))
    party = Preference(name="A", reservation=exactly(Fraction(1, 2)), values=((exactly(1),), (unknown,)))
    problem = _with(cases.random_problem(1), party, sizes=2)
    share = acceptance(problem, Proposal(name="d", choices=(0, 0)), samples=20_000, seed=1).parties[0].share
    assert abs(share.low - 0.5) < 0.02
    assert share.high == 1


def test_a_share_repeats_with_its_seed_and_does_not_hang_on_the_other_parties() -> None:
    problem = _unknown(cases.random_problem(8))
    draft = problem.drafts[0]
    first = acceptance(problem, draft, samples=5_000, seed=2)
    turned = msgspec.structs.replace(problem, parties=problem.parties[::-1])
    again = acceptance(turned, draft, samples=5_000, seed=2)
    assert first.parties == again.parties[::-1]
    assert first.jointly == again.jointly


@pytest.mark.parametrize("order", [None, ((2,), (0,), (1,)), ((1, 2), (0,)), ((0,), (1, 2))])
def test_extremes_over_an_order_are_those_of_the_corners(order: tuple[tuple[int, ...], ...] | None) -> None:
    rng = np.random.default_rng(1)
    party = Preference(name="A", reservation=exactly(0), values=(), order=order)
    for _ in range(50):
        values = [Fraction(int(v), 10) for v in rng.integers(0, 11, 3)]
        groups = order or ((0, 1, 2),)
        rankings = [sum(p, ()) for p in product(*(list(permutations(g)) for g in groups))]
        corners = [sum(values[k] for k in r[:n]) / Fraction(n) for r in rankings for n in (1, 2, 3)]
        assert extreme(party, values)[0] == min(corners)
        assert extreme(party, values, highest=True)[0] == max(corners)
        drawn = draw(party, 3, 500, rng) @ np.array([float(v) for v in values])
        assert float(min(corners)) - 1e-9 <= drawn.min()
        assert drawn.max() <= float(max(corners)) + 1e-9


def test_drawn_weights_keep_their_order_and_sum_to_one() -> None:
    party = Preference(name="A", reservation=exactly(0), values=(), order=((3,), (0, 1), (2, 4)))
    weights = draw(party, 5, 2_000, np.random.default_rng(1))
    assert np.allclose(weights.sum(axis=1), 1)
    assert (weights[:, 3] >= weights[:, [0, 1]].max(axis=1)).all()
    assert (weights[:, [0, 1]].min(axis=1) >= weights[:, [2, 4]].max(axis=1)).all()
    assert abs(weights[:, 0].mean() - weights[:, 1].mean()) < 0.01


def test_ranks_share_out_all_weights() -> None:
    problem = _unknown(cases.random_problem(4))
    other = Proposal(name="other", choices=tuple(len(i.options) - 1 for i in problem.issues))
    problem = msgspec.structs.replace(problem, drafts=(*problem.drafts, other))
    for found in ranks(problem, samples=4_000, seed=1):
        assert sum(found.shares) == pytest.approx(1)
        assert found.central is None or sum(found.central.values()) == pytest.approx(1)


def test_minimal_sets_are_those_that_trying_all_finds() -> None:
    for seed in range(40):
        problem = cases.random_problem(seed)
        found = blocking(problem, problem.drafts[0])
        for answer in found:
            parties = [p for p in problem.parties if answer.party in (None, p.name)]
            reduced = msgspec.structs.replace(problem, parties=tuple(parties))
            slow = _slow_minimal(reduced, problem.drafts[0])
            assert answer.complete
            assert {frozenset(s) for s in answer.sets} == slow, (seed, answer.party)


def _slow_minimal(problem: Problem, draft: Proposal) -> set[frozenset[str]]:
    every = [c for c in cases.packages(problem) if _signed(problem, c)]
    issues = range(len(problem.issues))
    sets = [frozenset(s) for n in range(len(issues) + 1) for s in combinations(issues, n)]
    blocked = [s for s in sets if not any(all(c[k] == draft.choices[k] for k in s) for c in every)]
    minimal = [s for s in blocked if not any(o < s for o in blocked)]
    return {frozenset(problem.issues[k].name for k in s) for s in minimal}


def _signed(problem: Problem, choices: tuple[int, ...]) -> bool:
    return all(cases.utility(p, choices) >= p.reservation.low for p in problem.parties)


def test_minimal_sets_stop_and_say_so_where_there_are_too_many() -> None:
    sets, whole_to = minimal_sets(range(40), lambda held: len(held) >= 20)
    assert whole_to == 2
    assert all(len(s) == 20 for s in sets)


def test_no_small_set_is_missing_where_there_are_too_many() -> None:
    small = {frozenset({3}), frozenset({5, 9})}
    sets, whole_to = minimal_sets(range(40), lambda held: len(held) >= 20 or any(s <= held for s in small))
    assert whole_to == 2
    assert {s for s in sets if len(s) <= 2} == small


def test_one_partys_sets_come_smallest_first_and_are_those_that_trying_all_finds() -> None:
    for seed in range(60):
        rng = np.random.default_rng(seed)
        lost = [Fraction(int(v), 10) for v in rng.integers(0, 6, 9)]
        spare = Fraction(int(rng.integers(-1, 25)), 10)
        subsets = [frozenset(s) for n in range(10) for s in combinations(range(9), n)]
        blocked = [s for s in subsets if sum((lost[k] for k in s), Fraction(0)) > spare]
        sets, whole_to = smallest_sets(lost, spare)
        assert whole_to == 9
        assert set(sets) == {s for s in blocked if not any(s - {k} in set(blocked) for k in s)}
        assert [len(s) for s in sets] == sorted(len(s) for s in sets)


def test_one_partys_sets_stop_and_say_up_to_what_size_all_are_listed() -> None:
    sets, whole_to = smallest_sets([Fraction(8), Fraction(8), *[Fraction(1)] * 26], Fraction(15))
    assert whole_to < 28
    assert sets[0] == {0, 1}
    assert {s for s in sets if len(s) <= whole_to} == {frozenset({0, 1})}


def test_the_zone_is_what_trying_all_packages_finds() -> None:
    for seed in range(24):
        problem = cases.random_problem(seed)
        problem = _raised(problem) if seed % 2 else problem
        try:
            found = zone(problem)
        except ProblemError:
            continue
        gains = [[cases.utility(p, c) - p.reservation.low for p in problem.parties] for c in cases.packages(problem)]
        best = max(min(g) for g in gains)
        assert found.margin == pytest.approx(float(best), abs=1e-12)
        assert found.exists == (best >= 0)
        for j, party in enumerate(problem.parties):
            able = [g[j] for g in gains if all(x >= 0 for i, x in enumerate(g) if i != j)]
            expected = float(max(able)) if able else None
            assert found.alone[party.name] == (None if expected is None else pytest.approx(expected, abs=1e-9)), seed


def _raised(problem: Problem) -> Problem:
    parties = tuple(msgspec.structs.replace(p, reservation=exactly(Fraction(7, 10))) for p in problem.parties)
    return msgspec.structs.replace(problem, parties=parties)
