"""Stability of a whole model: every decision maker, every state, every concept asked for; and the equilibria."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

import numpy as np

from nonpaper.model.scenario import Concept, Uncertain
from nonpaper.scenarios.game import Game
from nonpaper.scenarios.network import MOST, Network, as_flags, network
from nonpaper.scenarios.simultaneous import MOST_TOGETHER, simultaneous
from nonpaper.scenarios.space import LOW, Flags
from nonpaper.scenarios.stability import VALUE_CONCEPTS, stable_states
from nonpaper.scenarios.uncertain import READINGS, Focal, readings

CONCEPTS: tuple[Concept, ...] = (*VALUE_CONCEPTS, "SIM")
CAUTIOUS: Uncertain = "a"
METHOD = "graph model for conflict resolution: logical definitions, sanctions by legal sequences of any length"

Table = Mapping[str, Mapping[Concept, Flags]]
Tables = dict[str, dict[Concept, Flags]]


@dataclass(frozen=True)
class Analysis:
    """Flags by place, for each decision maker and concept.

    Where some preferences are unknown, `stable` is reading a, which implies the others, and `readings` has all four.
    `strong` has the strongly stable states where the model knows great preference. `coalitions` are those asked for.
    """

    game: Game
    stable: Table
    strong: Table = field(default_factory=dict)
    readings: Mapping[Uncertain, Table] = field(default_factory=dict)
    coalitions: Table = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def analyse(game: Game, concepts: Sequence[Concept] = CONCEPTS, coalitions: Sequence[Sequence[str]] = ()) -> Analysis:
    """Stability under each concept; what could not be computed is said in `left_out`."""
    small = network(game) if game.states <= MOST and _needs_sets(game, concepts, coalitions) else None
    left_out: list[str] = []
    known = [c for c in VALUE_CONCEPTS if c in concepts]
    if all(game.known):
        by_reading: dict[Uncertain, Tables] = {}
        stable, strong = _by_value(game, known)
    else:
        by_reading = {} if small is None else _by_readings(game, small, known)
        stable, strong = by_reading.get(CAUTIOUS, {name: {} for name in game.names}), {}
        left_out += _about_unknown(game, small)
    if "SIM" in concepts:
        left_out += _simultaneous(game, small, stable, by_reading)
    joined: dict[str, Mapping[Concept, Flags]] = {}
    for members in coalitions:
        if small is None:
            left_out.append(_too_many(game, "coalitions"))
            break
        joined["+".join(members)] = _coalition(game, small, members, known)
    return Analysis(game, stable, strong, by_reading, joined, tuple(left_out))


def equilibria(table: Table) -> dict[Concept, Flags]:
    """The states that are stable for every decision maker; no concept in which some decision maker was left out."""
    if not table:
        return {}
    shared = [c for c in CONCEPTS if all(c in by_concept for by_concept in table.values())]
    return {c: reduce(np.logical_and, [by_concept[c] for by_concept in table.values()]) for c in shared}


def _needs_sets(game: Game, concepts: Sequence[Concept], coalitions: Sequence[Sequence[str]]) -> bool:
    return not all(game.known) or "SIM" in concepts or bool(coalitions)


def _by_value(game: Game, concepts: Sequence[Concept]) -> tuple[Tables, Tables]:
    graded = any(cut is not None for cut in game.cuts)
    never = np.full(game.space.size, LOW + 1, dtype=np.int32)  # only what needs no sanction is strongly stable
    cuts = [never if graded and cut is None else cut for cut in game.cuts]
    stable: Tables = {}
    strong: Tables = {}
    for mover, name in enumerate(game.names):
        found = stable_states(game.space, game.ranks, cuts, mover, concepts)
        stable[name] = {c: s.general for c, s in found.items()}
        strong[name] = {c: s.strong for c, s in found.items() if s.strong is not None}
    return stable, strong if graded else {}


def _by_readings(game: Game, small: Network, concepts: Sequence[Concept]) -> dict[Uncertain, Tables]:
    tables: dict[Uncertain, Tables] = {r: {} for r in READINGS}
    for mover, name in enumerate(game.names):
        for reading, by_concept in readings(small, mover, concepts).items():
            tables[reading][name] = {c: flags(game, small, bits) for c, bits in by_concept.items()}
    return tables


def _simultaneous(game: Game, small: Network | None, stable: Tables, by_reading: dict[Uncertain, Tables]) -> list[str]:
    """Adds SIM to the tables; why it was left out, if it was."""
    if small is None:
        return [_too_many(game, "SIM")]
    tables = by_reading or {"b": stable}
    found: dict[tuple[Uncertain, str], int] = {}
    for reading in tables:
        for mover, name in enumerate(game.names):
            bits = simultaneous(game, small, mover, reading)
            if bits is None:
                return [f"SIM: some state has more than {MOST_TOGETHER:,} moves made at once"]
            found[reading, name] = bits
    for (reading, name), bits in found.items():
        tables[reading][name]["SIM"] = flags(game, small, bits)
    return []


def _coalition(game: Game, small: Network, members: Sequence[str], concepts: Sequence[Concept]) -> dict[Concept, Flags]:
    focal = Focal(small, [game.names.index(name) for name in members])
    reading: Uncertain = "b" if all(game.known) else CAUTIOUS
    return {c: flags(game, small, focal.stable(c, reading)) for c in concepts}


def flags(game: Game, small: Network, bits: int) -> Flags:
    """A set of a network's states as flags by place."""
    found = np.zeros(game.space.size, dtype=bool)
    found[small.places] = as_flags(bits, small.size)
    return found


def _about_unknown(game: Game, small: Network | None) -> list[str]:
    if small is None:
        return [_too_many(game, "stability under unknown preference")]
    if any(cut is not None for cut in game.cuts):
        return ["strong stability: some preferences are unknown"]
    return []


def _too_many(game: Game, what: str) -> str:
    return f"{what}: {game.states:,} states are more than {MOST:,}"
