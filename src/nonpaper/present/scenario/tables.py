"""What analyses of a scenario found, as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from nonpaper.model.scenario import Concept, Prioritised, Ranked, Wanted, Weighted
from nonpaper.model.scenario_results import Change, Condition, Evolution, Inverse, Sensitivity
from nonpaper.present.scenario.words import READINGS, listed, path_words, state_name, state_words
from nonpaper.scenarios.analysis import CAUTIOUS, Analysis, Table, equilibria
from nonpaper.scenarios.game import Game

MOST_ROWS = 60
LETTERS: dict[Concept, str] = {"R": "r", "GMR": "g", "SMR": "s", "SEQ": "q", "SIM": "i"}


def model_words(game: Game) -> str:
    """The model as read: who may do what, how many states, what is known of preferences."""
    scenario = game.scenario
    lines = [scenario.title or "(no title)"]
    for name, preference in zip(game.names, scenario.preferences, strict=True):
        own = [
            o.says + {"taken": " (not undone)", "dropped": " (not taken up again)"}.get(o.irreversible or "", "")
            for o in scenario.options
            if o.decision_maker == name
        ]
        lines += [f"  {name}: {listed(own)}", f"    prefers {_preference(preference)}"]
    left = game.space.size - game.states
    lines.append(f"{game.states:,} states" + (f", {left:,} combinations excluded by rules" if left else ""))
    if scenario.status_quo is not None:
        lines.append(f"status quo: {state_name(game, scenario.status_quo)}: {state_words(game, scenario.status_quo)}")
    return "\n".join(lines)


def _preference(preference: object) -> str:
    match preference:
        case Prioritised(statements=statements, strong=strong):
            great = f" (the first {strong} greatly)" if strong else ""
            return f"by {len(statements)} statements{great}: " + "; ".join(s.text for s in statements[:12])
        case Wanted(statements=statements):
            return f"by {len(statements)} statements in no order: " + "; ".join(s.text for s in statements[:12])
        case Ranked(classes=classes):
            return f"by ranking {sum(map(len, classes))} states in {len(classes)} classes"
        case Weighted():
            return "by weights of options"
        case _:
            return "is not known"


def stability_table(analysis: Analysis) -> str:
    """States by decision maker, a letter for each concept under which the state is stable; then the equilibria."""
    game, found = analysis.game, equilibria(analysis.stable)
    concepts = [c for c in LETTERS if any(c in by_concept for by_concept in analysis.stable.values())]
    lines = [game.scenario.title or "(no title)", _legend(concepts)]
    if not all(game.known):
        lines.append(f"Some preferences are unknown; the table is reading {CAUTIOUS}: {READINGS[CAUTIOUS]}.")
    lines += ["", *_rows(analysis, concepts), ""]
    lines += [f"{c:4} equilibria: {listed(game.ids(flags))}" for c, flags in found.items()]
    lines += _strong(game, analysis.strong)
    for reading, table in analysis.readings.items():
        lines.append(f"reading {reading} ({READINGS[reading]}):")
        lines += [f"  {c:4} equilibria: {listed(game.ids(flags))}" for c, flags in equilibria(table).items()]
    for name, by_concept in analysis.coalitions.items():
        lines.append(f"coalition {name}, stable:")
        lines += [f"  {c:4} {listed(game.ids(flags))}" for c, flags in by_concept.items()]
    return "\n".join([*lines, *(f"left out: {what}" for what in analysis.left_out)])


def _legend(concepts: Sequence[Concept]) -> str:
    return "stable under: " + ", ".join(f"{LETTERS[c]} {c}" for c in concepts) + "; E: for everyone"


def _rows(analysis: Analysis, concepts: Sequence[Concept]) -> list[str]:
    game, found = analysis.game, equilibria(analysis.stable)
    shown = game.space.feasible
    head = []
    if game.states > MOST_ROWS:
        shown = np.logical_or.reduce([np.zeros(game.space.size, dtype=bool), *found.values()])
        head = [f"{game.states:,} states, {int(shown.sum()):,} of them equilibria; at most {MOST_ROWS} shown"]
    names = {state: state_name(game, state) for state in game.ids(shown)[:MOST_ROWS]}
    width = max([5, *map(len, names.values())])
    titles = "  ".join(
        ["state".ljust(width), *(n[:12].ljust(max(len(concepts), len(n[:12]))) for n in game.names), "E"]
    )
    lines = [*head, titles]
    for state, name in names.items():
        place = game.layout.place_of(state)
        cells = [_letters(analysis.stable[n], concepts, place).ljust(len(n[:12])) for n in game.names]
        lines.append("  ".join([name.ljust(width), *cells, _letters(found, concepts, place)]))
    return lines


def _letters(by_concept: object, concepts: Sequence[Concept], place: int) -> str:
    flags = dict(by_concept)  # type: ignore[call-overload]
    return "".join(LETTERS[c] if c in flags and flags[c][place] else "·" for c in concepts)


def _strong(game: Game, strong: Table) -> list[str]:
    if not strong:
        return []
    return [
        "strongly stable for everyone (sanctions that are greatly minded):",
        *(f"  {c:4} equilibria: {listed(game.ids(flags))}" for c, flags in equilibria(strong).items()),
    ]


def evolution_words(game: Game, evolution: Evolution) -> str:
    """The equilibria that can be reached, nearest first."""
    lines = [f"from {state_name(game, evolution.start)}: {state_words(game, evolution.start)}", ""]
    for route in evolution.routes:
        lines.append(f"{state_name(game, route.state)} [{' '.join(route.concepts)}]: {state_words(game, route.state)}")
        if route.by_improvements is not None:
            lines.append(f"    by improvements alone, {_way(game, route.by_improvements)}")
            continue
        if route.by_possible_improvements is not None:
            lines.append(f"    by moves not known to be worse, {_way(game, route.by_possible_improvements)}")
        if route.by_moves is None:
            lines.append("    out of reach")
        elif route.by_possible_improvements is None:
            lines.append(f"    only with moves that are no improvement, {_way(game, route.by_moves)}")
    if not evolution.routes:
        lines.append("no equilibria")
    if evolution.more:
        lines.append(f"and {evolution.more:,} more equilibria")
    for kind, counts in evolution.reached.items():
        if kind == "possible improvements" and all(game.known):
            continue
        lines.append(f"states first reached by {kind} after 0, 1, 2… steps: {listed(counts)}")
    return "\n".join([*lines, f"method: {evolution.method}", *(f"left out: {what}" for what in evolution.left_out)])


def _way(game: Game, steps: Sequence[object]) -> str:
    if not steps:
        return "it is the status quo"
    return f"{len(steps)} step{'s' * (len(steps) > 1)}: {path_words(game, steps)}"  # type: ignore[arg-type]


def inverse_words(game: Game, found: Inverse) -> str:
    """How many rankings, and what they have in common."""
    wished = state_name(game, found.state)
    lines = [f"{wished} stable for {found.decision_maker} under {found.concept}, the others as they are:"]
    if found.strict is not None and found.strict_of and found.tied is not None and found.tied_of:
        lines.append(f"  {_share(found.strict, found.strict_of)} rankings without ties")
        lines.append(f"  {_share(found.tied, found.tied_of)} rankings, ties allowed")
    if found.conditions:
        lines.append(f"exactly the rankings in which, on each line, these are not preferred to {found.state}:")
        lines += [f"  - {_condition(game, condition)}" for condition in found.conditions[:MOST_ROWS]]
        if len(found.conditions) > MOST_ROWS:
            lines.append(f"  - and {len(found.conditions) - MOST_ROWS} more conditions")
    elif not found.left_out:
        lines.append("Every ranking is one of them.")
    return "\n".join([*lines, f"method: {found.method}", *(f"left out: {what}" for what in found.left_out)])


def _share(some: int, of: int) -> str:
    exact = f"{some:,} of {of:,}" if of < 10**15 else f"{_short(some)} of {_short(of)}"
    return f"{exact} ({1000 * some // of / 10:.1f} %)"


def _short(number: int) -> str:
    """A whole number of any length in four figures, the rest cut off."""
    figures = str(number)
    return f"{figures[0]}.{figures[1:4]}e+{len(figures) - 1}" if len(figures) > 4 else figures


def _condition(game: Game, condition: Condition) -> str:
    groups = [" and ".join(state_name(game, s) for s in group) for group in condition.groups[:8]]
    more = [f"one of {len(condition.groups) - 8} more groups"] if len(condition.groups) > 8 else []
    return ", or ".join(groups + more)


def changes_words(game: Game, found: Sensitivity) -> str:
    """The smallest changes, concept by concept."""
    lines = [f"{concept}: {_for_concept(game, found, concept)}" for concept in found.complete]
    return "\n".join(
        [
            *lines,
            f"{found.tried:,} rankings tried",
            f"method: {found.method}",
            *(f"left out: {w}" for w in found.left_out),
        ]
    )


def _for_concept(game: Game, found: Sensitivity, concept: str) -> str:
    changes = [c for c in found.changes if c.concept == concept]
    if not changes:
        return f"no change of up to {found.complete[concept]} steps changes the equilibria"
    steps = changes[0].steps
    return f"{steps} step{'s' * (steps > 1)} at least\n" + "\n".join(
        f"  - {_change(game, change)}" for change in changes
    )


def _change(game: Game, change: Change) -> str:
    gone = f"; no longer an equilibrium: {listed(change.lost)}" if change.lost else ""
    new = f"; new equilibrium: {listed(change.gained)}" if change.gained else ""
    return f"{change.decision_maker}: {listed(_moved(game, change), 6)}{gone}{new}"


def _moved(game: Game, change: Change) -> list[str]:
    """The pairs of states whose comparison changes, nearest first."""
    before = game.ranks[game.names.index(change.decision_maker)]
    height = {s: -n for n, tie in enumerate(change.ranking) for s in tie}
    states, found = list(height), []
    for number, one in enumerate(states):
        for other in states[number + 1 :]:
            was = np.sign(before[game.layout.place_of(one)] - before[game.layout.place_of(other)])
            now = np.sign(height[one] - height[other])
            if was != now:
                found.append(f"{one} {_SIGN[int(now)]} {other} (was {one} {_SIGN[int(was)]} {other})")
    return found


_SIGN = {1: ">", 0: "=", -1: "<"}
