"""Terms put together: the same once, accounts side by side, nothing merged that is not plainly one."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from nonpaper.drafts import consolidate, how_known
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span


def reading(name: str, *terms: tuple[str, dict[str, Any]], origins: tuple[str, ...] = ()) -> Reading:
    text, items = "", []
    for words, fields in terms:
        items.append(Provision(span=Span(len(text), len(text) + len(words)), **fields))
        text += words + ". "
    report = Report(id=name, path=f"{name}.txt", outlet=name, published="2031-03-04")
    return Reading(report=report, text=text or "nothing", provisions=tuple(items), origins=origins)


CAP = {"topic": "force_limits", "obligor": ("Kessara",), "modality": "must", "draft": "22-point"}
ZONE = {"topic": "buffer_zone", "draft": "22-point", "modality": "must"}


def terms(*readings: Reading) -> list[list[str]]:
    together = consolidate(readings)
    return sorted(sorted(w.quote for w in t.wordings) for d in together.drafts for t in d.terms)


def test_one_term_in_two_reports_is_one() -> None:
    left, right = (
        reading("A", ("a limit of 60,000 on the army", CAP)),
        reading("B", ("a limit of 60,000 for the army", CAP)),
    )
    assert terms(left, right) == [["a limit of 60,000 for the army", "a limit of 60,000 on the army"]]


def test_accounts_that_differ_stand_side_by_side() -> None:
    left = reading("A", ("limits the army to 60,000", CAP | {"value": "60,000"}))
    right = reading("B", ("limits the army to 80,000", CAP | {"value": "80,000"}))
    (draft,) = consolidate((left, right)).drafts
    (term,) = draft.terms
    assert [a.value for a in term.accounts] == ["60,000", "80,000"]


@pytest.mark.parametrize(
    "change",
    [
        {"draft": "17-point"},
        {"draft": None},
        {"obligor": ("Norvia",)},
        {"modality": "must_not"},
        {"topic": "weapons_limits"},
        {"text_status": "dropped"},
        {"presented_as": "demand"},
    ],
)
def test_what_differs_is_not_merged(change: dict[str, Any]) -> None:
    left = reading("A", ("a limit of 60,000 on the army", CAP))
    right = reading("B", ("a limit of 60,000 on the army", CAP | change))
    together = consolidate((left, right))
    every = [t for d in together.drafts for t in d.terms] + list(together.outside)
    assert [len(t.wordings) for t in every] == [1, 1]


def test_a_demand_never_stands_in_a_draft() -> None:
    together = consolidate((reading("A", ("an amnesty for all", {"topic": "amnesty", "presented_as": "demand"})),))
    assert together.drafts == ()
    assert len(together.outside) == 1


def test_unsure_statements_take_no_part() -> None:
    assert terms(reading("A", ("a buffer zone", ZONE | {"unsure": True}))) == []


def test_the_order_of_reports_does_not_matter() -> None:
    readings = (
        reading("A", ("a limit of 60,000 on the army", CAP), ("a buffer zone of 10 km", ZONE)),
        reading("B", ("a limit of 60,000 for the army", CAP)),
        reading("C", ("a buffer zone of ten km", ZONE), ("an army of 80,000", CAP | {"value": "80,000"})),
    )
    results = {repr(consolidate(order)) for order in itertools.permutations(readings)}
    assert len(results) == 1


def test_two_outlets_that_credit_a_third_are_one_origin() -> None:
    left = reading("A", ("a buffer zone of 10 km", ZONE), origins=("Harbour Post",))
    right = reading("B", ("a buffer zone of 10 km", ZONE), origins=("harbour post",))
    (support,) = how_known((left, right), consolidate((left, right))).support.values()
    assert len(support.origins) == 1
