"""Logrolling: pairs of changes in which each of two parties gives where it matters less to it and gets where more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations

from nonpaper.analysis.table import allowed, utilities
from nonpaper.model.problem import Problem, Proposal
from nonpaper.model.trade import Trade

Change = tuple[int, int]
Adds = Callable[[int, Change], Fraction]
MOST = 20


def trades(problem: Problem, draft: Proposal) -> tuple[Trade, ...]:
    """The trades that leave both parties of a pair better off, by the smaller of the two gains; numbers must be known.

    Red lines and links hold afterwards. O(pairs of parties × pairs of changes).
    """
    worth = [utilities(p, len(problem.issues)) for p in problem.parties]
    return tuple(sorted(_trades(problem, draft, worth), key=_order)[:MOST])


def _order(trade: Trade) -> tuple[object, ...]:
    smaller = min(got - given for given, got in zip(trade.gives, trade.gets, strict=True))
    return -smaller, trade.parties, trade.issues, trade.after


def _trades(problem: Problem, draft: Proposal, worth: list[tuple[tuple[Fraction, ...], ...]]) -> Iterator[Trade]:
    barred = {pair for p in problem.parties for pair in p.red_lines}
    changes = [
        (k, o)
        for k, issue in enumerate(problem.issues)
        for o in range(len(issue.options))
        if o != draft.choices[k] and (k, o) not in barred
    ]

    def adds(party: int, change: Change) -> Fraction:
        return worth[party][change[0]][change[1]] - worth[party][change[0]][draft.choices[change[0]]]

    for one, other in combinations(range(len(problem.parties)), 2):
        costs_one = [c for c in changes if adds(one, c) < 0 < adds(other, c)]
        costs_other = [c for c in changes if adds(other, c) < 0 < adds(one, c)]
        for first in costs_one:
            for second in costs_other:
                gains = adds(one, first) + adds(one, second), adds(other, first) + adds(other, second)
                if first[0] != second[0] and min(gains) > 0 and _holds(problem, draft, first, second):
                    yield _trade(problem, draft, (one, other), (first, second), adds)


def _holds(problem: Problem, draft: Proposal, first: Change, second: Change) -> bool:
    choices = list(draft.choices)
    choices[first[0]], choices[second[0]] = first[1], second[1]
    return not allowed(problem, choices)


def _trade(
    problem: Problem, draft: Proposal, pair: tuple[int, int], changes: tuple[Change, Change], adds: Adds
) -> Trade:
    first, second = changes
    options = [problem.issues[k].options for k, _ in changes]
    return Trade(
        draft=draft.name,
        parties=(problem.parties[pair[0]].name, problem.parties[pair[1]].name),
        issues=(problem.issues[first[0]].name, problem.issues[second[0]].name),
        before=(options[0][draft.choices[first[0]]], options[1][draft.choices[second[0]]]),
        after=(options[0][first[1]], options[1][second[1]]),
        gives=(float(-adds(pair[0], first)), float(-adds(pair[1], second))),
        gets=(float(adds(pair[0], second)), float(adds(pair[1], first))),
        others={
            p.name: float(adds(j, first) + adds(j, second)) for j, p in enumerate(problem.parties) if j not in pair
        },
    )
