"""A subject's further verbs: each shows a stance of its own, unless another party may be who acts."""

from __future__ import annotations

import pytest

from tests.unit.claims.told import LEAD, stated_after


def told(said: str) -> list[tuple[str, str, str]]:
    """Party, stance and words of all that the report itself asserts."""
    return [(p.party, p.stance, p.span.quote(LEAD + said)) for p in stated_after(LEAD, said)]


@pytest.mark.parametrize(
    ("said", "second"),
    [
        ("Kessara sent an envoy to the port and rejected the ceasefire.",
         ("Kessara", "rejects", "rejected the ceasefire")),
        ("Kessara disowned the envoy but will put the draft to a referendum.",
         ("Kessara", "accepts_ad_referendum", "will put the draft to a referendum")),
        ("Norvia's foreign minister left the hall and asked that the ceasefire be cut to a week.",
         ("Norvia", "amends", "asked that the ceasefire be cut to a week")),
        ("Norvia endorses the draft but is keeping its counsel on the elections.",
         ("Norvia", "reserves", "is keeping its counsel on the elections")),
    ],
)  # fmt: skip
def test_a_further_verb_shows_a_stance(said: str, second: tuple[str, str, str]) -> None:
    assert second in told(said)


@pytest.mark.parametrize(
    "said",
    [
        "Kessara sent envoys to Norvia and rejected the ceasefire.",  # Norvia may be who rejected it
        "Kessara sent food and offers of help in the ceasefire.",  # a noun
        "The port of Kessara and rejected goods for the ceasefire are far.",  # no verb of Kessara's
        "Kessara left the port and the rebels rejected the ceasefire.",
    ],
)
def test_what_may_be_anothers_or_no_verb(said: str) -> None:
    assert told(said) == []


def test_what_a_speaker_does_besides_is_told_by_the_speaker() -> None:
    said = "Kessara's envoy called the hall cold and rejected the ceasefire."
    claim = ("Kessara's envoy", "called", "the hall cold", "unnamed_official", "Kessara")
    (found,) = stated_after(LEAD, said, claim)
    assert (found.stance, found.basis) == ("rejects", "self")
    assert [p.basis for p in stated_after(LEAD, said)] == ["reporter"]


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("Kessara has said nothing of the sort.", set()),
        ("Kessara has said nothing of the ceasefire.", {"no_comment"}),
        ("Kessara asked that the ceasefire be cut to a week.", {"amends"}),
        ("Kessara asked that the ceasefire be kept.", {"demands"}),
        ("Kessara undertook to lay the draft before her clan assembly.", {"accepts_ad_referendum"}),
        ("Kessara laid the draft before the cameras.", set()),
        ("Kessara would return to the table the day Norvia lets the ships pass.", {"offers_if"}),
        ("Kessara would return to the port the day Norvia lets the ships pass.", set()),
    ],
)
def test_the_verbs_of_such_sentences(said: str, stances: set[str]) -> None:
    assert {p.stance for p in stated_after(LEAD, said)} == stances


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("Kessara, which hosts a team of doctors, rejected the ceasefire.", {("Kessara", "rejects")}),
        ("Kessara, which rejected the ceasefire, hosts a team of doctors.", {("Kessara", "rejects")}),
        ("Kessara, whose team rejected the ceasefire, hosts doctors.", set()),
        ("Kessara, which lies on the coast, has no doctors, and the rebels rejected the ceasefire.", set()),
        ("Norvia, which is bound by its law, has agreed to the draft, subject to their vote.",
         {("Norvia", "accepts_ad_referendum")}),
        ("Norvia's energy minister rejected the ceasefire.", {("Norvia", "rejects")}),
        ("Norvia's energy market rejected the ceasefire.", set()),
        ("Norvia's supreme guide rejected the ceasefire.", {("Norvia", "rejects")}),
        ("Norvia's mountain guide rejected the ceasefire.", set()),
    ],
)  # fmt: skip
def test_a_clause_about_a_party_and_what_follows_it(said: str, stances: set[tuple[str, str]]) -> None:
    assert {row[:2] for row in told(said)} == stances
