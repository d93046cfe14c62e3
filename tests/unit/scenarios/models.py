"""Random small models, each as a scenario and as the oracle sees it; and cases beside the project."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from eval.data import shared
from nonpaper.model.scenario import (
    All,
    AnyOf,
    Condition,
    Direction,
    Iff,
    Not,
    Option,
    Preference,
    Prioritised,
    Ranked,
    Rule,
    Scenario,
    State,
    Statement,
    Taken,
    Unstated,
    Wanted,
    Weighted,
)
from tests.unit.scenarios.oracle import Model, option_moves


@dataclass
class Twin:
    """One model twice: `scenario` for the program, `oracle` for the definitions, states by id in both."""

    scenario: Scenario
    oracle: Model
    widths: list[int]

    def listed(self) -> Scenario:
        """The same model with its states and moves written out."""
        count = len(self.scenario.options)
        states = [State(id=s, pattern="".join("NY"[s >> k & 1] for k in range(count))) for s in self.oracle.states]
        moves = {
            name: {s: tuple(sorted(ts)) for s, ts in own.items()}
            for name, own in zip(self.scenario.decision_makers, self.oracle.moves, strict=True)
        }
        changed = {"states": tuple(states), "moves": moves, "infeasible": ()}
        given = {f: getattr(self.scenario, f) for f in self.scenario.__struct_fields__}
        return Scenario(**(given | changed))


def twin(chance: random.Random, *, makers: tuple[int, int] = (1, 5), most: int = 4, unknown: bool = False) -> Twin:
    """1 to 5 decision makers, ties, infeasible states, irreversible options; unknown preference where asked for."""
    number = chance.randint(*makers)
    total = chance.randint(1, most)
    widths = [0] * number
    for _ in range(total):
        widths[chance.randrange(number)] += 1
    one_way: list[Direction | None] = [None, None, "taken", "dropped"]
    ways = [chance.choice(one_way) if chance.random() < 0.5 else None for _ in range(total)]
    share = chance.choice([0.0, 0.0, 0.15, 0.4])
    feasible = {s for s in range(1 << total) if chance.random() >= share} or {0}
    names = tuple(f"D{i}" for i in range(number))
    owners = [name for name, width in zip(names, widths, strict=True) for _ in range(width)]
    options = tuple(
        Option(key=f"o{k}", says=f"option {k}", decision_maker=owner, irreversible=way)
        for k, (owner, way) in enumerate(zip(owners, ways, strict=True))
    )
    closed = sorted(set(range(1 << total)) - feasible)
    rules = tuple(Rule(condition=exactly(s, total), text=f"state {s}") for s in closed)
    preferences = tuple(_preference(chance, total, sorted(feasible), unknown=unknown) for _ in names)
    scenario = Scenario(title="", decision_makers=names, options=options, infeasible=rules, preferences=preferences)
    compare = [comparer(p) for p in preferences]
    oracle = Model(
        sorted(feasible),
        option_moves(widths, ways, feasible),
        lambda i, s, t: compare[i](s, t) == ">",
        lambda i, s, t: compare[i](s, t) == "?",
    )
    return Twin(scenario, oracle, widths)


def exactly(state: int, options: int) -> Condition:
    return All(tuple(Taken(k) if state >> k & 1 else Not(Taken(k)) for k in range(options)))


def _preference(chance: random.Random, options: int, states: list[int], *, unknown: bool) -> Preference:
    kind = chance.choice(["prioritised", "ranked", "ranked", "weighted", *(["wanted", "unstated"] if unknown else [])])
    if kind == "unstated":
        return Unstated()
    if kind == "weighted":
        open_ = tuple(k for k in range(options) if unknown and chance.random() < 0.2)
        weights = tuple(float(chance.randint(-2, 2)) for _ in range(options))
        return Weighted(weights=weights, unknown=open_, great=None if unknown else chance.choice([None, 1.0, 2.5]))
    if kind in {"prioritised", "wanted"}:
        statements = tuple(
            Statement(condition=_condition(chance, options, 2), text="", known=not unknown or chance.random() > 0.2)
            for _ in range(chance.randint(1, 5))
        )
        if kind == "wanted":
            return Wanted(statements=statements)
        return Prioritised(statements=statements, strong=0 if unknown else chance.randint(0, len(statements)))
    left = chance.sample(states, len(states) - (1 if unknown and len(states) > 1 and chance.random() < 0.3 else 0))
    classes: list[tuple[int, ...]] = []
    while left:
        size = chance.choice([1, 1, 1, 2, 3])
        classes.append(tuple(left[:size]))
        left = left[size:]
    gaps = () if unknown else tuple(g for g in range(1, len(classes)) if chance.random() < 0.2)
    drawn = [chance.sample(states, 2) for _ in range(2) if unknown and len(states) > 1]
    pairs = tuple((a, b) for a, b in drawn)
    return Ranked(classes=tuple(classes), gaps=gaps, unknown=pairs)


def _condition(chance: random.Random, options: int, depth: int) -> Condition:
    if depth == 0 or chance.random() < 0.4:
        return Taken(chance.randrange(options))
    one, other = (_condition(chance, options, depth - 1) for _ in range(2))
    kinds: list[Condition] = [Not(one), All((one, other)), AnyOf((one, other)), Iff(one, other)]
    return chance.choice(kinds)


def holds(condition: Condition, state: int) -> bool:
    match condition:
        case Taken(option):
            return bool(state >> option & 1)
        case Not(of):
            return not holds(of, state)
        case All(of):
            return all(holds(part, state) for part in of)
        case AnyOf(of):
            return any(holds(part, state) for part in of)
        case Iff(left, right):
            return holds(left, state) == holds(right, state)
    raise TypeError(condition)


def comparer(preference: Preference) -> Callable[[int, int], str]:
    """How t compares with s: ">" preferred, "<" less preferred, "=" equally, "?" unknown. Slow and by the book."""
    place = {s: n for n, tie in enumerate(getattr(preference, "classes", ())) for s in tie}

    def sign(gain: float) -> str:
        return ">" if gain > 0 else "<" if gain < 0 else "="

    def compare(s: int, t: int) -> str:
        if s == t:
            return "="
        match preference:
            case Unstated():
                return "?"
            case Weighted(weights=weights, unknown=unknown):
                if any((s ^ t) >> k & 1 for k in unknown):
                    return "?"
                return sign(sum(w * ((t >> k & 1) - (s >> k & 1)) for k, w in enumerate(weights)))
            case Prioritised(statements=statements):
                for statement in statements:
                    here, there = holds(statement.condition, s), holds(statement.condition, t)
                    if here != there:
                        return sign(there - here) if statement.known else "?"
                return "="
            case Wanted(statements=statements):
                signs = {
                    sign(holds(x.condition, t) - holds(x.condition, s))
                    if x.known or holds(x.condition, t) == holds(x.condition, s)
                    else "?"
                    for x in statements
                } - {"="}
                return "=" if not signs else signs.pop() if len(signs) == 1 else "?"
            case Ranked(unknown=unknown):
                if s not in place or t not in place or (s, t) in unknown or (t, s) in unknown:
                    return "?"
                return sign(place[s] - place[t])
        raise TypeError(preference)

    return cache(compare)


def greatly_less(preference: Preference) -> Callable[[int, int], bool]:
    """Whether t is greatly less preferred than s."""
    compare = comparer(preference)

    def less(s: int, t: int) -> bool:
        if compare(s, t) != "<":
            return False
        match preference:
            case Prioritised(statements=statements, strong=strong):
                return any(holds(x.condition, s) != holds(x.condition, t) for x in statements[:strong])
            case Ranked(classes=classes, gaps=gaps):
                place = {x: n for n, tie in enumerate(classes) for x in tie}
                return any(place[s] < gap <= place[t] for gap in gaps)
            case Weighted(weights=weights, great=great):
                lost = sum(w * ((s >> k & 1) - (t >> k & 1)) for k, w in enumerate(weights))
                return great is not None and lost >= great
        return False

    return cache(less)


def cases() -> list[Path]:
    """The reference cases; without them tests that need them are skipped, and fail where CI is set."""
    found = sorted((shared() / "cases" / "gmcr").glob("*.json"))
    if not found and os.environ.get("CI"):
        pytest.fail("the reference cases are missing beside the project, in shared/cases/gmcr")
    if not found:
        pytest.skip("the reference cases are not here (shared/cases/gmcr)")
    return found
