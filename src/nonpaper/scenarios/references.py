"""States as a model file names them, and the preferences over them."""

from __future__ import annotations

from math import isfinite
from typing import Any

import numpy as np

from nonpaper.model.scenario import Preference, Prioritised, Ranked, Scenario, Statement, Unstated, Wanted, Weighted
from nonpaper.scenarios.conditions import ConditionError, parse, truth
from nonpaper.scenarios.findings import Notes, suggestion
from nonpaper.scenarios.lines import Path

MOST_STATEMENTS = 400
_FORMS = ("prefer", "wants", "ranking", "weights")
_KEYS = (*_FORMS, "unknown", "strong", "great", "evidence", "note")


class References:
    """Finds states by id, by pattern (Y or N for each option) or by name."""

    def __init__(self, scenario: Scenario, notes: Notes) -> None:
        self.scenario, self.notes = scenario, notes
        self.keys = [option.key for option in scenario.options]
        self._ids = {state.id for state in scenario.states}
        self._patterns = {state.pattern: state.id for state in scenario.states}
        self._named: dict[str, int] = {}
        self._closed: dict[int, bool] = {}

    def names(self, given: object) -> dict[int, str]:
        """The names of states, as `names = { deal = "YYN" }` gives them."""
        if not isinstance(given, dict):
            self.notes.fault(("names",), "names is no table", 'write names = { deal = "YYN" }')
            return {}
        for name, value in given.items():
            state = self.state(value, ("names", name))
            if state is not None:
                self._named[name] = state
        return {state: name for name, state in self._named.items()}

    def state(self, given: object, path: Path) -> int | None:
        """The id meant, or a finding."""
        state = self._meant(given)
        if state is None:
            words = str(given)[:60]
            remedy = "use its number, its name, or its pattern of Y and N"
            self.notes.fault(path, f'"{words}" is no state of the model', remedy, words=words)
        return state

    def _meant(self, given: object) -> int | None:
        if isinstance(given, str) and given in self._named:
            return self._named[given]
        if isinstance(given, str):
            if self._ids:
                return self._patterns.get(given)
            if len(given) == len(self.keys) and not set(given) - {"Y", "N"}:
                return sum(1 << k for k, mark in enumerate(given) if mark == "Y")
            return None
        if isinstance(given, bool) or not isinstance(given, int):
            return None
        if self._ids:
            return given if given in self._ids else None
        return given if 0 <= given < 1 << len(self.keys) else None

    def open_state(self, given: object, path: Path) -> int | None:
        """As `state`, and no rule excludes it."""
        state = self.state(given, path)
        if state is not None and not self._ids and self._excluded(state):
            self.notes.fault(path, f"state {given} is excluded by a rule", "take it out", words=str(given))
            return None
        return state

    def _excluded(self, state: int) -> bool:
        if state not in self._closed:
            self._closed[state] = any(
                bool(truth(rule.condition, lambda k: np.array([state >> k & 1 == 1]))[0])
                for rule in self.scenario.infeasible
            )
        return self._closed[state]

    def moves(self, given: object) -> dict[str, dict[int, tuple[int, ...]]]:
        """The moves of each decision maker, as `[moves.NAME]` tables of a state's targets give them."""
        if not isinstance(given, dict) or not self.scenario.states:
            self.notes.fault(
                ("moves",), "moves needs listed states", "list [[state]] tables, or give options and leave moves out"
            )
            return {}
        self.notes.unknown_keys(("moves",), given, self.scenario.decision_makers)
        return {name: self._moves(given.get(name, {}), ("moves", name)) for name in self.scenario.decision_makers}

    def _moves(self, given: object, path: Path) -> dict[int, tuple[int, ...]]:
        if not isinstance(given, dict):
            self.notes.fault(path, "moves of a decision maker are no table", 'write "1" = [2, 3] for each state')
            return {}
        found: dict[int, tuple[int, ...]] = {}
        for source, targets in given.items():
            at = (*path, source)
            start = self.state(int(source) if source.lstrip("-").isdigit() else source, at)
            ends = [self.state(t, at) for t in targets] if isinstance(targets, list) else [self.state(targets, at)]
            if start is not None and start in ends:
                self.notes.fault(at, f"state {source} moves to itself", "take it out")
            elif start is not None:
                found[start] = tuple(sorted({t for t in ends if t is not None}))
        return found


def preference(given: object, name: str, references: References) -> Preference:
    """One decision maker's preference; nothing given is unknown, and says so."""
    notes, path = references.notes, ("preference", name)
    if given is None:
        notes.note(
            ("preference",),
            f"nothing is said of what {name} prefers",
            "it is read as unknown; write it down to know more",
        )
        return Unstated()
    if not isinstance(given, dict):
        notes.fault(path, "a preference is no table", f"write [preference.{name}]")
        return Unstated()
    notes.unknown_keys(path, given, _KEYS)
    forms = [form for form in _FORMS if form in given]
    if len(forms) > 1 or not (forms or given.get("unknown") is True):
        notes.fault(
            path, f"{name}: a preference needs one of prefer, wants, ranking, weights, or unknown = true", "give one"
        )
        return Unstated()
    for key, form in (("strong", "prefer"), ("great", "weights")):
        if key in given and forms != [form]:
            notes.fault((*path, key), f'"{key}" goes with {form} alone', "take it out")
    if not forms:
        return Unstated()
    return {"prefer": _prioritised, "wants": _wanted, "ranking": _ranked, "weights": _weighted}[forms[0]](
        given, path, references
    )


def _prioritised(given: dict[str, Any], path: Path, references: References) -> Preference:
    notes = references.notes
    statements = _statements(given["prefer"], (*path, "prefer"), references)
    strong = given.get("strong", 0)
    if not isinstance(strong, int) or isinstance(strong, bool) or not 0 <= strong <= len(statements):
        notes.fault(
            (*path, "strong"), "strong must be how many of the first statements part states greatly", "write strong = 1"
        )
        strong = 0
    if not all(s.known for s in statements[:strong]):
        notes.fault((*path, "strong"), "a statement marked ? cannot be strong", "lower strong, or decide the statement")
    return Prioritised(statements=statements, strong=strong)


def _wanted(given: dict[str, Any], path: Path, references: References) -> Preference:
    return Wanted(statements=_statements(given["wants"], (*path, "wants"), references))


def _statements(listed: object, path: Path, references: References) -> tuple[Statement, ...]:
    notes = references.notes
    if not isinstance(listed, list) or not listed or len(listed) > MOST_STATEMENTS:
        notes.fault(
            path,
            f"{path[-1]} must be a list of 1 to {MOST_STATEMENTS} statements",
            f'write {path[-1]} = ["not strike", …]',
        )
        return ()
    found = []
    for entry in listed:
        text = str(entry).strip()
        try:
            condition = parse(text.removeprefix("?"), references.keys)
        except ConditionError as error:
            notes.fault(
                path, f'"{text[:80]}" {error}', "see docs/scenarios.md for statements", words=text.split("\n")[0]
            )
            continue
        found.append(Statement(condition=condition, text=text, known=not text.startswith("?")))
    return tuple(found)


def _ranked(given: dict[str, Any], path: Path, references: References) -> Preference:
    notes, at = references.notes, (*path, "ranking")
    listed = given["ranking"]
    if not isinstance(listed, list):
        notes.fault(at, "ranking is no list", "write the states best first, ties in brackets: [[1, 3], 2]")
        return Unstated()
    classes: list[tuple[int, ...]] = []
    gaps: list[int] = []
    seen: set[int] = set()
    for entry in listed:
        if entry == ">>":
            gaps.append(len(classes))
            continue
        found = [references.open_state(s, at) for s in (entry if isinstance(entry, list) else [entry])]
        ids = [s for s in found if s is not None]
        if len(set(ids)) < len(ids) or seen & set(ids):
            notes.fault(at, f"a state is ranked twice: {entry}", "rank each once", words=str(entry))
        seen |= set(ids)
        classes += [tuple(ids)] if ids else []
    return Ranked(classes=tuple(classes), gaps=tuple(gaps), unknown=_pairs(given.get("unknown", []), path, references))


def _pairs(given: object, path: Path, references: References) -> tuple[tuple[int, int], ...]:
    at = (*path, "unknown")
    if not isinstance(given, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in given):
        references.notes.fault(at, "unknown beside a ranking is a list of pairs of states", "write unknown = [[1, 4]]")
        return ()
    found = [tuple(references.open_state(s, at) for s in pair) for pair in given]
    return tuple((a, b) for a, b in found if a is not None and b is not None and a != b)


def _weighted(given: dict[str, Any], path: Path, references: References) -> Preference:
    notes, at, keys = references.notes, (*path, "weights"), references.keys
    listed, unknown, great = given["weights"], given.get("unknown", []), given.get("great")
    if not isinstance(listed, dict):
        notes.fault(at, "weights is no table", "write weights = { option = 3, other = -1 }")
        return Unstated()
    for key in [*listed, *(unknown if isinstance(unknown, list) else [])]:
        if key not in keys:
            notes.fault(at, f'"{key}" is no option', suggestion(str(key), keys), words=str(key))
    numbers = {
        k: v
        for k, v in listed.items()
        if isinstance(v, int | float) and not isinstance(v, bool) and isfinite(v) and abs(v) <= 1e6
    }
    if len(numbers) < len(listed):
        notes.fault(
            at, "a weight is no number between -1,000,000 and 1,000,000", "write one for each option that matters"
        )
    if great is not None and not (
        isinstance(great, int | float) and not isinstance(great, bool) and isfinite(great) and great > 0
    ):
        notes.fault(
            (*path, "great"),
            "great must be a number above 0",
            "write the difference from which on a state is greatly preferred",
        )
        great = None
    if not isinstance(unknown, list):
        notes.fault((*path, "unknown"), "unknown beside weights is a list of options", 'write unknown = ["strike"]')
        unknown = []
    return Weighted(
        weights=tuple(float(numbers.get(key, 0)) for key in keys),
        unknown=tuple(keys.index(k) for k in unknown if k in keys),
        great=None if great is None else float(great),
    )
