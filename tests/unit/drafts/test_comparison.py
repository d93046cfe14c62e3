"""Two drafts as reports show them: every kind of change, silence, and what happens when the two are swapped."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.drafts import consolidate
from nonpaper.drafts.changes import compare
from nonpaper.drafts.versions import versions
from nonpaper.model.comparison import Change, Comparison
from nonpaper.model.draft import Draft
from nonpaper.model.reading import Reading
from tests.unit.drafts.written import report

CAP = {"topic": "force_limits", "obligor": ("Kessara",), "modality": "must"}


def one(draft: str, words: str, name: str = "", **fields: Any) -> Reading:
    text = f"The {draft} plan: {words}."
    return report(name or f"{draft} {words}", text, (words, {"topic": "ceasefire", "draft": draft} | fields))


def compared(*readings: Reading, left: str = "28-point", right: str = "19-point") -> Comparison:
    told = versions(readings)
    drafts = {d.name: d for d in consolidate(told.readings).drafts}
    pair = [drafts.get(n, Draft(id=n, name=n)) for n in (left, right)]
    return compare(pair[0], pair[1], {r.report.id: r for r in told.readings})


def only(*readings: Reading) -> Change:
    (change,) = compared(*readings).changes
    return change


def test_a_value_that_differs_is_given_for_both_sides() -> None:
    change = only(
        one("28-point", "an army of 60,000", **CAP, value="60,000"),
        one("19-point", "an army of 80,000 in peacetime", **CAP, value="80,000"),
    )
    assert (change.kind, change.left_values, change.right_values) == ("value_changed", ("60,000",), ("80,000",))


def test_digits_written_otherwise_are_no_change() -> None:
    change = only(
        one("28-point", "an army of 60,000", **CAP, value="60,000"),
        one("19-point", "an army of 60 000", **CAP, value="60 000"),
    )
    assert change.kind in ("same", "reworded")


def test_silence_is_not_a_deletion() -> None:
    change = only(one("28-point", "an amnesty for all", topic="amnesty"))
    assert (change.kind, change.right, change.sides) == ("only_left", (), ())


@pytest.mark.parametrize(("status", "kind"), [("dropped", "dropped"), ("open", "left_open")])
def test_what_is_said_to_be_dropped_or_open_is_so_with_its_words(status: str, kind: str) -> None:
    change = only(
        one("28-point", "an amnesty for all", topic="amnesty"),
        one("19-point", "an amnesty", topic="amnesty", text_status=status),
    )
    assert (change.kind, change.sides) == (kind, ("19-point",))
    assert change.right[0].evidence.words == "an amnesty"


def test_where_reports_of_one_draft_differ_no_change_is_stated() -> None:
    change = only(
        one("28-point", "an army of 60,000", **CAP, value="60,000"),
        one("19-point", "an army of 60,000", "X", **CAP, value="60,000"),
        one("19-point", "an army of 80,000", "Y", **CAP, value="80,000"),
    )
    assert (change.kind, change.right_values) == ("reports_differ", ("60,000", "80,000"))


def test_dropped_in_one_report_and_there_in_another_is_a_difference_of_reports() -> None:
    change = only(
        one("28-point", "an amnesty for all", topic="amnesty"),
        one("19-point", "an amnesty for all", "X", topic="amnesty"),
        one("19-point", "an amnesty for all", "Y", topic="amnesty", text_status="dropped"),
    )
    assert (change.kind, len(change.right)) == ("reports_differ", 2)


def test_a_value_of_one_side_alone_is_no_change() -> None:
    change = only(
        one("28-point", "a limit of 60,000 on the army", **CAP, value="60,000"),
        one("19-point", "a limit on the army", **CAP),
    )
    assert change.kind == "value_one_side"


def test_other_words_and_who_is_bound_are_shown() -> None:
    change = only(
        one("28-point", "guns leave the valley at once", modality="must"),
        one("19-point", "guns are expected to leave the valley", modality="expects"),
    )
    assert change.kind == "reworded"
    assert [(d.respect, d.left, d.right) for d in change.details] == [("how firmly", "must", "expects")]


def test_the_only_terms_on_a_topic_are_put_together_and_that_is_said() -> None:
    change = only(
        one("28-point", "the valley becomes Norvian", topic="territory"),
        one("19-point", "both presidents settle borders", topic="territory"),
    )
    assert (change.kind, change.aligned_by) == ("reworded", "topic")


def test_terms_that_bind_others_are_never_put_together() -> None:
    kinds = sorted(
        c.kind
        for c in compared(
            one("28-point", "troops leave the valley", topic="withdrawal", obligor=("Kessara",)),
            one("19-point", "troops leave the valley", topic="withdrawal", obligor=("Norvia",)),
        ).changes
    )
    assert kinds == ["only_left", "only_right"]


WORDS = (
    "an army of 60,000",
    "an army of 80,000 in peacetime",
    "all guns leave the valley",
    "a truce at sea",
    "a truce",
)
ITEM = st.fixed_dictionaries(
    {
        "draft": st.sampled_from(("28-point", "19-point")),
        "words": st.sampled_from(WORDS),
        "topic": st.sampled_from(("ceasefire", "force_limits")),
        "value": st.sampled_from((None, "60,000", "80,000")),
        "text_status": st.sampled_from(("in", "in", "dropped", "open")),
        "obligor": st.sampled_from(((), ("Kessara",), ("Norvia",))),
    }
)
MIRROR = {"only_left": "only_right", "only_right": "only_left"}


def made(items: list[dict[str, Any]]) -> list[Reading]:
    return [one(**item, name=f"R{i}") for i, item in enumerate(items)]


def seen(of: Comparison, *, mirrored: bool = False) -> set[tuple[object, ...]]:
    out = set()
    for c in of.changes:
        sides = [
            (passages, values, tuple((d.respect, said) for d, said in zip(c.details, details, strict=True)))
            for passages, values, details in (
                (c.left, c.left_values, [d.left for d in c.details]),
                (c.right, c.right_values, [d.right for d in c.details]),
            )
        ]
        kind = MIRROR.get(c.kind, c.kind) if mirrored else c.kind
        out.add((kind, c.topic, frozenset(c.sides), c.aligned_by, *(sides[::-1] if mirrored else sides)))
    return out


@given(st.lists(ITEM, min_size=1, max_size=7))
def test_swapping_the_drafts_swaps_the_sides_and_nothing_else(items: list[dict[str, Any]]) -> None:
    readings = made(items)
    there = compared(*readings)
    back = compared(*readings, left="19-point", right="28-point")
    assert seen(there) == seen(back, mirrored=True)


@given(st.lists(ITEM, min_size=1, max_size=7), st.randoms())
def test_the_order_of_reports_does_not_matter(items: list[dict[str, Any]], chance: random.Random) -> None:
    readings = made(items)
    assert compared(*readings) == compared(*chance.sample(readings, len(readings)))


@given(st.lists(ITEM, min_size=1, max_size=7))
def test_every_statement_stands_in_one_row_and_silence_is_only_not_reported(items: list[dict[str, Any]]) -> None:
    changes = compared(*made(items)).changes
    shown = [p.evidence.report for c in changes for p in (*c.left, *c.right)]
    assert sorted(shown) == sorted(f"R{i}" for i in range(len(items)))
    for change in changes:
        said = {p.text_status for p in (*change.left, *change.right)}
        assert (change.kind == "dropped") <= ("dropped" in said)
        if said == {"in"} and not (change.left and change.right):
            assert change.kind in ("only_left", "only_right")
