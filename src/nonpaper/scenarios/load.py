"""Reads a model file, TOML or JSON, into a scenario, with a finding for each fault that names the line."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path as File
from typing import Any

import msgspec

from nonpaper.model.finding import Finding
from nonpaper.model.scenario import Scenario
from nonpaper.scenarios.build import build
from nonpaper.scenarios.findings import Notes
from nonpaper.scenarios.lines import Lines

LARGEST = 8_000_000
_DIRECTIONS = {"Y": "taken", "N": "dropped", "fwd": "taken", "back": "dropped"}


class Loaded(msgspec.Struct, frozen=True, kw_only=True):
    """The scenario, None where the file cannot be used as one, and what was found."""

    scenario: Scenario | None
    findings: tuple[Finding, ...] = ()

    @property
    def readable(self) -> bool:
        """Whether the file could be read at all, whatever its faults as a model."""
        return not any(f.code == "unreadable" for f in self.findings)


def load_scenario(path: str) -> Loaded:
    """The model in a file; never raises for its content."""
    try:
        with File(path).open("rb") as stream:
            raw = stream.read(LARGEST + 1)
    except OSError as error:
        return _unreadable(path, f"cannot be opened ({error.strerror or error})", "check the name")
    if len(raw) > LARGEST:
        return _unreadable(path, f"is larger than {LARGEST // 1_000_000} MB", "write the model with options and rules")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _unreadable(path, "is not UTF-8 text", "save it as UTF-8")
    return parse_scenario(text, path)


def parse_scenario(text: str, file: str = "model") -> Loaded:
    """As `load_scenario`, from the text of the file. Text that begins with { is JSON."""
    as_json = text.lstrip()[:1] == "{"
    try:
        table = json.loads(text, parse_constant=_no_constant) if as_json else tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        kind = "JSON" if as_json else "TOML"
        said = str(error) or "nested too deep"
        line = m[1] if (m := re.search(r"line (\d+)", said)) else "1"
        return _unreadable(f"{file}:{line}", f"is not valid {kind} ({said})", "mend the line and run check again")
    notes = Notes(file, Lines(text, toml=not as_json))
    scenario = build(_from_json(table) if as_json else table, notes)
    return Loaded(scenario=None if notes.stopped else scenario, findings=notes.findings)


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _unreadable(where: str, what: str, remedy: str) -> Loaded:
    finding = Finding(code="unreadable", level="left_out", where=where, what=what, remedy=remedy)
    return Loaded(scenario=None, findings=(finding,))


def _from_json(table: dict[str, Any]) -> dict[str, Any]:
    """A case file (lists `states`, `options`, and `preferences` by decision maker) in the form of the TOML model."""
    if "states" not in table or not isinstance(table["states"], list):
        return table
    kept: dict[str, Any] = {
        key: table[key] for key in ("title", "decision_makers", "status_quo", "names") if key in table
    }
    preferences = table.get("preferences")
    if isinstance(preferences, dict):
        kept["preference"] = {name: {"ranking": ranking} for name, ranking in preferences.items()}
    options = table.get("options") or []
    kept["option"] = _options(options) if isinstance(options, list) else options
    kept["state"] = table["states"]
    if table.get("moves") is not None:
        kept["moves"] = table["moves"]
    return {"title": table.get("name", "")} | kept


def _options(options: list[Any]) -> list[Any]:
    found: list[Any] = []
    keys: set[str] = set()
    for number, option in enumerate(options, start=1):
        if not isinstance(option, dict):
            found.append(option)
            continue
        name = str(option.get("name", f"option {number}"))
        key = re.sub(r"\W+", "_", name).strip("_").lower() or f"option_{number}"
        key = key if key not in keys else f"{key}_{number}"
        keys.add(key)
        way = option.get("irreversible") or option.get("permittedDirection")
        entry = {"key": key, "says": name, "decision_maker": option.get("dm")}
        entry["irreversible"] = _DIRECTIONS.get(str(way), None if way in (None, "both") else way)
        found.append({k: v for k, v in entry.items() if v is not None})
    return found
