"""Stances whose object stands before their holder, wishes that changed a text, and silence without a word of speech."""

from __future__ import annotations

import pytest

from tests.unit.claims.told import LEAD, stated_after


def told(said: str) -> list[tuple[str, str, str, str]]:
    """Party, stance, topic and words of all that the report itself asserts."""
    return [(p.party, p.stance, p.topic, p.span.quote(LEAD + said)) for p in stated_after(LEAD, said)]


@pytest.mark.parametrize(
    ("said", "party", "stance", "topic", "words"),
    [
        (
            "The draft is silent on compensation for the ferry, which Kessara has been demanding for two years.",
            "Kessara",
            "demands",
            "reparations",
            "compensation for the ferry, which Kessara has been demanding for two years",
        ),
        (
            "The ceasefire that Kessara wanted was signed.",
            "Kessara",
            "demands",
            "ceasefire",
            "The ceasefire that Kessara wanted",
        ),
        (
            "The clause on elections, which Norvia wants struck out, is in the text.",
            "Norvia",
            "amends",
            "elections",
            "The clause on elections, which Norvia wants struck out",
        ),
        (
            "The amnesty that Norvia refuses is in the text.",
            "Norvia",
            "rejects",
            "amnesty",
            "The amnesty that Norvia refuses",
        ),
        (
            "The text drops the prisoner swap, which Norvia had put forward.",
            "Norvia",
            "offers",
            "prisoners",
            "The text drops the prisoner swap, which Norvia had put forward",
        ),
        (
            "The amnesty is for two hundred, against the six hundred Kessara had asked for, and Norvia will pay.",
            "Kessara",
            "demands",
            "amnesty",
            "the six hundred Kessara had asked for",
        ),
        (
            "A clause on elections was struck out at Kessara's request.",
            "Kessara",
            "rejects",
            "elections",
            "A clause on elections was struck out at Kessara's request",
        ),
        (
            "The amnesty was removed, a diplomat said, on Norvia's insistence.",
            "Norvia",
            "rejects",
            "amnesty",
            "The amnesty was removed, a diplomat said, on Norvia's insistence",
        ),
        (
            "The amnesty had been inserted at the insistence of Norvia.",
            "Norvia",
            "demands",
            "amnesty",
            "The amnesty had been inserted at the insistence of Norvia",
        ),
        (
            "Asked about the draft, Kessara's president kept walking.",
            "Kessara",
            "no_comment",
            "process",
            "Asked about the draft, Kessara's president kept walking",
        ),
        (
            "Calls to Kessara's embassy went unanswered.",
            "Kessara",
            "no_comment",
            "process",
            "Calls to Kessara's embassy went unanswered",
        ),
    ],
)
def test_the_object_stands_before(said: str, party: str, stance: str, topic: str, words: str) -> None:
    found = told(said)
    assert [row[:2] for row in found] == [(party, stance)]
    assert words.endswith(found[0][3])
    if topic not in ("amnesty", "prisoners"):
        assert found[0][2] == topic


@pytest.mark.parametrize(
    "said",
    [
        "The report that Kessara wanted elections was false.",  # it tells of a wish
        "The one thing that Kessara wants is in the palace.",  # what is wanted is named after
        "The amnesty that Norvia has not refused is in the text.",
        "The amnesty that Norvia no longer wants is in the text.",
        "The ceasefire, which Norvia wanted to discuss, is in the text.",
        "A clause on elections was not struck out at Kessara's request.",
        "A clause on elections could be struck out at Kessara's request.",
        "The leaders met at Kessara's request.",
        "Kessara's president kept walking.",  # nobody asked
        "Asked about the draft, Kessara's president smiled and said it was long.",  # he answered
        "Calls to Kessara's embassy were answered.",
        "Calls to Kessara, which has a draft, have doubled.",
    ],
)
def test_what_only_looks_so(said: str) -> None:
    assert told(said) == []


def test_what_is_wanted_may_be_named_after_a_verb_of_being() -> None:
    assert [row[:2] for row in told("What Kessara wants is an amnesty.")] == [("Kessara", "demands")]
