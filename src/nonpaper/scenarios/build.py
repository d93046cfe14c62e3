"""From the tables of a model file to a scenario; everything that is not as it must be becomes a finding."""

from __future__ import annotations

from typing import Any

import numpy as np

from nonpaper.model.scenario import Condition, Option, Rule, Scenario, State
from nonpaper.scenarios.conditions import ConditionError, parse, truth
from nonpaper.scenarios.findings import Notes
from nonpaper.scenarios.game import Layout, states_of
from nonpaper.scenarios.lines import Path
from nonpaper.scenarios.references import References, preference
from nonpaper.scenarios.space import Flags

MOST_MAKERS, MOST_OPTIONS, MOST_STATES = 12, 22, 20_000
_TOP = ("title", "decision_makers", "status_quo", "names", "option", "infeasible", "state", "moves", "preference")
_OPTION = ("key", "says", "decision_maker", "irreversible", "evidence", "note")
_RESERVED = frozenset({"and", "or", "not", "if", "iff"})


def build(table: dict[str, Any], notes: Notes) -> Scenario | None:
    """The scenario, or None where a finding that stops it was made."""
    notes.unknown_keys((), table, _TOP)
    makers = _makers(table, notes)
    moves_given = table.get("moves") is not None
    options = _options(table, makers, notes, owned=not moves_given)
    keys = [option.key for option in options]
    states = _states(table, len(options), notes, written=moves_given)
    rules = _rules(table, keys, notes)
    if notes.stopped:
        return None
    bare = Scenario(
        title=_text(table, "title", (), notes), decision_makers=makers, options=options, states=states, infeasible=rules
    )
    layout, feasible = _states_left(bare, notes)
    if notes.stopped:
        return None
    references = References(bare, notes)
    names = references.names(table.get("names", {}))
    moves = references.moves(table["moves"]) if moves_given else None
    given = _table(table, "preference", notes)
    notes.unknown_keys(("preference",), given, makers)
    preferences = tuple(preference(given.get(name), name, references) for name in makers)
    quo = table.get("status_quo")
    if notes.stopped:
        return None
    scenario = Scenario(
        title=bare.title,
        decision_makers=makers,
        options=options,
        states=states,
        infeasible=rules,
        moves=moves,
        preferences=preferences,
        names=names,
        status_quo=None if quo is None else references.state(quo, ("status_quo",)),
    )
    _odd(scenario, layout, feasible, notes)
    return scenario


def _makers(table: dict[str, Any], notes: Notes) -> tuple[str, ...]:
    given = table.get("decision_makers")
    path: Path = ("decision_makers",)
    if not isinstance(given, list) or not given or not all(isinstance(n, str) and n.strip() for n in given):
        notes.fault(path, "decision_makers is missing or no list of names", 'write decision_makers = ["A", "B"]')
        return ()
    if len(set(given)) < len(given):
        notes.fault(path, "a decision maker is named twice", "name each once")
    if len(given) > MOST_MAKERS:
        notes.fault(path, f"{len(given)} decision makers are more than {MOST_MAKERS}", "join those that act as one")
    return tuple(given)


def _options(table: dict[str, Any], makers: tuple[str, ...], notes: Notes, *, owned: bool) -> tuple[Option, ...]:
    found: list[Option] = []
    for number, entry in enumerate(_tables(table, "option", notes)):
        path: Path = ("option", number)
        notes.unknown_keys(path, entry, _OPTION)
        key = entry.get("key")
        if not isinstance(key, str) or not key.strip() or key.lower() in _RESERVED or key.isdigit():
            notes.fault(
                (*path, "key"),
                "the option has no usable key",
                'write key = "a_short_name", no number, no "and", "or", "not", "if"',
            )
            continue
        if key in [o.key for o in found]:
            notes.fault((*path, "key"), f'the key "{key}" is used twice', "give each option its own")
        maker, way = entry.get("decision_maker"), entry.get("irreversible")
        if (maker is None and owned) or (maker is not None and maker not in makers):
            notes.fault(
                (*path, "decision_maker"),
                f'option "{key}": its decision maker is missing or not in decision_makers',
                f"use one of {', '.join(makers)}",
            )
        if way not in (None, "taken", "dropped"):
            notes.fault(
                (*path, "irreversible"),
                f'option "{key}": irreversible is "{way}"',
                'write "taken" (cannot be undone) or "dropped" (cannot be taken up again)',
            )
            way = None
        found.append(Option(key=key, says=str(entry.get("says", key)), decision_maker=maker, irreversible=way))
    listed = bool(table.get("state"))
    if not found and not listed:
        notes.fault(
            (), "the model has no options and lists no states", "write an [[option]] for each thing a party may do"
        )
    if len(found) > MOST_OPTIONS and not listed:
        notes.fault(
            ("option", MOST_OPTIONS),
            f"{len(found)} options are more than {MOST_OPTIONS}",
            "leave out those that decide nothing",
        )
    return tuple(found)


def _rules(table: dict[str, Any], keys: list[str], notes: Notes) -> tuple[Rule, ...]:
    found = []
    for number, entry in enumerate(_tables(table, "infeasible", notes)):
        path: Path = ("infeasible", number)
        notes.unknown_keys(path, entry, ("when", "because"))
        condition = condition_of(entry.get("when"), keys, (*path, "when"), notes)
        if condition is not None:
            found.append(Rule(condition=condition, text=str(entry["when"]), because=str(entry.get("because", ""))))
    return tuple(found)


def condition_of(text: object, keys: list[str], path: Path, notes: Notes) -> Condition | None:
    """A condition, or a finding that quotes it."""
    if not isinstance(text, str):
        notes.fault(
            path, "a condition is missing or no text", 'write it in quotation marks, as in "accept and not strike"'
        )
        return None
    try:
        return parse(text, keys)
    except ConditionError as error:
        notes.fault(
            path,
            f'"{text[:80]}" {error}',
            "see docs/scenarios.md for conditions",
            words=text.splitlines()[0] if text else None,
        )
        return None


def _states(table: dict[str, Any], options: int, notes: Notes, *, written: bool) -> tuple[State, ...]:
    found: dict[int, State] = {}
    entries = _tables(table, "state", notes)
    if len(entries) > MOST_STATES:
        notes.fault(("state", 0), f"{len(entries)} listed states are more than {MOST_STATES}", "use options and rules")
        return ()
    for number, entry in enumerate(entries):
        path: Path = ("state", number)
        notes.unknown_keys(path, entry, ("id", "label", "pattern"))
        state, pattern = entry.get("id"), entry.get("pattern")
        if not isinstance(state, int) or isinstance(state, bool) or state in found or abs(state) > 2**53:
            notes.fault(
                (*path, "id"), "a state's id is missing, no whole number, or used twice", "number each state once"
            )
        elif options and (not isinstance(pattern, str) or len(pattern) != options or set(pattern) - {"Y", "N", "-"}):
            notes.fault(
                (*path, "pattern"),
                f"state {state}: its pattern must have Y, N or - (either) for each of {options} options",
                'write pattern = "YN…"',
            )
        elif "-" in (pattern or "") and not written:
            notes.fault(
                (*path, "pattern"),
                f"state {state}: with - in a pattern, moves do not follow from the options",
                "list them in [moves.NAME]",
            )
        elif not options and pattern is not None:
            notes.fault(
                (*path, "pattern"),
                f"state {state} has a pattern, but the model has no options",
                "write [[option]] tables, or leave it out",
            )
        else:
            found[state] = State(id=state, label=str(entry.get("label", "")), pattern=pattern)
    return tuple(found.values())


def _text(table: dict[str, Any], key: str, path: Path, notes: Notes) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        notes.fault((*path, key), f"{key} is no text", "put it in quotation marks")
        return ""
    return value


def _table(table: dict[str, Any], key: str, notes: Notes) -> dict[str, Any]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        notes.fault((key,), f"{key} is no table", f"write [{key}.NAME] and its lines below")
        return {}
    return value


def _tables(table: dict[str, Any], key: str, notes: Notes) -> list[dict[str, Any]]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        notes.fault((key,), f"{key} is no list of tables", f"write [[{key}]] with two brackets, once for each")
        return []
    return value


def _states_left(scenario: Scenario, notes: Notes) -> tuple[Layout, Flags]:
    """The states, and those of them that no rule excludes; a fault where none is left or a listed one is excluded."""
    layout, feasible = states_of(scenario)
    for number, rule in enumerate(scenario.infeasible):
        if scenario.states:
            _rule_on_listed(scenario, rule, number, layout, notes)
    if not feasible.any():
        notes.fault(("infeasible", 0), "the rules leave no state", "loosen one of them")
    return layout, feasible


def _odd(scenario: Scenario, layout: Layout, feasible: Flags, notes: Notes) -> None:
    """What a model may have but probably should not."""
    for name in scenario.decision_makers:
        moves = scenario.moves.get(name) if scenario.moves is not None else None
        if not moves and not any(o.decision_maker == name for o in scenario.options):
            what = f"{name} has no options and no moves"
            notes.note(("decision_makers",), what, "leave it out unless its preferences matter to you")
    quo = scenario.status_quo
    if quo is not None and not feasible[layout.place_of(quo)]:
        notes.fault(("status_quo",), "the status quo is excluded by a rule", "name a feasible state")


def _rule_on_listed(scenario: Scenario, rule: Rule, number: int, layout: Layout, notes: Notes) -> None:
    excluded = np.flatnonzero(truth(rule.condition, layout.taken))
    for place in excluded[:3]:
        notes.fault(
            ("infeasible", number),
            f"the rule excludes the listed state {scenario.states[place].id}",
            "take the state out of the list, or the rule",
        )
