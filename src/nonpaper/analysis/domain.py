"""Problems in JSON of the form nonpaper-negotiation-domain/1, its utility rule kept exactly."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import msgspec

from nonpaper.analysis.faults import doubt, fault
from nonpaper.analysis.lines import line_of
from nonpaper.errors import ProblemError
from nonpaper.model.finding import Finding
from nonpaper.model.problem import LIMIT, Issue, Preference, Problem, exactly

FORMAT = "nonpaper-negotiation-domain/1"
RULE = "u = sum over issues of weight * value / largest value of the issue; an issue whose largest value is 0 adds 0"
NEAR = Fraction(1, 1_000_000)
"""How far the weights' sum may be from 1 before the file is doubted; the rule is applied to them as they stand."""


class _Issue(msgspec.Struct, kw_only=True):
    name: str
    values: list[str]


class _Party(msgspec.Struct, kw_only=True):
    name: str
    weights: list[Any]
    values: list[list[Any]]
    reservation: Any = 0
    bias: Any = 0


class _Domain(msgspec.Struct, kw_only=True):
    format: str
    issues: list[_Issue]
    parties: list[_Party]
    name: str = ""


def from_domain(table: Any, text: str, file: str) -> tuple[Problem | None, tuple[Finding, ...]]:
    """The problem in a decoded JSON file, and what was found amiss in it."""
    if not isinstance(table, dict) or table.get("format") != FORMAT:
        line = line_of(text, '"format"')
        return None, (fault(file, line, "has another format", f'write "format": "{FORMAT}"'),)
    try:
        domain = msgspec.convert(table, _Domain)
    except msgspec.ValidationError as error:
        return None, (fault(file, None, str(error), "give every issue and party all its fields"),)
    faults = [*_issues(domain, text, file), *(f for p in domain.parties for f in _party(p, domain, text, file))]
    if any(f.level == "left_out" for f in faults):
        return None, tuple(faults)
    problem = Problem(
        title=domain.name,
        author="",
        utility=RULE,
        issues=tuple(Issue(name=i.name, options=tuple(i.values)) for i in domain.issues),
        parties=tuple(_preference(p) for p in domain.parties),
    )
    return problem, tuple(faults)


def _issues(domain: _Domain, text: str, file: str) -> list[Finding]:
    names = [i.name for i in domain.issues]
    faults = []
    if not domain.issues or len(domain.parties) < 2:
        faults.append(fault(file, None, "has no issues, or fewer than two parties", "add them"))
    if len(set(names)) < len(names):
        faults.append(fault(file, None, "two issues have one name", "name each issue differently"))
    if len({p.name for p in domain.parties}) < len(domain.parties):
        faults.append(fault(file, None, "two parties have one name", "name each party differently"))
    if sum(len(i.values) for i in domain.issues) * len(domain.parties) > LIMIT:
        faults.append(fault(file, None, f"has more than {LIMIT:,} values", "split the problem"))
    for issue in domain.issues:
        line = line_of(text, f'"{issue.name}"')
        if not 0 < len(issue.values) <= 255:
            faults.append(fault(file, line, f'"{issue.name}" has {len(issue.values)} values', "give it 1 to 255"))
        if len(set(issue.values)) < len(issue.values):
            faults.append(fault(file, line, f'"{issue.name}" lists a value twice', "list each value once"))
    return faults


def _party(party: _Party, domain: _Domain, text: str, file: str) -> list[Finding]:
    line = line_of(text, f'"{party.name}"')
    sizes = [len(i.values) for i in domain.issues]
    if len(party.weights) != len(sizes) or [len(v) for v in party.values] != sizes:
        what = f'"{party.name}" does not give one weight an issue and one number a value'
        return [fault(file, line, what, "follow the order and number of the issues")]
    try:
        weights = [_number(w) for w in party.weights]
        values = [_number(v) for row in party.values for v in row]
        reservation, bias = _number(party.reservation), _number(party.bias)
    except ProblemError as error:
        return [fault(file, line, f'"{party.name}": {error}', "write plain numbers")]
    found = []
    if bias:
        found.append(
            fault(file, line, f'"{party.name}" has a bias, which the rule does not use', "remove it, or set it 0")
        )
    if min(weights) < 0 or min(values) < 0:
        found.append(fault(file, line, f'"{party.name}" has a negative weight or value', "write 0 or more"))
    if abs(sum(weights, Fraction(0)) - 1) > NEAR:
        what = f'the weights of "{party.name}" sum to {float(sum(weights)):g}, not 1'
        found.append(doubt(file, line, what, "they are used as they stand; put them right if that is not meant"))
    if not any(values) or not any(weights):
        found.append(
            fault(file, line, f'"{party.name}" has no position at all', "give it values and weights, or drop it")
        )
    if reservation > 1:
        found.append(doubt(file, line, f'"{party.name}" has a reservation value above 1', "nothing can reach it"))
    return found


def _number(value: Any) -> Fraction:
    if isinstance(value, bool) or not isinstance(value, int | Fraction):
        raise ProblemError(f"{str(value)[:40]!r} is no number that can be used")
    if not -(10**12) <= Fraction(value) <= 10**12:
        raise ProblemError(f"{str(value)[:40]} is too large")
    return Fraction(value)


def _preference(party: _Party) -> Preference:
    rows = [[_number(v) for v in row] for row in party.values]
    largest = [max(row, default=Fraction(0)) for row in rows]
    return Preference(
        name=party.name,
        reservation=exactly(_number(party.reservation)),
        weights=tuple(_number(w) for w in party.weights),
        values=tuple(
            tuple(exactly(v / top if top else 0) for v in row) for row, top in zip(rows, largest, strict=True)
        ),
    )
