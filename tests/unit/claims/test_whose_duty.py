"""Who is bound and served, what is denied, which figure and text hold, where words are easily turned about."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.modality import modality_of
from nonpaper.claims.provisions.terms_of_art import deadline_in
from nonpaper.claims.provisions.values import value_of
from nonpaper.model.provision import Provision

LEAD = "The government of Kessara and the government of Norvia are at war. "


def stated(said: str) -> list[Provision]:
    return [p for p in find_provisions(page_of(LEAD + said), ()) if not p.unsure]


def words(said: str) -> list[tuple[str, str]]:
    return [(p.span.quote(LEAD + said), p.presented_as) for p in stated(said)]


@pytest.mark.parametrize(
    ("said", "obligor", "beneficiary"),
    [
        # who lets others do a thing is bound; whom a text lets do it is served
        ("Under the 22-point plan, Kessara would allow 300 lorries a day to cross the bridge.", ("Kessara",), ()),
        ("Under the 22-point plan, Kessara would allow Norvia to withdraw its troops.", ("Kessara",), ("Norvia",)),
        ("The 22-point plan would allow Kessara to keep two bases.", (), ("Kessara",)),
        # whom a burden is taken off is served, and so is who need not fear it
        ("Under the 22-point plan, Norvia would be removed from the sanctions list.", (), ("Norvia",)),
        ("Under the 22-point plan, Norvia would be released from its duty to withdraw its troops.", (), ("Norvia",)),
        ("Under the 22-point plan, Norvia would remove two firms from the sanctions list.", ("Norvia",), ()),
        # what is recognised does nothing by that
        ("Under the 22-point plan, Norvia would recognise the Kessaran government.", ("Norvia",), ()),
        # a party's people are not the party
        ("Under the 22-point plan, Kessara's farmers would have free passage.", (), ()),
        ("Under the 22-point plan, Kessara's army would leave the port.", ("Kessara",), ()),
    ],
)
def test_who_is_bound_and_who_is_served(said: str, obligor: tuple[str, ...], beneficiary: tuple[str, ...]) -> None:
    (term,) = stated(said)
    assert (term.obligor, term.beneficiary) == (obligor, beneficiary)


def test_it_is_the_text_where_it_forbids() -> None:
    _, term = stated(
        "The 22-point plan has Norvia leave the port. It prohibits Kessara from keeping troops in the valley."
    )
    assert term.obligor == ("Kessara",)


@pytest.mark.parametrize(
    ("said", "modality"),
    [
        ("ships would be inspected by the fund, but no longer by the navy", "must"),
        ("the army would pull back from the port, but not from the hills", "must"),
        ("the navy would no longer inspect ships", "must_not"),
        ("Norvia would allow aid to reach the valley", "must"),
        ("The treaty would allow Norvia to keep two bases", "may"),
        ("It would allow Norvia to keep two bases", "may"),
        ("the text shall cease to have effect if no vote is held", "lapses_if"),
        ("the army shall cease all fire", "must"),
    ],
)
def test_what_is_only_set_against_a_term_does_not_turn_it(said: str, modality: str) -> None:
    assert modality_of(said, said, "must") == modality


@pytest.mark.parametrize(
    ("said", "term", "modality"),
    [
        (
            "Under the draft the city is open. The army undertakes not to shell the port.",
            "not to shell the port",
            "must_not",
        ),
        ("Under the draft the city is open. The army undertakes to leave the port.", "leave the port", "must"),
    ],
)
def test_what_somebody_undertakes_not_to_do_is_denied(said: str, term: str, modality: str) -> None:
    assert (term, modality) in [(p.span.quote(LEAD + said), p.modality) for p in stated(said)]


@pytest.mark.parametrize(
    ("said", "presented"),
    [
        (
            "The draft supersedes a text under which Norvian troops would leave in six months.",
            {"comparison"},
        ),
        ("Under the draft, Norvian troops would leave in six months.", {"draft"}),
        ("Under the draft, a fund replaces the bank, and Norvian troops would leave in six months.", {"draft"}),
    ],
)
def test_what_a_replaced_text_held_is_no_term_of_the_new_one(said: str, presented: set[str]) -> None:
    said = "The 22-point plan has both sides disarm. " + said
    assert {p for w, p in words(said) if "six months" in w} == presented


@pytest.mark.parametrize(
    ("said", "terms"),
    [
        (
            "Under the draft, the Holy Church and the Border Mission will watch the withdrawal of troops.",
            ["the Holy Church and the Border Mission will watch the withdrawal of troops"],
        ),
        (
            "Under the draft, the border is watched by a council made up of Ostia, Bren and the three guarantors.",
            ["the border is watched by a council made up of Ostia, Bren and the three guarantors"],
        ),
        (
            "According to a copy of the draft treaty seen by Vesna, Kessara and Norvia would withdraw troops.",
            ["Kessara and Norvia would withdraw troops"],
        ),
        # two terms stay two
        (
            "Under the draft, Norvia releases all prisoners and Kessara would withdraw its troops.",
            ["Norvia releases all prisoners", "Kessara would withdraw its troops"],
        ),
    ],
)
def test_a_name_is_not_cut_from_those_it_is_joined_to(said: str, terms: list[str]) -> None:
    assert [w for w, _ in words(said)] == terms


@pytest.mark.parametrize(
    ("said", "deadline", "value"),
    [
        ("the lifting is delayed by 30 days", None, "30 days"),
        ("the truce shrinks from nine months to three months", None, "three months"),
        ("the lifting takes place within 30 days", "within 30 days", "30 days"),
        ("the troops leave by 30 June", "by 30 June", "30 June"),
        ("the troops leave from 30 days after signature", "from 30 days after signature", "30 days"),
        ("the mission is enlarged from 10 to 45 experts", None, "45"),
        ("the mission has 10 to 45 experts", None, "10"),
    ],
)
def test_an_amount_is_no_deadline_and_an_old_figure_no_value(said: str, deadline: str | None, value: str) -> None:
    assert deadline_in(said) == deadline
    assert value_of(said) in (value, "10 to 45")


@pytest.mark.parametrize(
    ("said", "terms"),
    [
        (
            "Norvia wanted the withdrawal of 9,000 troops; the draft caps the army at 4,000.",
            [("the withdrawal of 9,000 troops", "demand"), ("caps the army at 4,000", "draft")],
        ),
        (
            "Norvia has proposed a buffer zone of 10 km, but the accord limits it to five km.",
            [("a buffer zone of 10 km", "proposal"), ("limits it to five km", "draft")],
        ),
        (
            "Norvia wanted the withdrawal of all troops, but the draft is not final.",
            [("the withdrawal of all troops, but the draft is not final", "demand")],
        ),
    ],
)
def test_what_a_side_wants_and_what_the_text_gives(said: str, terms: list[tuple[str, str]]) -> None:
    assert words(said) == terms


@pytest.mark.parametrize(
    ("said", "obligor"),
    [
        ("Under the 22-point plan, Lissen airport would be opened to the relief of the valley.", ()),
        ("Under the 22-point plan, Kessara would open an airport to relief flights.", ("Kessara",)),
    ],
)
def test_what_lies_in_a_town_is_not_who_rules_there(said: str, obligor: tuple[str, ...]) -> None:
    (term,) = find_provisions(page_of(LEAD + said), ())
    assert term.obligor == obligor
