"""What hangs on what: the words kept, no first mover where none is said, circles found, readings never resolved."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from nonpaper.drafts.dependencies import dependencies, readings_side_by_side
from nonpaper.model.dependency import Step
from nonpaper.model.reading import Reading
from tests.unit.drafts.written import report

PULL_BACK = "Kessara pulls back only after Norvian troops withdraw from Tessel."
LEAVE = "Norvia withdraws only after Kessaran troops pull back."


def kessara_waits(name: str = "K") -> Reading:
    fields = {"topic": "withdrawal", "obligor": ("Kessara",), "draft": "9-point"}
    tied = {"conditions": (("sequence", "only after Norvian troops withdraw from Tessel"),)}
    return report(name, PULL_BACK, (PULL_BACK[:-1], fields | tied))


def norvia_waits(name: str = "N") -> Reading:
    fields = {"topic": "withdrawal", "obligor": ("Norvia",), "draft": "9-point"}
    return report(
        name, LEAVE, (LEAVE[:-1], fields | {"conditions": (("sequence", "only after Kessaran troops pull back"),)})
    )


def test_a_condition_is_kept_with_its_words_and_the_step_it_names() -> None:
    (found,) = dependencies((kessara_waits(),)).all
    assert found.condition.words == "only after Norvian troops withdraw from Tessel"
    # The other party is known from a term of its own or not at all.
    (found, _) = dependencies((kessara_waits(), norvia_waits())).all
    assert (found.step, found.on, found.first) == (
        Step(topic="withdrawal", actors=("Kessara",)),
        (Step(topic="withdrawal", actors=("Norvia",)),),
        "on",
    )


def test_a_sequence_that_does_not_close_is_found_with_both_statements() -> None:
    (loop,) = dependencies((kessara_waits(), norvia_waits())).loops
    assert {d.said.words for d in loop.dependencies} == {PULL_BACK[:-1], LEAVE[:-1]}


def test_a_sequence_that_closes_is_no_loop() -> None:
    assert dependencies((kessara_waits("A"), kessara_waits("B"))).loops == ()


def test_before_turns_the_order_round() -> None:
    words = "all children return before any ceasefire begins"
    tied = {"topic": "children", "conditions": (("sequence", "before any ceasefire begins"),)}
    (found,) = dependencies((report("A", words, (words, tied)),)).all
    assert (found.first, found.on[0].topic) == ("step", "ceasefire")


def test_until_and_lapses_state_no_order() -> None:
    words = "aid flows until elections are held"
    tied = {"topic": "humanitarian_aid", "conditions": (("sequence", "until elections are held"),)}
    lapse = {"topic": "humanitarian_aid", "conditions": (("lapse", "until elections are held"),)}
    found = dependencies((report("A", words, (words, tied), (words, lapse)),))
    assert {d.first for d in found.all} == {None}


def test_an_exchange_without_a_first_mover_is_pointed_out() -> None:
    words = "Kessara frees prisoners in exchange for an end to sanctions"
    said = "in exchange for an end to sanctions"
    found = dependencies((report("A", words, (words, {"topic": "prisoners", "conditions": (("reciprocal", said),)})),))
    assert [d.condition.words for d in found.no_first_mover] == [said]
    ordered = words.replace("Kessara frees", "Kessara first frees")
    plain = {"topic": "prisoners", "conditions": (("reciprocal", said),)}
    assert dependencies((report("A", ordered, (ordered, plain)),)).no_first_mover == ()


def test_what_is_unsure_takes_no_part() -> None:
    words = "aid flows only if fighting ends"
    tied = {"topic": "humanitarian_aid", "unsure": True, "conditions": (("precondition", "only if fighting ends"),)}
    assert dependencies((report("A", words, (words, tied)),)).all == ()


def test_each_partys_reading_stands_beside_the_others() -> None:
    said = "Kessara accepts the zone if monitors come. Norvia accepts it if no monitors come."
    stands = tuple(
        (
            words,
            {
                "party": party,
                "topic": "buffer_zone",
                "stance": "accepts_if",
                "basis": "self",
                "conditions": (("precondition", condition),),
            },
        )
        for party, words, condition in (
            ("Kessara", "Kessara accepts the zone if monitors come", "if monitors come"),
            ("Norvia", "Norvia accepts it if no monitors come", "if no monitors come"),
        )
    )
    beside = readings_side_by_side(dependencies((report("A", said, stands=stands),)))
    assert [(d.party, d.condition.words) for d in beside["buffer_zone"]] == [
        ("Kessara", "if monitors come"),
        ("Norvia", "if no monitors come"),
    ]


@given(st.lists(st.sampled_from((kessara_waits, norvia_waits)), min_size=1, max_size=5), st.randoms())
def test_the_order_of_reports_does_not_matter(made: list[object], chance: random.Random) -> None:
    readings = [make(f"R{i}") for i, make in enumerate(made)]  # type: ignore[operator]
    assert dependencies(readings) == dependencies(chance.sample(readings, len(readings)))
    assert bool(dependencies(readings).loops) == (len(set(made)) == 2)
