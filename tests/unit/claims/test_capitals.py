"""A name that only speaks as a state does may be a capital of one of the states that are plain. All invented."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of

_TWO = "The truce talks between the government of Velmora and the government of Osquith go on. "


def _parties(text: str) -> set[str]:
    return {m.party for m in page_of(text).mentions if m.party}


@pytest.mark.parametrize(
    "text",
    [
        "Bredlow says it is ready to recall its envoys.",
        "Bredlow insisted that it would recall its ships.",
        "Bredlow wants the guarantee in writing, and its own copy.",
    ],
)
def test_beside_two_plain_states_a_name_that_only_speaks_is_no_party(text: str) -> None:
    assert _parties(_TWO + text) == {"Velmora", "Osquith"}


@pytest.mark.parametrize(
    "text",
    [
        "Bredlow says it is ready to recall its envoys. Bredlow's border is shut.",
        "Bredlow says it is ready to recall its envoys. Bredlow's opposition is not.",
        "Bredlow says it is ready to recall its envoys. Bredlow would keep its army.",
        "Bredlow says it is ready to recall its envoys, as the Bredlowan fleet sails.",
        "Velmora and Bredlow have asked for a copy, and Bredlow wants its own.",
        "Bredlow, which has mediated since May, says it is ready to recall its envoys.",
        "Neighbouring Bredlow says it is ready to recall its envoys.",
    ],
)
def test_land_people_arms_or_an_equal_beside_it_make_it_a_state(text: str) -> None:
    assert "Bredlow" in _parties(_TWO + text)


def test_of_one_plain_state_it_may_be_the_rival() -> None:
    text = "The truce talks with the government of Velmora go on. Bredlow says it is ready to recall its envoys."
    assert "Bredlow" in _parties(text)


@pytest.mark.parametrize(("paper", "seen"), [("Bredlow Observer", False), ("Manteva Observer", True)])
def test_beside_one_plain_state_a_name_with_a_paper_is_rather_a_city(paper: str, seen: bool) -> None:
    text = f"The truce talks with the government of Velmora go on, the {paper} reports. Bredlow's embassy said nothing."
    assert ("Bredlow" in _parties(text)) is seen
