"""Small random problems, and the slow definitions that the fast code must equal."""

from __future__ import annotations

import random
from collections.abc import Sequence
from fractions import Fraction
from itertools import product

from nonpaper.model.problem import Issue, Link, Preference, Problem, Proposal, exactly

Vector = tuple[Fraction, ...]


def random_problem(seed: int, *, links: bool = True, awkward: bool = False) -> Problem:
    """Two to four issues, two to five parties, many ties; `awkward` numbers do not fit a common 64-bit denominator."""
    rng = random.Random(seed)
    sizes = [rng.randint(1, 4) for _ in range(rng.randint(2, 5))]
    issues = tuple(
        Issue(name=f"issue {k}", options=tuple(f"option {o}" for o in range(n))) for k, n in enumerate(sizes)
    )
    parties = tuple(_party(rng, f"party {j}", sizes, awkward=awkward) for j in range(rng.randint(2, 5)))
    tied = tuple(_link(rng, sizes) for _ in range(rng.randint(0, 2))) if links else ()
    draft = Proposal(name="draft", choices=tuple(rng.randrange(n) for n in sizes))
    return Problem(title="random", author="test", issues=issues, parties=parties, links=tied, drafts=(draft,))


def _number(rng: random.Random, *, awkward: bool) -> Fraction:
    if awkward:
        return rng.choice((Fraction(1, 3), Fraction(rng.randrange(10**17), 10**17), Fraction(rng.randrange(9), 8)))
    return Fraction(rng.randint(0, 4), 4)


def _party(rng: random.Random, name: str, sizes: Sequence[int], *, awkward: bool) -> Preference:
    raw = [_number(rng, awkward=awkward) + Fraction(1, 7) for _ in sizes]
    values = tuple(tuple(exactly(min(Fraction(1), _number(rng, awkward=awkward))) for _ in range(n)) for n in sizes)
    barred = ((0, rng.randrange(sizes[0])),) if rng.random() < 0.1 else ()
    return Preference(
        name=name,
        reservation=exactly(Fraction(rng.choice((0, 0, 1, 2)), 5)),
        weights=tuple(w / sum(raw) for w in raw),
        values=values,
        red_lines=barred,
    )


def _link(rng: random.Random, sizes: Sequence[int]) -> Link:
    one, other = rng.sample(range(len(sizes)), 2)
    return Link(when=(one, (rng.randrange(sizes[one]),)), then=(other, (rng.randrange(sizes[other]),)))


def utility(party: Preference, choices: Sequence[int]) -> Fraction:
    assert party.weights is not None
    return sum((w * row[o].low for w, row, o in zip(party.weights, party.values, choices, strict=True)), Fraction(0))


def packages(problem: Problem) -> list[tuple[int, ...]]:
    """All packages that links and red lines allow."""
    barred = {pair for p in problem.parties for pair in p.red_lines}
    every = product(*(range(len(i.options)) for i in problem.issues))
    return [c for c in every if not barred & set(enumerate(c)) and all(holds(x, c) for x in problem.links)]


def holds(link: Link, choices: Sequence[int]) -> bool:
    return choices[link.when[0]] not in link.when[1] or choices[link.then[0]] in link.then[1]


def rational(problem: Problem) -> set[Vector]:
    """The vectors of utilities of packages that all would sign."""
    vectors = {tuple(utility(p, c) for p in problem.parties) for c in packages(problem)}
    return {v for v in vectors if all(u >= p.reservation.low for u, p in zip(v, problem.parties, strict=True))}


def efficient(vectors: set[Vector]) -> set[Vector]:
    return {v for v in vectors if not any(w != v and all(a >= b for a, b in zip(w, v, strict=True)) for w in vectors)}


def gains(problem: Problem, vector: Vector) -> Vector:
    return tuple(u - p.reservation.low for u, p in zip(vector, problem.parties, strict=True))
