"""A state is found behind the word for its people, whatever that word does to the end of its name."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of


def _parties(text: str) -> dict[str, str]:
    return {m.span.quote(text): m.party for m in page_of(text).mentions if m.party is not None}


@pytest.mark.parametrize(
    ("text", "people", "state"),
    [
        ("They met in Sandoval Bay. Sandovalian Foreign Minister Ana Reed left.", "Sandovalian", "Sandoval Bay"),
        ("A truce was hosted by Quindoral. Quindoran Foreign Minister Ana Reed left.", "Quindoran", "Quindoral"),
        ("A newspaper in Tollway wrote so. A Tollwegian official denied it.", "Tollwegian", "Tollway"),
        ("Negotiators from Osk Heights left. A Heighter Water Minister stayed.", "Heighter", "Osk Heights"),
        ("War with Corvander Isles goes on. The Corvandrine government waits.", "Corvandrine", "Corvander Isles"),
        ("Corlow cedes a bank. A Corlish negotiator denied it.", "Corlish", "Corlow"),
        ("Nimbrane signed. Nimbranian Mining Minister Ana Reed did not.", "Nimbranian", "Nimbrane"),
    ],
)  # fmt: skip
def test_state_by_its_peoples_stem(text: str, people: str, state: str) -> None:
    found = _parties(text)
    assert found[people] == found[state] == state


def test_word_for_a_people_names_a_state_that_the_report_does_not() -> None:
    assert _parties("The Quorlan foreign minister left early, and Quorlans wondered.")["Quorlans"] == "Quorla"


@pytest.mark.parametrize(
    "text",
    [
        "Veteran envoy Ana Reed left.",
        "Vandow cedes a bank. A Vandine negotiator denied it.",
        "Caretaker government falls. The vote is over.",
        "Ana Keltorman spoke. The Keltorman government fell.",
        "An African-American president was elected.",
        "Tensions rose in Vandoral. Ana Vandoran spoke, and the Vandoran camp left.",
    ],
)
def test_no_people(text: str) -> None:
    assert not set(_parties(text)) & {
        "Veteran",
        "Caretaker",
        "Keltorman",
        "African-American",
        "Vandoran",
        "Vandoral",
        "Vandine",
    }


def test_two_names_of_one_stem_leave_it_open() -> None:
    assert "Marlandine" not in _parties("Marlando and Marlander were there. A Marlandine official denied it.")
