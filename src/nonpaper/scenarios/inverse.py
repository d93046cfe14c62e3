"""Inverse analysis: under which rankings of one decision maker is a wished state stable for it?

For given moves, and for SEQ given preferences of the others, only one thing about a ranking matters: the set of
states that are not preferred to the wished one. Each way out must be closed: its target is not preferred, or some
answer of the others is not (under SMR, with everything the mover can then reach). So stability is a monotone
condition on that set, written here as conditions that must all hold, each a choice among groups of states. Counting
is exact: sets are counted by size (splitting on one state at a time, over parts that share no state), and each set of
b states stands for b! * (n-1-b)! rankings without ties, or the like number with ties.
"""

from __future__ import annotations

from functools import cache
from math import comb, factorial

from nonpaper.model.scenario import Concept
from nonpaper.model.scenario_results import Condition, Inverse
from nonpaper.scenarios.game import Game
from nonpaper.scenarios.network import Network, members, network
from nonpaper.scenarios.uncertain import Focal

METHOD = "inverse analysis: exact count of rankings over the monotone condition on states not preferred"
MOST_CASES = 50_000
MOST_COUNTED = 300
MOST_GROUPS = 20_000

Group = int
Clause = frozenset[Group]


class TooManyError(Exception):
    """More cases than are counted."""


def inverse(game: Game, state: int, decision_maker: str, concept: Concept) -> Inverse:
    """The rankings of `decision_maker` that make `state` stable for it under R, GMR, SMR or SEQ.

    KeyError where `state` is no state. The decision maker's own preference in the model is not looked at; the others'
    count under SEQ alone, moves of unknown preference included. The model has at most `network.MOST` states.
    """
    small, mover = network(game), game.names.index(decision_maker)
    place = game.layout.place_of(state)
    if not game.space.feasible[place]:
        raise KeyError(state)
    wished = int((small.places < place).sum())
    clauses, sizes, left_out = _counted(small, mover, wished, concept)
    others, countable = small.size - 1, small.size <= MOST_COUNTED
    return Inverse(
        method=METHOD,
        state=state,
        decision_maker=decision_maker,
        concept=concept,
        conditions=tuple(_written(game, small, c) for c in _in_order(clauses)),
        strict=None if sizes is None else _rankings(sizes, clauses, others, tied=False),
        strict_of=factorial(small.size) if countable else None,
        tied=None if sizes is None else _rankings(sizes, clauses, others, tied=True),
        tied_of=orders(small.size) if countable else None,
        left_out=tuple(left_out),
    )


def _counted(
    small: Network, mover: int, wished: int, concept: Concept
) -> tuple[set[Clause], list[int] | None, list[str]]:
    """The conditions, how many sets of each size meet them, and what was too much to do."""
    clauses: set[Clause] = set()
    try:
        clauses = conditions(small, mover, wished, concept)
        if small.size > MOST_COUNTED:
            raise TooManyError(f"counts: {small.size:,} states are more than {MOST_COUNTED}")
        return clauses, count_sets(clauses), []
    except TooManyError as error:
        return clauses, None, [str(error)]


def clauses_of_r(small: Network, mover: int, wished: int) -> set[Clause]:
    """No target may be preferred."""
    return {frozenset({1 << t}) for t in members(small.moves[mover][wished])}


def conditions(small: Network, mover: int, wished: int, concept: Concept) -> set[Clause]:
    """What must hold of the set of states not preferred to the wished one; each clause one way out."""
    if concept == "R":
        return clauses_of_r(small, mover, wished)
    focal = Focal(small, [mover])
    answers = focal.by_improvements if concept == "SEQ" else focal.by_moves
    itself = 1 << wished
    found: set[Clause] = set()
    for target in members(small.moves[mover][wished]):
        groups = {1 << target}
        for answer in members(answers[target]):
            beyond = small.moves[mover][answer] if concept == "SMR" else 0
            groups.add(((1 << answer) | beyond) & ~itself)
        if 0 not in groups:
            found.add(_least(groups))
        if sum(map(len, found)) > MOST_GROUPS:
            raise TooManyError(f"the conditions have more than {MOST_GROUPS:,} groups")
    return {c for c in found if not any(o < c for o in found)}


def _least(groups: set[Group]) -> Clause:
    """Without the groups that hold another one."""
    kept: list[Group] = []
    for group in sorted(groups, key=int.bit_count):
        if not any(group & small == small for small in kept):
            kept.append(group)
    return frozenset(kept)


def count_sets(clauses: set[Clause]) -> list[int]:
    """How many sets of each size, of the states that the clauses name, satisfy all. TooManyError past a limit."""
    cases = 0

    @cache
    def counted(left: frozenset[Clause]) -> tuple[int, ...]:
        nonlocal cases
        cases += 1
        if cases > MOST_CASES:
            raise TooManyError(f"more than {MOST_CASES:,} cases to count")
        if not left:
            return (1,)
        parts = _parts(left)
        if len(parts) > 1:
            found: tuple[int, ...] = (1,)
            for part in parts:
                found = _product(found, counted(part))
            return found
        return split(left)

    def split(left: frozenset[Clause]) -> tuple[int, ...]:
        named = _named(left)
        state = max(members(named), key=lambda s: sum(g >> s & 1 for c in left for g in c))
        bit, width = 1 << state, named.bit_count() - 1
        inside = frozenset(_least({g & ~bit for g in c}) for c in left if bit not in c)
        without = [_least({g for g in c if not g & bit}) for c in left]
        yes = _widened(counted(inside), width - _named(inside).bit_count())
        outside = frozenset(without)
        no = (0,) if frozenset() in outside else _widened(counted(outside), width - _named(outside).bit_count())
        return _sum((0, *yes), no)

    return list(counted(frozenset(clauses)))


def _named(clauses: frozenset[Clause] | set[Clause]) -> int:
    found = 0
    for clause in clauses:
        for group in clause:
            found |= group
    return found


def _parts(clauses: frozenset[Clause]) -> list[frozenset[Clause]]:
    """Clauses together that share states."""
    parts: list[tuple[int, set[Clause]]] = []
    for clause in clauses:
        named, joined = _named({clause}), {clause}
        for other in [p for p in parts if p[0] & named]:
            parts.remove(other)
            named, joined = named | other[0], joined | other[1]
        parts.append((named, joined))
    return [frozenset(joined) for _, joined in parts]


def _product(left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, ...]:
    found = [0] * (len(left) + len(right) - 1)
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            found[i + j] += a * b
    return tuple(found)


def _widened(sizes: tuple[int, ...], free: int) -> tuple[int, ...]:
    """With so many states more that may be in the set or not."""
    return _product(sizes, tuple(comb(free, k) for k in range(free + 1)))


def _sum(left: tuple[int, ...], right: tuple[int, ...]) -> tuple[int, ...]:
    width = max(len(left), len(right))
    return tuple((left[k] if k < len(left) else 0) + (right[k] if k < len(right) else 0) for k in range(width))


def _rankings(sizes: list[int], clauses: set[Clause], others: int, *, tied: bool) -> int:
    whole = _widened(tuple(sizes), others - _named(clauses).bit_count())
    return sum(
        n * (_tied(b, others - b) if tied else factorial(b) * factorial(others - b)) for b, n in enumerate(whole)
    )


def _tied(below: int, above: int) -> int:
    """Rankings with ties of so many states not preferred to one, and so many preferred to it."""
    return orders(above) * sum(comb(below, alike) * orders(below - alike) for alike in range(below + 1))


@cache
def orders(count: int) -> int:
    """Rankings of so many states with ties allowed (Fubini numbers).

    >>> [orders(n) for n in range(5)]
    [1, 1, 3, 13, 75]
    """
    fubini = [1]
    for n in range(1, count + 1):
        fubini.append(sum(comb(n, k) * fubini[n - k] for k in range(1, n + 1)))
    return fubini[count]


def _in_order(clauses: set[Clause]) -> list[Clause]:
    return sorted(clauses, key=lambda c: (len(c), sorted(c)))


def _written(game: Game, small: Network, clause: Clause) -> Condition:
    groups = sorted(clause, key=lambda g: (g.bit_count(), g))
    return Condition(groups=tuple(tuple(sorted(game.id_at(int(small.places[s])) for s in members(g))) for g in groups))
