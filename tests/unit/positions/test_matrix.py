"""The matrix: own words and others' apart, newest first, symmetric, and blank where nothing was read."""

from __future__ import annotations

import itertools
from typing import Any

from nonpaper.model.position import Position
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span
from nonpaper.positions import matrix

TEXT = "Words enough for every span."


def reading(name: str, published: str | None, *stances: dict[str, Any]) -> Reading:
    base = {"topic": "ceasefire", "basis": "self", "span": Span(0, 5)}
    report = Report(id=name, path=name, published=published)
    return Reading(report=report, text=TEXT, positions=tuple(Position(**(base | s)) for s in stances))


NO = {"party": "Kessara", "stance": "rejects"}
YES = {"party": "Kessara", "stance": "accepts"}


def test_the_newest_comes_first_and_unknown_dates_last() -> None:
    readings = [reading("a", None, NO), reading("b", "2031-03-01", NO), reading("c", "2031-03-09", NO)]
    (cell,) = matrix(readings).cells
    assert [s.report for s in cell.stands] == ["c", "b", "a"]


def test_a_mediators_yes_is_hollow_and_contests_an_own_no() -> None:
    (cell,) = matrix([reading("a", None, NO), reading("b", None, YES | {"basis": "mediator"})]).cells
    assert {s.position.stance: s.own for s in cell.stands} == {"rejects": True, "accepts": False}
    assert cell.contested


def test_unsure_stances_are_nowhere() -> None:
    assert matrix([reading("a", None, NO | {"unsure": True})]).cells == ()


def test_a_stance_on_the_whole_text_is_not_spread_over_its_terms() -> None:
    made = matrix([reading("a", None, NO | {"topic": "plan"}, {"party": "Norvia", "stance": "accepts"})])
    assert [(c.party, c.topic) for c in made.cells] == [("Norvia", "ceasefire"), ("Kessara", "plan")]


def test_the_order_of_reports_does_not_matter() -> None:
    readings = [reading("a", "2031-03-01", NO), reading("b", "2031-03-01", YES), reading("c", None, NO)]
    assert len({repr(matrix(order)) for order in itertools.permutations(readings)}) == 1


def test_parties_swapped_give_the_matrix_swapped() -> None:
    def made(left: str, right: str) -> set[tuple[str, str, str, bool]]:
        stances = ({"party": left, "stance": "rejects"}, {"party": right, "stance": "accepts"})
        return {
            (c.party, c.topic, c.stands[0].position.stance, c.contested)
            for c in matrix([reading("a", None, *stances)]).cells
        }

    swap = {"Kessara": "Norvia", "Norvia": "Kessara"}
    assert {(swap[p], t, s, c) for p, t, s, c in made("Kessara", "Norvia")} == made("Norvia", "Kessara")
