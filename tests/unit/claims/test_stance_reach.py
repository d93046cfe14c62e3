"""How far words are looked for: stances in hostile sentences, and verbs behind adverbs that may be missing."""

from __future__ import annotations

import time

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.stances.deeds import awaiting, deed
from nonpaper.claims.stances.hints import Hints
from nonpaper.claims.stances.reporter import from_sentences


@pytest.mark.parametrize(
    "unit",
    ["Sweden refused, but ", "it went at Sweden’s request ", "Sweden rejects Norway ", "which which Sweden wants, "],
)
def test_hostile_sentences_cost_their_length(unit: str) -> None:
    def spent(times: int) -> float:
        page = page_of("Sweden met Norway. Then " + unit * times + "ended.")
        start = time.perf_counter()
        list(from_sentences(page, (), (), Hints(page, (), ())))
        return time.perf_counter() - start

    spent(10)
    assert spent(800) < 16 * max(spent(100), 0.02)  # eight times the words; were it by their square, 64 times


@pytest.mark.parametrize("verb", ["pressed for", "pushed for", "has long pushed for", "again pressed for"])
def test_a_verb_is_found_with_and_without_adverbs(verb: str) -> None:
    text = f"Sweden {verb} a corridor."
    found = deed(page_of(text), len("Sweden "), len(text))
    assert found is not None
    assert found.stance == "demands"


@pytest.mark.parametrize("verb", ["pressed on with", "pushed through"])
def test_other_verbs_demand_nothing(verb: str) -> None:
    text = f"Sweden {verb} a corridor."
    assert deed(page_of(text), len("Sweden "), len(text)) is None


def test_who_waits_for_another_sets_a_condition_and_who_waits_for_a_day_sets_none() -> None:
    assert awaiting("to sign the day foreign forces leave", "accepts") == "accepts_if"
    assert awaiting("to sign the day one officer leaves", "accepts") == "accepts_if"
    assert awaiting("to sign on the day of the vote", "accepts") == "accepts"
    assert awaiting("to sign the day after", "accepts") == "accepts"
