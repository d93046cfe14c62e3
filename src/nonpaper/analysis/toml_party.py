"""A party's preferences in TOML: reservation value, weights or an order of importance, values or words."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from nonpaper.analysis.toml_reader import FaultError, Reader, is_number, name_of, names, short
from nonpaper.analysis.words import FULL, MEANINGS
from nonpaper.model.problem import Preference, Range

NEAR = Fraction(1, 1_000_000)
"""How far weights may sum from 1, so that thirds may be written as decimals; they are scaled to sum to 1 exactly."""


def read_party(reader: Reader, number: int, entry: dict[str, Any]) -> Preference:
    """One [[party]] entry; FaultError for a fault in it, doubts go to the reader."""
    line = reader.lines.of("party", number)
    name = name_of(entry, line, "party")
    values, barred, words = _values(reader, number, name, entry.get("values", {}))
    if all(w == "unknown" for row in words for w in row):
        raise FaultError(line, f'party "{name}" has no position at all', "give it [party.values], or leave it out")
    weights = _weights(reader, number, name, entry.get("weights"))
    order = _order(reader, number, name, entry.get("order"))
    if weights and order and not _consistent(weights, order):
        at = reader.lines.of("party", number, key="order")
        raise FaultError(at, f'the order of "{name}" contradicts its weights', "put one of them right, or remove it")
    return Preference(
        name=name,
        reservation=_reservation(reader, number, name, entry.get("reservation", "unknown")),
        values=values,
        weights=weights,
        order=order,
        red_lines=barred,
        words=words,
        line=line,
    )


def _reservation(reader: Reader, number: int, name: str, value: object) -> Range:
    line = reader.lines.of("party", number, key="reservation")
    if value == "unknown":
        reader.doubt(
            line, f'the reservation value of "{name}" is not given', "it is read as unknown, anything from 0 to 1"
        )
    return _range(value, line, f'the reservation value of "{name}"')


def _range(value: object, line: int | None, what: str) -> Range:
    """A number, a pair of numbers or the word unknown, between 0 and 1."""
    if value == "unknown":
        return FULL
    pair = [Fraction(v) for v in (value if isinstance(value, list) else [value, value]) if is_number(v)]
    if len(pair) != 2 or (isinstance(value, list) and len(value) != 2) or not 0 <= pair[0] <= pair[1] <= 1:
        raise FaultError(
            line, f"{what} is {short(value)!r}", 'write a number from 0 to 1, a pair [low, high], or "unknown"'
        )
    return Range(low=pair[0], high=pair[1])


Values = tuple[tuple[tuple[Range, ...], ...], tuple[tuple[int, int], ...], tuple[tuple[str, ...], ...]]


def _values(reader: Reader, number: int, name: str, given: object) -> Values:
    line = reader.lines.of("party", number, "values")
    if not isinstance(given, dict):
        raise FaultError(line, f'the values of "{name}" are not a table', "write [party.values] and one line an issue")
    by_issue = {reader.issue(k, reader.lines.of("party", number, "values", k)): v for k, v in given.items()}
    missing = [i.name for k, i in enumerate(reader.issues) if k not in by_issue]
    if missing and by_issue:
        reader.doubt(line, f'"{name}" has no values for {names(missing)}', "they are read as unknown")
    ranges, barred, words = [], [], []
    for k, issue in enumerate(reader.issues):
        at = reader.lines.of("party", number, "values", issue.name)
        cells = _cells(reader, k, by_issue.get(k, ["unknown"] * len(issue.options)), name, at)
        read = [
            _cell(cell, at, f'the value of "{o}" to "{name}"') for cell, o in zip(cells, issue.options, strict=True)
        ]
        ranges.append(tuple(r for r, _, _ in read))
        barred += [(k, o) for o, (_, bar, _) in enumerate(read) if bar]
        words.append(tuple(w for _, _, w in read))
    return tuple(ranges), tuple(barred), tuple(words)


def _cells(reader: Reader, issue: int, given: object, name: str, line: int | None) -> list[object]:
    """One entry an option, in order: from a list, or from a table by option whose gaps are unknown."""
    options = reader.issues[issue].options
    if isinstance(given, dict):
        by_option = {reader.option(issue, k, line): v for k, v in given.items()}
        return [by_option.get(o, "unknown") for o in range(len(options))]
    if isinstance(given, list) and len(given) == len(options):
        return given
    count = len(given) if isinstance(given, list) else "no list of"
    what = f'"{name}" gives {count} values for "{reader.issues[issue].name}"'
    raise FaultError(line, what, f"give {len(options)}, one for each option, in their order")


def _cell(value: object, line: int | None, what: str) -> tuple[Range, bool, str]:
    if isinstance(value, str) and value in MEANINGS:
        meaning = MEANINGS[value]
        return meaning.value, meaning.barred, value
    if isinstance(value, str):
        raise FaultError(line, f'{what} is "{short(value)}"', f"write a number from 0 to 1 or one of {names(MEANINGS)}")
    return _range(value, line, what), False, ""


def _weights(reader: Reader, number: int, name: str, given: object) -> tuple[Fraction, ...] | None:
    if given is None:
        return None
    line = reader.lines.of("party", number, "weights") or reader.lines.of("party", number, key="weights")
    if not isinstance(given, dict) or not all(is_number(w) and w >= 0 for w in given.values()):
        raise FaultError(
            line, f'the weights of "{name}" are not a table of numbers from 0 up', "write weights = { issue = 0.5 }"
        )
    by_issue = {reader.issue(k, line): Fraction(w) for k, w in given.items()}
    missing = [i.name for k, i in enumerate(reader.issues) if k not in by_issue]
    if missing:
        raise FaultError(
            line, f'"{name}" has no weight for {names(missing)}', "give every issue a weight, 0 if need be"
        )
    total = sum(by_issue.values(), Fraction(0))
    if abs(total - 1) > NEAR:
        raise FaultError(line, f'the weights of "{name}" sum to {float(total):g}, not 1', "put them right")
    return tuple(by_issue[k] / total for k in range(len(reader.issues)))


def _order(reader: Reader, number: int, name: str, given: object) -> tuple[tuple[int, ...], ...] | None:
    if given is None:
        return None
    line = reader.lines.of("party", number, key="order")
    if not isinstance(given, list):
        raise FaultError(
            line, f'the order of "{name}" is not a list', 'write order = ["most important", ["two", "alike"]]'
        )
    groups = tuple(
        tuple(reader.issue(n, line) for n in (group if isinstance(group, list) else [group])) for group in given
    )
    flat = [k for group in groups for k in group]
    twice = sorted({reader.issues[k].name for k in flat if flat.count(k) > 1})
    if twice:
        raise FaultError(
            line, f'the order of "{name}" contradicts itself: {names(twice)} stands twice', "list each issue once"
        )
    missing = [i.name for k, i in enumerate(reader.issues) if k not in flat]
    if missing:
        raise FaultError(
            line, f'the order of "{name}" leaves out {names(missing)}', "rank every issue; [ ] groups equals"
        )
    return groups


def _consistent(weights: Sequence[Fraction], order: Sequence[Sequence[int]]) -> bool:
    return all(min(weights[k] for k in above) >= max(weights[k] for k in below) for above, below in pairwise(order))
