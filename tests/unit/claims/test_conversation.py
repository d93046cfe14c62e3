"""What is said line by line after a speaker's name: each turn is a claim of that person's."""

from __future__ import annotations

import pytest

from nonpaper.claims.officials import with_officials
from nonpaper.claims.page import Page, page_of
from nonpaper.claims.sources.conversation import turns, with_turns
from nonpaper.model.span import Span
from tests.unit.claims.attributed import attributed

LEAD = "Kessara's envoy, Orla Odall, spoke to Norvia's chief negotiator, Tam Brisk.\n\n"
TALK = "ODALL: Is there money? We would pay.\nBRISK: Is it much?\nODALL: Enough.\nBRISK: We wait.\n"


def page(text: str) -> Page:
    return with_officials(page_of(text))


def spoken(text: str) -> list[tuple[str, str]]:
    found = page(text)
    return [(text[slice(*t.source[0])], text[slice(*t.content[0])]) for t in turns(found)]


def test_each_turn_is_its_speakers_but_for_a_question() -> None:
    assert spoken(LEAD + TALK) == [
        ("ODALL", "Is there money? We would pay."),
        ("ODALL", "Enough."),
        ("BRISK", "We wait."),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "TERMS: the army leaves.\nMONEY: the state pays.\nTERMS: the army stays.\nMONEY: nobody pays.\n",
        "ODALL: The army leaves.\nBRISK: Nobody pays.\n",
        "ODALL: The army leaves.\nODALL: Nobody pays.\n",
    ],
)
def test_headings_and_single_lines_are_no_conversation(lines: str) -> None:
    assert spoken(LEAD + lines) == []


def test_a_turn_takes_the_place_of_what_the_model_sees_of_its_speaker() -> None:
    text = LEAD + TALK
    seen = attributed(text, ("Orla Odall", "spoke", "to Norvia's chief negotiator"), ("ODALL", "We", "would"))
    whole = with_turns(page(text), seen)
    assert [Span(*r.source[0]).quote(text) for r in whole] == ["Orla Odall", "ODALL", "ODALL", "BRISK"]
    assert with_turns(page(LEAD), seen[:1]) == seen[:1]
