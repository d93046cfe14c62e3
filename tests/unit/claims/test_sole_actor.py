"""The only unexplained name that acts beside a plain state is the other; of a city a place is told. All invented."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of

_LONG = "The draft was read in one sitting. Nobody spoke of the weather, which was bad, or of the price of bread. " * 10
_BESIDE = "The truce lets the government of Velmora keep its mill, and Bredlow has pledged not to ask for more. "


def _parties(text: str) -> set[str]:
    return {m.party for m in page_of(text).mentions if m.party}


def test_the_only_name_that_acts_beside_a_state_is_its_rival() -> None:
    assert _parties(_BESIDE + _LONG) == {"Velmora", "Bredlow"}


@pytest.mark.parametrize(
    "more",
    [
        "Shops in Bredlow were shut. ",
        "Osquith has pledged nothing. ",
        "Ana Bredlow left early. ",
    ],
)
def test_a_city_a_person_or_one_of_two_is_none(more: str) -> None:
    assert _parties(_BESIDE + more + _LONG) == {"Velmora"}


def test_a_note_is_too_short_to_tell_of_a_city() -> None:
    assert _parties(_BESIDE) == {"Velmora"}


def test_it_must_act_where_a_state_is_named() -> None:
    text = "The truce lets the government of Velmora keep its mill. Bredlow has pledged not to ask for more. "
    assert _parties(text + _LONG) == {"Velmora"}
