"""Values of terms: what a term is measured by, in its own words, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.claims.provisions.values import value_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the militia would gather in seven assembly areas", "seven"),
        ("a legislature of 48 seats", "48 seats"),
        ("a four-month truce", "four-month"),
        ("a lease of 25 years for the depot", "25 years"),
        ("patrol boats keep nine nautical miles from the shoal", "nine nautical miles"),
        ("a fifth of the timber revenue goes to the hill districts", "a fifth"),
        ("receipts are shared in equal parts", "equal parts"),
        ("buy 300 megawatts from its neighbour", "300 megawatts"),
        ("twenty-two per cent of the shares", "twenty-two per cent"),
        ("hand over the camp by 2031", "2031"),
        ("a meeting of ministers on 3 March", "3 March"),
        ("pauses of 12 to 36 hours along the line", "12 to 36 hours"),
        ("figures are to be published weekly", "weekly"),
        ("the vote is held before the end of May", "the end of May"),
        ("talks on the second stage open on day 20", "day 20"),
        ("several hundred detained men", "several hundred"),
        ("$2.5 billion for the harbour", "$2.5 billion"),
        ("recognise the cape as de facto theirs", "de facto"),
        ("in peacetime the army is held to 70,000", "70,000"),
    ],
)
def test_value_is_what_a_term_is_measured_by(words: str, value: str) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize(
    "words",
    [
        "neither may host the troops of a third state",
        "a court whose judges are half of them foreign",
        "the two leaders would meet in the hills",
        "point 7 of the outline",
        "the second of the 20-point plan",
        "the truce enters phase 2",
        "monitors sent by the Council of Nine",
        "the blockade that began on 4 April",
    ],
)
def test_numbers_of_points_parties_and_days_gone_by_are_no_values(words: str) -> None:
    assert value_of(words) is None


@given(st.text(alphabet="0123456789 ,.-onetwhrbil%dayof", max_size=120))
def test_a_value_stands_in_the_words(words: str) -> None:
    found = value_of(words)
    assert found is None or found in words
