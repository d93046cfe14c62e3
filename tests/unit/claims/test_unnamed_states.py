"""A state that a report never names is called by what its people's word is made from, or by that word. All invented."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of


@pytest.mark.parametrize(
    ("people", "state"),
    [("Velmoran", "Velmora"), ("Osquithian", "Osquithia"), ("Tarrunkish", "Tarrunkish"), ("Bredlese", "Bredlese")],
)
def test_the_ending_for_many_names_is_taken_off(people: str, state: str) -> None:
    text = f"The truce is near. The {people} foreign minister, Oda Kell, asked for a week."
    assert {m.party for m in page_of(text).mentions if m.party} == {state}


def test_a_name_in_the_report_is_the_states() -> None:
    text = "The truce is near. The Velmoran foreign minister, Oda Kell, asked for a week. Velmor waits."
    assert {m.party for m in page_of(text).mentions if m.party} == {"Velmor"}
