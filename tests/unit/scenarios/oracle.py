"""The logical definitions, word for word and slowly: sets of states, and sequences followed one move at a time."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

State = int
Likes = Callable[[int, State, State], bool]


@dataclass
class Model:
    """`moves[i][s]` are the states i can move to; `better(i, s, t)`: i prefers t to s; `unsure(i, s, t)`: not known."""

    states: list[State]
    moves: list[dict[State, set[State]]]
    better: Likes
    unsure: Likes = lambda i, s, t: False

    def improvements(self, i: int, s: State, *, uncertain: bool = False) -> set[State]:
        return {t for t in self.moves[i][s] if self.better(i, s, t) or (uncertain and self.unsure(i, s, t))}


def reached(model: Model, movers: list[int], start: State, step: Callable[[int, State], set[State]]) -> set[State]:
    """All ends of legal sequences of one move or more: nobody moves twice in a row."""
    seen: set[tuple[State, int]] = set()
    waiting = [(start, -1)]
    while waiting:
        state, last = waiting.pop()
        for mover in movers:
            if mover == last:
                continue
            for target in step(mover, state):
                if (target, mover) not in seen:
                    seen.add((target, mover))
                    waiting.append((target, mover))
    return {state for state, _ in seen}


def stable(model: Model, i: int, s: State, concept: str, reading: str = "b") -> bool:
    """Readings a to d as in Li et al. (2004); without unknown comparisons they are one."""
    return not any(
        not sanctioned(model, i, s, t, concept, reading)
        for t in model.improvements(i, s, uncertain=reading in "ac")
    )


def sanctioned(model: Model, i: int, s: State, t: State, concept: str, reading: str) -> bool:
    if concept == "R":
        return False
    others = [j for j in range(len(model.moves)) if j != i]
    if concept == "SEQ":
        answers = reached(model, others, t, lambda j, x: model.improvements(j, x, uncertain=True))
    else:
        answers = reached(model, others, t, lambda j, x: model.moves[j][x])

    def no_better(x: State) -> bool:
        if model.better(i, s, x):
            return False
        return reading in "cd" or not model.unsure(i, s, x)

    if concept == "SMR":
        return any(no_better(x) and all(no_better(y) for y in model.moves[i][x]) for x in answers)
    return any(no_better(x) for x in answers)


def strongly_stable(model: Model, i: int, s: State, concept: str, greatly_less: Likes) -> bool:
    others = [j for j in range(len(model.moves)) if j != i]
    for t in model.improvements(i, s):
        if concept == "R":
            return False
        if concept == "SEQ":
            answers = reached(model, others, t, model.improvements)
        else:
            answers = reached(model, others, t, lambda j, x: model.moves[j][x])
        if concept == "SMR":
            held = any(
                greatly_less(i, s, x) and all(greatly_less(i, s, y) for y in model.moves[i][x]) for x in answers
            )
        else:
            held = any(greatly_less(i, s, x) for x in answers)
        if not held:
            return False
    return True


def coalition_stable(model: Model, members: list[int], s: State, concept: str) -> bool:
    others = [j for j in range(len(model.moves)) if j not in members]
    for t in reached(model, members, s, lambda j, x: model.moves[j][x]):
        if not all(model.better(i, s, t) for i in members):
            continue
        if concept == "R":
            return False
        if concept == "SEQ":
            answers = reached(model, others, t, model.improvements)
        else:
            answers = reached(model, others, t, lambda j, x: model.moves[j][x])

        def falls_short(x: State) -> bool:
            return any(not model.better(i, s, x) for i in members)

        if concept == "SMR":
            held = any(
                falls_short(x)
                and all(falls_short(y) for y in reached(model, members, x, lambda j, z: model.moves[j][z]))
                for x in answers
            )
        else:
            held = any(falls_short(x) for x in answers)
        if not held:
            return False
    return True


def simultaneous(
    model: Model, i: int, s: State, together: Callable[[State, dict[int, State]], set[State]]
) -> bool:
    """`together(s, targets)` is what comes of the movers' going at once from s, each to its own target."""
    others = [j for j in range(len(model.moves)) if j != i]
    for t in model.improvements(i, s):
        held = False
        for count in range(1, len(others) + 1):
            for movers in combinations(others, count):
                for targets in product(*(model.improvements(j, s) for j in movers)):
                    joint = together(s, {i: t} | dict(zip(movers, targets, strict=True)))
                    held |= any(not model.better(i, s, x) for x in joint)
        if not held:
            return False
    return True


def option_moves(widths: list[int], one_way: list[str | None], feasible: set[State]) -> list[dict[State, set[State]]]:
    """Moves that options give: own options change, none of them back over a one-way, to a feasible state."""
    moves, low = [], 0
    for width in widths:
        own = ((1 << width) - 1) << low

        def may(s: State, t: State, own: int = own) -> bool:
            if s == t or (s ^ t) & ~own:
                return False
            turned_back = any(
                (way == "taken" and s >> k & 1 and not t >> k & 1) or (way == "dropped" and t >> k & 1 and not s >> k & 1)
                for k, way in enumerate(one_way)
            )
            return not turned_back

        moves.append({s: {t for t in feasible if may(s, t)} for s in feasible})
        low += width
    return moves


def shapes(seed: int, count: int, largest: int = 6) -> Iterator[tuple[random.Random, list[int], list[str | None], set[State]]]:
    """Random option models: 1 to 5 decision makers, infeasible states, irreversible options."""
    chance = random.Random(seed)
    for _ in range(count):
        makers = chance.randint(1, 5)
        total = chance.randint(max(1, makers - 1), max(largest - 1, makers))
        widths = [0] * makers
        for _ in range(total):
            widths[chance.randrange(makers)] += 1
        one_way = [chance.choice([None, None, None, "taken", "dropped"]) if chance.random() < 0.6 else None for _ in range(total)]
        share = chance.choice([0.0, 0.0, 0.15, 0.4])
        feasible = {s for s in range(1 << total) if chance.random() >= share} or {0}
        yield chance, widths, one_way, feasible
