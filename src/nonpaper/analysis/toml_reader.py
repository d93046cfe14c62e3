"""What reads the parts of a problem in TOML: entries, names, numbers, each fault with its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, TypeGuard

from nonpaper.analysis.faults import doubt, fault
from nonpaper.analysis.lines import Lines
from nonpaper.model.finding import Finding
from nonpaper.model.problem import Issue

KEYS = {
    "issue": ("name", "topic", "options", "cost"),
    "party": ("name", "reservation", "weights", "order", "values"),
    "link": ("when", "then", "why"),
    "draft": ("name", "choices"),
}


class FaultError(Exception):
    """A fault in one entry: line, what, what to do."""

    def __init__(self, line: int | None, what: str, remedy: str) -> None:
        super().__init__(what)
        self.line, self.what, self.remedy = line, what, remedy


class Reader:
    """One file on its way to a problem; faults and doubts gather in `found`."""

    def __init__(self, table: dict[str, Any], text: str, file: str) -> None:
        self.table, self.file, self.lines = table, file, Lines(text)
        self.found: list[Finding] = []
        self.issues: list[Issue] = []

    def fault(self, line: int | None, what: str, remedy: str) -> None:
        """Notes what must be put right."""
        self.found.append(fault(self.file, line, what, remedy))

    def doubt(self, line: int | None, what: str, remedy: str) -> None:
        """Notes what should be looked at."""
        self.found.append(doubt(self.file, line, what, remedy))

    def entries(self, kind: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """The entries of one kind that are tables, with their numbers; others and unknown keys are faults."""
        listed = self.table.get(kind, [])
        if not isinstance(listed, list):
            self.fault(self.lines.of("", key=kind), f"{kind} is not a list", f"write [[{kind}]] once for each")
            return
        for number, entry in enumerate(listed):
            if not isinstance(entry, dict):
                self.fault(self.lines.of(kind, number), f"{kind} {number + 1} is not a table", f"write [[{kind}]]")
                continue
            for key in entry:
                if key not in KEYS[kind]:
                    line = self.lines.of(kind, number, key=key)
                    self.fault(line, f'"{key}" is unknown in [[{kind}]]', f"use one of {', '.join(KEYS[kind])}")
            yield number, entry

    def issue(self, name: object, line: int | None) -> int:
        """Place of the issue of this name."""
        for at, issue in enumerate(self.issues):
            if issue.name == name:
                return at
        raise FaultError(line, f'there is no issue "{short(name)}"', f"use one of {names(i.name for i in self.issues)}")

    def option(self, issue: int, name: object, line: int | None) -> int:
        """Place of the option of this name in an issue."""
        options = self.issues[issue].options
        if isinstance(name, str) and name in options:
            return options.index(name)
        what = f'issue "{self.issues[issue].name}" has no option "{short(name)}"'
        raise FaultError(line, what, f"use one of {names(options)}")


def name_of(entry: dict[str, Any], line: int | None, kind: str) -> str:
    """The name of an entry; FaultError where it has none."""
    name = entry.get("name")
    if not isinstance(name, str) or not name.strip():
        raise FaultError(line, f"an entry of [[{kind}]] has no name", 'write name = "…"')
    return name.strip()


def is_number(value: object) -> TypeGuard[int | Fraction]:
    """Whether a decoded value is a number; true and false are none."""
    return isinstance(value, int | Fraction) and not isinstance(value, bool)


def names(given: Iterable[object]) -> str:
    """Names in quotes, the first few of many."""
    listed = list(given)
    return ", ".join(f'"{short(n)}"' for n in listed[:8]) + (" and more" if len(listed) > 8 else "")


def short(value: object) -> str:
    """A value as it is quoted in a finding."""
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"
