"""Whose capital a city is that the report explains nowhere: who speaks there, whose will it has. All invented."""

from __future__ import annotations

import pytest

from nonpaper.claims.officials import with_officials
from nonpaper.claims.page import page_of

_TWO = (
    "The truce talks between the government of Velmora and the government of Osquith go on. "
    "Velmora and Osquith have fought for a year. Velmoran troops face the Osquithian army, "
    "and Velmora wants a truce with Osquith.\n\n"
)


_SHUT = " Shops in Bredlow were shut."


def _capital(text: str, city: str) -> set[str | None]:
    page = with_officials(page_of(_TWO + text + _SHUT))
    return {m.party for m in page.mentions if m.span.quote(page.text) == city and m.kind == "metonym"}


@pytest.mark.parametrize(
    "text",
    [
        "A Velmoran official said Bredlow would not sign.",
        "A clerk there, the Velmoran diplomat said, adding that Bredlow would not sign.",
        "Officials in Bredlow said Velmora would not sign.",
        "In Bredlow, the Velmoran president, Ana Brisk, was on the air. Bredlow wants its own copy.",
        "The Velmoran foreign minister told lawmakers in Bredlow that it was late. Bredlow wants its own copy.",
        "Bredlow is ready to recall its ships as soon as Osquith signs.",
        "Bredlow has agreed to hand the bank to Osquith.",
        "Bredlow has asked for a delay, and Osquith says some delay is fine.",
        "Osquith will not pay the damages that Bredlow wants. Officials in Bredlow were calm.",
        "Osquith signed. In Bredlow the tone was cooler.",
        "According to Osquithian officials, Bredlow asked for a ban in May.",
        "“Bredlow will never sign,” said Ana Brisk, referring to the Velmoran capital.",
    ],
)
def test_signs_of_a_capital(text: str) -> None:
    assert _capital(text, "Bredlow") == {"Velmora"}


@pytest.mark.parametrize(
    "text",
    [
        "A Velmoran envoy said Bredlow would not sign.",
        "The clerk told a Velmoran official that Bredlow would not sign.",
        "The Velmoran foreign minister told reporters in Bredlow so. Talks in Bredlow go on; Bredlow agreed.",
        "Bredlow says Osquith is late.",
        "In Bredlow the tone was cooler.",
        "Officials in Bredlow said nothing of Velmora.",
        "Osquith will pay the damages. Officials in Bredlow were calm.",
        "A Velmoran official said Bredlow would not sign. A Bredlowan frigate left.",
        "A Velmoran official said nobody in Bredlow would sign.",
        "A Velmoran official said the rebels in Bredlow would lose.",
        "A Velmoran spokesman said he doubted Bredlow would sign.",
        "A Velmoran official asked whether Bredlow would sign.",
        "The Velmoran president promised that Bredlow would burn.",
        "The Velmoran foreign minister warned that Bredlow would pay for its lies.",
        "Visiting Osquith, the Velmoran president told deputies in Bredlow that it was late.",
        "Bredlow will send aid to Osquith.",
        "Bredlow is ready to mediate with Osquith as soon as they ask.",
        "Bredlow has agreed to host talks with Osquith.",
        "According to Osquithian officials, Bredlow refused in May to host the talks.",
        "Osquith will not pay the rent that Bredlow asks of its embassy.",
        "In Bredlow, the Velmoran president, Ana Brisk, met the mediators. Bredlow agreed.",
        "Officials in Bredlow said Velmora would lose.",
        "Osquith fell silent. In Bredlow the mood was festive at the fair.",
        "Ana Bredlow is ready to leave as soon as Osquith signs. Bredlow said so.",
    ],
)
def test_no_sign(text: str) -> None:
    assert _capital(text, "Bredlow") == set()


def test_signs_for_two_leave_it_open() -> None:
    text = "A Velmoran official said Bredlow would not sign. An Osquithian diplomat said Bredlow would not pay."
    assert _capital(text, "Bredlow") == set()


def test_of_a_pair_of_capitals_one_tells_the_other() -> None:
    text = "Envoys went between Bredlow and Quillane. A Velmoran official said Bredlow would not sign."
    assert _capital(text, "Quillane") == {"Osquith"}


def test_the_one_city_left_is_the_other_states() -> None:
    text = "A Velmoran official said Bredlow would not sign. Officials in Quillane were calm."
    assert _capital(text, "Quillane") == {"Osquith"}


def test_a_third_state_may_have_the_city_that_is_left() -> None:
    text = "A Velmoran official said Bredlow would not sign. Officials in Quillane were calm. "
    assert _capital(text + "Neighbouring Tarrunk slept.", "Quillane") == set()
