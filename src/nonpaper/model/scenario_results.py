"""What analyses of a scenario found. States are given by id; every result names its method and what it left out."""

from __future__ import annotations

import msgspec

from nonpaper.model.scenario import Concept, Uncertain


class Step(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One move: who makes it, and the state it leads to."""

    mover: str
    to: int


class Answer(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One improvement that a decision maker could leave a state for, and what the others can do about it.

    `path` is a shortest sequence of the others' moves after which the mover is no better off, empty where there is
    none; `certain` is False where it is unknown whether the move is an improvement; `at_once` are moves made at the
    same time (SIM), and `path` then ends in what comes of them together.
    """

    to: int
    held: bool
    path: tuple[Step, ...] = ()
    certain: bool = True
    at_once: bool = False


class Why(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Why one state is stable, or not, for one decision maker. `more` counts improvements not listed."""

    state: int
    decision_maker: str
    concept: Concept
    reading: Uncertain
    stable: bool
    answers: tuple[Answer, ...]
    more: int = 0


class Route(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A shortest way from the status quo to one state; None where no legal sequence of such moves leads there."""

    state: int
    concepts: tuple[Concept, ...]
    by_improvements: tuple[Step, ...] | None
    by_possible_improvements: tuple[Step, ...] | None
    by_moves: tuple[Step, ...] | None


class Evolution(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Which equilibria can be reached from the status quo, by whose moves, in how many steps.

    `reached` counts, for each kind of move, the states first reached after 0, 1, 2… steps. `more` counts equilibria
    beyond those listed.
    """

    method: str
    start: int
    reached: dict[str, tuple[int, ...]]
    routes: tuple[Route, ...]
    more: int = 0
    left_out: tuple[str, ...] = ()


class Condition(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """At least one of the groups holds; a group holds where none of its states is preferred to the wished state."""

    groups: tuple[tuple[int, ...], ...]


class Inverse(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The rankings of one decision maker under which a state is stable for it, the others' being as they are.

    All `conditions` must hold. `strict` of `strict_of` rankings without ties meet them, and `tied` of `tied_of` with
    ties allowed; exact, None where there were too many states or cases to count.
    """

    method: str
    state: int
    decision_maker: str
    concept: Concept
    conditions: tuple[Condition, ...]
    strict: int | None
    strict_of: int | None
    tied: int | None
    tied_of: int | None
    left_out: tuple[str, ...] = ()


class Change(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A smallest change of one ranking that changes the equilibria, and what it changes."""

    decision_maker: str
    concept: Concept
    steps: int
    ranking: tuple[tuple[int, ...], ...]
    gained: tuple[int, ...]
    lost: tuple[int, ...]


class Sensitivity(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """For each concept the smallest changes found; `tried` rankings were tried, all of those up to `complete` steps."""

    method: str
    changes: tuple[Change, ...]
    tried: int
    complete: dict[str, int]
    left_out: tuple[str, ...] = ()
