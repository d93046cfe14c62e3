"""The option table as the literature prints it: options by decision maker down, states across, Y or N in the cells."""

from __future__ import annotations

import numpy as np

from nonpaper.scenarios.game import Game

MOST_COLUMNS = 40


def shown_states(game: Game, chosen: list[int] | None = None) -> list[int]:
    """The states to print, at most `MOST_COLUMNS`."""
    return (game.ids(game.space.feasible) if chosen is None else chosen)[:MOST_COLUMNS]


def option_rows(game: Game, states: list[int]) -> list[tuple[str, str, str]]:
    """For each option its decision maker (named once), its words and its marks, one a state."""
    patterns = [game.pattern_at(game.layout.place_of(s)) for s in states]
    order = [*game.names, None]
    numbered = sorted(enumerate(game.scenario.options), key=lambda ko: order.index(ko[1].decision_maker))
    rows, last = [], ""
    for k, option in numbered:
        owner = option.decision_maker or ""
        rows.append((owner if owner != last else "", option.says, "".join(p[k] for p in patterns)))
        last = owner
    return rows


def option_table(game: Game, chosen: list[int] | None = None) -> str:
    """The table as text; in parts where it is wider than a page."""
    states = shown_states(game, chosen)
    rows = option_rows(game, states)
    if not rows:
        return "the model lists its states without options: " + ", ".join(map(str, states))
    width = max(len(str(s)) for s in states) + 1
    owner, words = max(len(r[0]) for r in rows), max(len(r[1]) for r in rows)
    per = max(1, (110 - owner - words) // width)
    parts = []
    for begin in range(0, len(states), per):
        cells = [
            owner_.ljust(owner) + "  " + says.ljust(words) + "".join(m.rjust(width) for m in marks[begin : begin + per])
            for owner_, says, marks in rows
        ]
        head = "state".rjust(owner + words + 2) + "".join(str(s).rjust(width) for s in states[begin : begin + per])
        parts.append("\n".join([*cells, head]))
    hidden = int(np.count_nonzero(game.space.feasible)) - len(states)
    return "\n\n".join(parts) + (f"\n\n{hidden:,} more states are not shown" if hidden and chosen is None else "")
