"""Terms are looked for only where a party and a word of a text stand; who said what never hangs on that."""

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
    "Under the plan, Russia would withdraw its troops from the region within two months, "
    "and Ukraine would hold elections."
)
SAID = "“The harvest was poor,” farmer Lena Dross said on Tuesday."


def grounds(text: str) -> Grounds:
    return grounds_of(page_of(text))


@pytest.mark.parametrize(
    ("text", "may"),
    [
        (TERMS, True),
        ("Russia and Ukraine resumed talks.", True),
        ("Russia won the match.", False),
        ("The proposal was read out in the village.", False),
        (SAID, False),
        ("", False),
    ],
)
def test_a_party_and_a_word_of_a_text_are_needed(text: str, *, may: bool) -> None:
    assert grounds(text).within(0, len(text)) is may


@given(st.lists(st.integers(0, 60)), st.lists(st.integers(0, 60)), st.integers(0, 60), st.integers(0, 60))
def test_both_must_stand_within_the_stretch(parties: list[int], words: list[int], start: int, end: int) -> None:
    found = Grounds(parties=np.array(sorted(parties), np.int64), words=np.array(sorted(words), np.int64))
    plain = all(any(start <= at < end for at in places) for places in (parties, words))
    assert found.within(start, end) is plain


def test_attributions_are_the_same_whether_terms_are_looked_for_or_not() -> None:
    text = f"{TERMS}\n\n{SAID}"
    names = stand_ins(page_of(text))
    with_terms, without = see(text, names), see(text, names, lambda _start, _end: False)
    assert with_terms.attributions == without.attributions
    assert with_terms.heads.terms
    assert not without.heads.terms
    assert not without.heads.stances


def test_a_report_without_grounds_has_no_terms_that_only_the_model_sees() -> None:
    reading = read(ReportText(report=Report(id="a", path="a"), text=SAID))
    assert reading.claims
    assert not reading.provisions
