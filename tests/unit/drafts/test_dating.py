"""A report dated long before what it rests on has a wrong date, and the date counts for nothing."""

from __future__ import annotations

import pytest

from nonpaper.drafts import consolidate
from nonpaper.drafts.dating import doubtful_dates
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span


def reading(of: str, outlet: str, day: str | None, *origins: str) -> Reading:
    term = Provision(span=Span(0, 11), topic="ceasefire", draft="22-point")
    report = Report(id=of, path=f"{of}.txt", outlet=outlet, published=day)
    return Reading(report=report, text="a ceasefire", origins=origins, provisions=(term,))


@pytest.mark.parametrize(
    ("day", "doubted"), [("2030-03-06", True), ("2031-03-01", False), ("2031-03-06", False), (None, False)]
)
def test_only_a_date_long_before_its_origin_is_doubted(day: str | None, *, doubted: bool) -> None:
    readings = [reading("a", "Harbour Post", "2031-03-04"), reading("b", "Digest", day, "Harbour Post")]
    assert [of for of, _ in doubtful_dates(readings)] == ["b"] * doubted


def test_nothing_is_doubted_of_a_report_that_credits_one_not_given() -> None:
    assert list(doubtful_dates([reading("b", "Digest", "1999-01-01", "Harbour Post")])) == []


def test_a_text_is_first_reported_on_a_date_that_can_be_right() -> None:
    readings = [reading("a", "Harbour Post", "2031-03-04"), reading("b", "Digest", "2030-03-06", "Harbour Post")]
    together = consolidate(readings)
    assert together.drafts[0].first_reported == "2031-03-04"
    assert list(together.misdated) == ["b"]
