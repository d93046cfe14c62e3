"""Whether a zone exists over all numbers, against trying all packages at all extremes."""

from __future__ import annotations

from fractions import Fraction

import msgspec

from nonpaper.analysis.weights import extreme
from nonpaper.analysis.zone_over_all import zone_over_all
from nonpaper.model.problem import Issue, Link, Preference, Problem, Range, exactly
from tests.unit.analysis import cases


def _unsure(seed: int) -> Problem:
    """Weights unknown or only ordered, some values and reservation values ranges."""
    problem = cases.random_problem(seed)
    issues = tuple(range(len(problem.issues)))
    orders = (None, tuple((k,) for k in issues), (issues[:1], issues[1:]))
    parties = []
    for at, party in enumerate(problem.parties):
        reserve = party.reservation.low + Fraction(seed % 4, 10)
        values = tuple(
            tuple(Range(low=v.low / 2 if (k + at + seed) % 5 == 0 else v.low, high=v.high) for v in row)
            for k, row in enumerate(party.values)
        )
        known = party.weights if (at + seed) % 4 == 0 else None
        order = None if known else orders[(at + seed) % 3]
        room = Range(low=reserve, high=min(Fraction(1), reserve + Fraction(seed % 2, 10)))
        parties.append(msgspec.structs.replace(party, weights=known, order=order, reservation=room, values=values))
    return msgspec.structs.replace(problem, parties=tuple(parties))


def _worth(party: Preference, choices: tuple[int, ...], *, worst: bool) -> Fraction:
    values = [row[o].low if worst else row[o].high for row, o in zip(party.values, choices, strict=True)]
    return extreme(party, values, highest=not worst)[0]


def test_it_is_what_trying_all_packages_finds() -> None:
    seen = set()
    for seed in range(60):
        problem = _unsure(seed)
        every = cases.packages(problem)
        sure = any(all(_worth(p, c, worst=True) >= p.reservation.high for p in problem.parties) for c in every)
        able = any(all(_worth(p, c, worst=False) >= p.reservation.low for p in problem.parties) for c in every)
        found = zone_over_all(problem)
        seen.add(found.exists)
        if found.exists != "not settled":
            assert found.exists == ("surely" if sure else "possibly" if able else "surely not"), seed
        assert not (sure and found.exists == "not settled"), seed
    assert {"surely", "possibly", "surely not"} <= seen


def test_what_is_shown_for_possibly_holds_at_the_weights_shown() -> None:
    for seed in range(40):
        problem = _unsure(seed)
        found = zone_over_all(problem)
        if found.exists != "possibly" or found.package is None or found.weights is None:
            continue
        choices = [i.options.index(found.package[i.name]) for i in problem.issues]
        for party in problem.parties:
            weights = found.weights[party.name]
            assert abs(sum(weights.values()) - 1) < 1e-9
            worth = sum(
                weights.get(i.name, 0.0) * float(row[o].high)
                for i, row, o in zip(problem.issues, party.values, choices, strict=True)
            )
            assert worth >= float(party.reservation.low) - 1e-9, seed


def test_red_lines_and_links_that_leave_nothing_leave_no_zone() -> None:
    issues = tuple(Issue(name=n, options=("yes", "no")) for n in ("a", "b"))
    values = tuple((exactly(1), exactly(1)) for _ in issues)
    party = Preference(name="A", reservation=exactly(0), values=values, red_lines=((0, 1), (1, 0)))
    tied = Link(when=(0, (0,)), then=(1, (0,)))
    problem = Problem(title="t", author="test", issues=issues, parties=(party,), links=(tied,))
    assert zone_over_all(problem).exists == "surely not"
    assert zone_over_all(msgspec.structs.replace(problem, links=())).exists == "surely"
