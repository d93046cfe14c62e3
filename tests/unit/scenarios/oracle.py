"""The logical definitions, word for word and slowly: sets of states, and sequences followed one move at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product

State = int
Likes = Callable[[int, State, State], bool]


@dataclass
class Model:
    """`moves[i][s]` are the states i can move to; `better(i, s, t)`: i prefers t to s; `unsure(i, s, t)`: not known."""

    states: list[State]
    moves: list[dict[State, set[State]]]
    better: Likes
    unsure: Likes = lambda _, _s, _t: False
    seen: dict[tuple[tuple[int, ...], State, str], set[State]] = field(default_factory=dict)

    def improvements(self, i: int, s: State, *, uncertain: bool = False) -> set[State]:
        return {t for t in self.moves[i][s] if self.better(i, s, t) or (uncertain and self.unsure(i, s, t))}

    def step(self, i: int, s: State, kind: str) -> set[State]:
        return self.moves[i][s] if kind == "moves" else self.improvements(i, s, uncertain=True)

    def ends(self, movers: list[int], start: State, kind: str) -> set[State]:
        """All ends of legal sequences of one move or more: nobody moves twice in a row."""
        key = (tuple(movers), start, kind)
        if key not in self.seen:
            met: set[tuple[State, int]] = set()
            waiting = [(start, -1)]
            while waiting:
                state, last = waiting.pop()
                for mover in movers:
                    new = {(t, mover) for t in self.step(mover, state, kind)} - met if mover != last else set()
                    met |= new
                    waiting += new
            self.seen[key] = {state for state, _ in met}
        return self.seen[key]

    def others(self, members: list[int]) -> list[int]:
        return [j for j in range(len(self.moves)) if j not in members]


def answers(model: Model, members: list[int], t: State, concept: str) -> set[State]:
    return model.ends(model.others(members), t, "improvements" if concept == "SEQ" else "moves")


def stable(model: Model, i: int, s: State, concept: str, reading: str = "b") -> bool:
    """Readings a to d as in Li et al. (2004); without unknown comparisons they are one."""

    def no_better(x: State) -> bool:
        return not model.better(i, s, x) and (reading in "cd" or not model.unsure(i, s, x))

    def sanctioned(t: State) -> bool:
        if concept == "R":
            return False
        ends = (x for x in answers(model, [i], t, concept) if no_better(x))
        return any(concept != "SMR" or all(no_better(y) for y in model.moves[i][x]) for x in ends)

    return all(sanctioned(t) for t in model.improvements(i, s, uncertain=reading in "ac"))


def strongly_stable(model: Model, i: int, s: State, concept: str, less: Callable[[State, State], bool]) -> bool:
    """Hamouda et al. (2004): the sanction leads to what is greatly less preferred, `less(s, x)`."""

    def sanctioned(t: State) -> bool:
        if concept == "R":
            return False
        ends = (x for x in answers(model, [i], t, concept) if less(s, x))
        return any(concept != "SMR" or all(less(s, y) for y in model.moves[i][x]) for x in ends)

    return all(sanctioned(t) for t in model.improvements(i, s))


def coalition_stable(model: Model, members: list[int], s: State, concept: str) -> bool:
    def falls_short(x: State) -> bool:
        return any(not model.better(i, s, x) for i in members)

    def sanctioned(t: State) -> bool:
        if concept == "R":
            return False
        ends = (x for x in answers(model, members, t, concept) if falls_short(x))
        return any(concept != "SMR" or all(falls_short(y) for y in model.ends(members, x, "moves")) for x in ends)

    gains = (t for t in model.ends(members, s, "moves") if all(model.better(i, s, t) for i in members))
    return all(sanctioned(t) for t in gains)


def simultaneously_stable(
    model: Model, i: int, s: State, joint: Callable[[State, dict[int, State]], State | None]
) -> bool:
    """`joint(s, targets)` is what comes of all going at once from s, each to its own target; None if no state."""

    def sanctioned(t: State) -> bool:
        others = model.others([i])
        for count in range(1, len(others) + 1):
            for movers in combinations(others, count):
                for targets in product(*(model.improvements(j, s) for j in movers)):
                    x = joint(s, {i: t} | dict(zip(movers, targets, strict=True)))
                    if x is not None and not model.better(i, s, x):
                        return True
        return False

    return all(sanctioned(t) for t in model.improvements(i, s))


def option_moves(
    widths: list[int], one_way: Sequence[str | None], feasible: set[State]
) -> list[dict[State, set[State]]]:
    """Moves that options give: own options change, none of them back over a one-way, to a feasible state."""
    moves, low = [], 0
    for width in widths:
        own = ((1 << width) - 1) << low

        def may(s: State, t: State, own: int = own) -> bool:
            if s == t or (s ^ t) & ~own:
                return False
            turned_back = any(
                (way == "taken" and s >> k & 1 and not t >> k & 1)
                or (way == "dropped" and t >> k & 1 and not s >> k & 1)
                for k, way in enumerate(one_way)
            )
            return not turned_back

        moves.append({s: {t for t in feasible if may(s, t)} for s in feasible})
        low += width
    return moves
