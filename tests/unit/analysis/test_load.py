"""Problem files: what is read, and the findings that name the line."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from nonpaper.analysis import load_problem, parse_problem
from nonpaper.errors import ProblemError

EXAMPLE = Path(__file__).parents[3] / "examples" / "problems" / "sable-valley.toml"
TEXT = EXAMPLE.read_text("utf-8")


def test_the_example_is_read_whole() -> None:
    problem, found = load_problem(str(EXAMPLE))
    assert found == ()
    assert problem is not None
    assert [p.name for p in problem.parties] == ["Kessara", "Norvia", "Aldoria"]
    assert problem.parties[0].red_lines == ((0, 0),)
    assert problem.parties[0].order == ((2,), (0, 1), (3,), (4,))
    assert problem.parties[1].weights == tuple(Fraction(x) for x in ("0.3", "0.3", "0.1", "0.1", "0.2"))
    assert (problem.parties[1].reservation.low, problem.parties[1].reservation.high) == (
        Fraction("0.35"),
        Fraction("0.45"),
    )
    assert problem.links[0].then == (2, (1, 2))


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("army = 0.3,", "army = 0.4,", 'the weights of "Norvia" sum to 1.1, not 1'),
        ('["guarantees", [', '["guarantees", "guarantees", [', 'the order of "Kessara" contradicts itself'),
        ('"monitors", "assets"]\n', '"monitors"]\n', 'the order of "Kessara" leaves out "assets"'),
        (
            'then = { guarantees = ["pledge", "treaty"] }',
            'then = { guarantees = ["alliance"] }',
            'has no option "alliance"',
        ),
        (
            'then = { guarantees = ["pledge", "treaty"] }',
            'then = { withdrawal = ["both in phases"] }',
            "ties an issue to itself",
        ),
        ('author = "A. Analyst (invented)"', 'author = ""', "names no author"),
        ("reservation = 0.3\n", "reservation = 1.3\n", 'the reservation value of "Aldoria" is'),
        ('army = ["red line", 0.5, 1]', 'army = ["redline", 0.5, 1]', 'is "redline"'),
        ('army = ["red line", 0.5, 1]', 'army = ["red line", 0.5]', '"Kessara" gives 2 values for "army"'),
        ('assets = "half and half"', 'asets = "half and half"', 'there is no issue "asets"'),
        ("cost = 2", "prize = 2", '"prize" is unknown in [[issue]]'),
    ],
)
def test_a_fault_names_its_line(before: str, after: str, says: str) -> None:
    changed = TEXT.replace(before, after, 1)
    assert changed != TEXT
    problem, found = parse_problem(changed.encode(), "p.toml")
    assert problem is None
    (fault,) = [f for f in found if says in f.what]
    line = int(fault.where.partition("line ")[2])
    near = changed.splitlines()[max(0, line - 1) : line + 6]
    assert any(word in "\n".join(near) for word in (after.split(maxsplit=1)[0], "[[link]]", "[[party]]"))


def test_a_party_with_no_position_at_all_is_a_fault() -> None:
    start, end = TEXT.index('army = ["indifferent"'), TEXT.index("[[link]]")
    problem, found = parse_problem((TEXT[:start] + TEXT[end:]).encode())
    assert problem is None
    assert any("has no position at all" in f.what and "line" in f.where for f in found)


def test_an_order_that_contradicts_weights_is_a_fault() -> None:
    changed = TEXT.replace(
        "reservation = [0.35, 0.45]\n",
        'reservation = 0.4\norder = ["assets", ["army", "withdrawal"], "guarantees", "monitors"]\n',
    )
    problem, found = parse_problem(changed.encode())
    assert problem is None
    assert any('the order of "Norvia" contradicts its weights' in f.what for f in found)


def test_links_that_leave_nothing_are_a_fault() -> None:
    link = "\n[[link]]\nwhen = {{ withdrawal = {0} }}\nthen = {{ guarantees = {1} }}\n"
    every = '["Kessara first", "both in phases", "line of contact stays"]'
    changed = TEXT + link.format(every, '["none"]') + link.format(every, '["treaty"]')
    problem, found = parse_problem(changed.encode())
    assert problem is None
    assert any("leave no wording" in f.what and "line" in f.what for f in found)


def test_the_utility_rule_of_a_domain_divides_by_the_largest_value() -> None:
    domain = {
        "format": "nonpaper-negotiation-domain/1",
        "name": "d",
        "issues": [{"name": "i", "values": ["a", "b"]}, {"name": "k", "values": ["c"]}],
        "parties": [
            {"name": "A", "weights": [0.75, 0.25], "values": [[2, 8], [0]], "reservation": 0.1},
            {"name": "B", "weights": [0.5, 0.5], "values": [[3, 0], [7]], "reservation": 0},
        ],
    }
    problem, found = parse_problem(json.dumps(domain).encode())
    assert problem is not None
    assert found == ()
    assert [v.low for v in problem.parties[0].values[0]] == [Fraction(1, 4), Fraction(1)]
    assert problem.parties[0].values[1][0].low == 0  # an issue whose largest value is 0 adds 0
    assert problem.parties[0].reservation.low == Fraction(1, 10)
    domain["parties"][1]["weights"] = [0.5, 0.6]  # type: ignore[index]
    _, found = parse_problem(json.dumps(domain, indent=1).encode())
    assert any("sum to 1.1" in f.what and "line" in f.where for f in found)


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[",
        b"\xff\xfe",
        b"[[party]]\nname = 3",
        b'{"format": 1}',
        b"x = 1e999999999",
        b'{"a": 1e99999999999}',
        b"a = " + b"[" * 5_000,
    ],
)
def test_hostile_input_gives_findings(raw: bytes) -> None:
    problem, found = parse_problem(raw)
    assert problem is None
    assert found


def test_a_file_that_is_not_there_is_a_wrong_call() -> None:
    with pytest.raises(ProblemError, match="cannot be opened"):
        load_problem("no/such/file.toml")
