"""Values of terms: what a term is measured by, in its own words, and what only looks like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.claims.provisions.terms_of_art import deadline_in
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
        ("a 3,000-strong force of the union", "3,000-strong"),
        ("a 12,500-man army", "12,500-man"),
        ("a force of 3,000 men", "3,000"),
        ("the fund is divided sixty to forty", "sixty to forty"),
        ("seats are split 60:40", "60:40"),
        ("the fund goes to forty villages", "forty"),
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
    ("words", "value"),
    [
        ("a strip between 5 and 10 miles wide", "between 5 and 10 miles"),
        ("guns move back 10 to 15 kilometres", "10 to 15 kilometres"),
        ("a strip of 5-10 km along the river", "5-10 km"),
        ("a strip 5 km to 10 km deep", "5 km to 10 km"),
        ("the tunnels are closed for from 3 to 5 years", "3 to 5 years"),
        ("the works stand still for between three and five years", "between three and five years"),
        ("a pause of 3-5 years", "3-5 years"),
        ("a share of 10% to 15% of the toll", "10% to 15%"),
        ("between ten and fifteen per cent of the toll", "between ten and fifteen per cent"),
        ("between $1bn and $1.5bn for the harbour", "between $1bn and $1.5bn"),
        ("an army of between 60,000 and 80,000 soldiers", "between 60,000 and 80,000"),
        ("monitors stay between 5 and 20 May", "between 5 and 20 May"),
    ],
)
def test_a_range_is_one_value(words: str, value: str) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("raise the limit from 60,000 to 80,000", "80,000"),
        ("the garrison would be cut from 9,000 to 6,000 men", "6,000"),
        ("the toll falls from 20% to 15%", "15%"),
        ("extend the lease from 10 to 25 years", "25 years"),
        ("guns stand from 10 to 15 kilometres off", "10 to 15 kilometres"),
    ],
)
def test_what_is_changed_is_measured_by_its_new_figure(words: str, value: str) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("not less than two-thirds of the seats", "two-thirds"),
        ("a force of no more than 800", "800"),
        ("at least $1.5bn for the harbour", "$1.5bn"),
        ("more than 600 trucks a day", "600 trucks"),
        ("a toll of 3.67% for 15 years", "3.67%"),
        ("limit the guard to 600 men and the lease to 5 years", "600"),
    ],
)
def test_words_that_bound_a_number_are_none_of_its_value(words: str, value: str) -> None:
    assert value_of(words) == value


@pytest.mark.parametrize(
    "words",
    [
        "talks between two parties and three mediators",
        "ships pass between 6 and 9 o’clock",
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


@pytest.mark.parametrize(
    ("words", "deadline"),
    [
        ("leave Kivarra and El Mora within three weeks", "within three weeks"),
        ("leave by mid-2031", "by mid-2031"),
        ("pay by the end of March", "by the end of March"),
        ("reply by noon on Thursday", "by noon on Thursday"),
        ("Norvia has until Friday to withdraw", "until Friday"),
        ("disarm within a year of signature", "within a year of signature"),
        ("disarm no later than eighteen months after signature", "no later than eighteen months after signature"),
        ("the ministers meet on a day to be named", None),
        ("worn out by a year of war", None),
        ("carried by March’s envoy", None),
    ],
)
def test_a_deadline_is_given_in_the_words_of_its_term(words: str, deadline: str | None) -> None:
    assert deadline_in(words) == deadline
