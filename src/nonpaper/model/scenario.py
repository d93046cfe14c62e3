"""Scenarios: decision makers, options, states, moves and preferences of a graph model for conflict resolution.

Terms as in Fang, Hipel and Kilgour (1993), *Interactive Decision Making*. An analyst writes these down; nothing here is
read in reports except as a draft that the analyst edits.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Direction = Literal["taken", "dropped"]
Concept = Literal["R", "GMR", "SMR", "SEQ", "SIM"]
Uncertain = Literal["a", "b", "c", "d"]


class Option(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Something a decision maker may do or leave. `irreversible` "taken": once taken it stays; "dropped": once left it
    stays left. `decision_maker` is None only where the model lists its moves itself.
    """

    key: str
    says: str
    decision_maker: str | None = None
    irreversible: Direction | None = None


class Taken(msgspec.Struct, frozen=True, gc=False, tag="taken"):
    """True where the option (by its place in the model, from 0) is taken."""

    option: int


class Not(msgspec.Struct, frozen=True, gc=False, tag="not"):
    """True where `of` is false."""

    of: Condition


class All(msgspec.Struct, frozen=True, gc=False, tag="all"):
    """True where every part is."""

    of: tuple[Condition, ...]


class AnyOf(msgspec.Struct, frozen=True, gc=False, tag="any"):
    """True where some part is."""

    of: tuple[Condition, ...]


class Iff(msgspec.Struct, frozen=True, gc=False, tag="iff"):
    """True where both sides agree."""

    left: Condition
    right: Condition


Condition = Taken | Not | All | AnyOf | Iff


class Rule(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """A combination of options that cannot be, with its reason."""

    condition: Condition
    text: str
    because: str = ""


class Statement(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One statement of an option prioritisation. `known` is False where it is not known whether it is liked."""

    condition: Condition
    text: str
    known: bool = True


class Prioritised(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag="prioritised"):
    """States compared by the first statement in which they differ, most important first (Peng et al. 1997).

    The first `strong` statements part states greatly; the others mildly.
    """

    statements: tuple[Statement, ...]
    strong: int = 0


class Wanted(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag="wanted"):
    """Statements without an order among them: a state is preferred where it keeps all that the other has and adds to
    it; where each has what the other lacks, which is preferred is unknown.
    """

    statements: tuple[Statement, ...]


class Ranked(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag="ranked"):
    """Classes of equally preferred states by id, best first. `gaps` are the places in `classes` before which a great
    gap lies; `unknown` are pairs whose comparison is unknown whatever their places; states in no class are unknown
    against all others.
    """

    classes: tuple[tuple[int, ...], ...]
    gaps: tuple[int, ...] = ()
    unknown: tuple[tuple[int, int], ...] = ()


class Weighted(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag="weighted"):
    """Weights of taken options, summed (one an option, in the model's order).

    States that differ in an option of `unknown` are not compared; a difference of `great` or more is great.
    """

    weights: tuple[float, ...]
    unknown: tuple[int, ...] = ()
    great: float | None = None


class Unstated(msgspec.Struct, frozen=True, gc=False, kw_only=True, tag="unknown"):
    """Nothing is known of what the decision maker prefers."""


Preference = Prioritised | Wanted | Ranked | Weighted | Unstated


class State(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One state of a model that lists its states; `pattern` has Y, N or - for each option (- where
    the state stands for both; conditions count it as not taken), or is None without options.
    """

    id: int
    label: str = ""
    pattern: str | None = None


class Scenario(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """A model. Where `states` is empty every feasible combination of options is a state.

    The id of such a state is the sum of 2**k over the options taken, the first option having k = 0 (Fraser and Hipel's
    decimal notation). `moves` gives, for each decision maker, the targets of each state; None derives them from the
    options. `preferences` stand in the order of `decision_makers`; `names` call states by a name.
    """

    title: str
    decision_makers: tuple[str, ...]
    options: tuple[Option, ...] = ()
    states: tuple[State, ...] = ()
    infeasible: tuple[Rule, ...] = ()
    moves: dict[str, dict[int, tuple[int, ...]]] | None = None
    preferences: tuple[Preference, ...] = ()
    names: dict[int, str] = {}
    status_quo: int | None = None
