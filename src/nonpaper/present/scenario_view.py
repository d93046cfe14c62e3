"""What the brief shows of a scenario, as frozen data."""

from __future__ import annotations

import msgspec


class EquilibriumRow(msgspec.Struct, frozen=True, kw_only=True):
    """One state that would hold, and the way there."""

    state: str
    words: str
    concepts: str
    way: str = ""


class ScenarioView(msgspec.Struct, frozen=True, kw_only=True):
    """The section. `graph` is our own SVG, its text escaped; `unknown` are those of whom some preference is unknown."""

    title: str
    file: str
    graph: str
    rows: tuple[EquilibriumRow, ...]
    unknown: tuple[str, ...]
    method: str
    more: int = 0
    left_out: tuple[str, ...] = ()
