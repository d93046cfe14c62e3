"""Terms are looked for only where a word of a text stands; who said what never hangs on that."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.claims.page import page_of, stand_ins
from nonpaper.claims.reader import read
from nonpaper.claims.shipped import see
from nonpaper.claims.terms.grounds import Grounds, grounds_of
from nonpaper.model.report import Report, ReportText

TERMS = (
    "Under the peace plan, Russia would withdraw its troops from the region within two months, "
    "and Ukraine would hold elections."
)
FILLER = "\n\nThe harvest was poor." * 60
SAID = "“The harvest was poor,” farmer Lena Dross said on Tuesday."


@pytest.mark.parametrize(
    ("text", "may"),
    [
        (TERMS, True),
        ("The two sides resumed talks.", True),
        ("According to the plan, the deal is done.", False),
        ("The planet is round.", False),
        (SAID, False),
        ("", False),
    ],
)
def test_a_word_of_a_text_or_of_talks_is_needed(text: str, *, may: bool) -> None:
    long = text + FILLER
    assert grounds_of(long).within(0, len(long)) is may


def test_a_long_text_about_something_else_names_a_text_once_or_not_at_all() -> None:
    once, often = (TERMS + 4 * FILLER, f"{TERMS} Both sides called the draft a framework for talks." + 4 * FILLER)
    assert not grounds_of(once).within(0, len(once))
    assert grounds_of(often).within(0, len(TERMS))


def test_in_a_text_about_talks_words_of_many_other_things_say_where_they_are() -> None:
    told = "The deal is done."
    text = FILLER + told + FILLER + "The truce, the pact and the draft came after peace talks."
    assert grounds_of(text).within(len(FILLER), len(FILLER) + len(told))
    assert not grounds_of(text).within(0, len(FILLER))


def test_a_short_text_is_looked_through_whatever_it_says() -> None:
    assert grounds_of(SAID).within(0, len(SAID))


@given(st.lists(st.integers(0, 60)), st.integers(0, 60), st.integers(0, 60))
def test_the_word_must_stand_within_the_stretch(words: list[int], start: int, end: int) -> None:
    found = Grounds(words=np.array(sorted(words), np.int64))
    assert found.within(start, end) is any(start <= at < end for at in words)


def test_attributions_are_the_same_whether_terms_are_looked_for_or_not() -> None:
    text = f"{TERMS}\n\n{SAID}"
    names = stand_ins(page_of(text))
    with_terms, without = see(text, names), see(text, names, lambda _start, _end: False)
    assert with_terms.attributions == without.attributions
    assert with_terms.heads.terms
    assert not without.heads.terms
    assert not without.heads.stances


def test_a_report_without_grounds_has_no_terms_that_only_the_model_sees() -> None:
    reading = read(ReportText(report=Report(id="a", path="a"), text=SAID + FILLER))
    assert reading.claims
    assert not reading.provisions
