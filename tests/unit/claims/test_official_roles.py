"""Who is bound, served and who verifies where an official text puts it in other than plain words. All invented."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions.official import official_terms
from nonpaper.model.provision import Provision

HEAD = """PROTOCOL ON THE CESSATION OF HOSTILITIES

between the Government of the Republic of Kessara ("the Government") and the March Movement ("the Movement"),
together "the Parties", have agreed as follows:

1. The Parties shall cease all hostilities.
2. The Government shall open the road.
3. The Movement shall leave the port.
"""
KESSARA, MOVEMENT = "Republic of Kessara", "March Movement"


def _terms(point: str) -> list[Provision]:
    page = page_of(f"{HEAD}4. {point}\n")
    return [t for t in official_terms(page) if t.number == "4"]


def test_a_name_for_the_parties_together_is_no_party() -> None:
    first = next(t for t in official_terms(page_of(f"{HEAD}4. The Government shall pay.\n")) if t.number == "1")
    assert set(first.obligor) == {KESSARA, MOVEMENT}


@pytest.mark.parametrize(
    ("point", "obligor", "verifier"),
    [
        (
            "The Joint Monitoring Commission, chaired by the African Union, shall verify the withdrawal.",
            ("Joint Monitoring Commission",),
            ("Joint Monitoring Commission",),
        ),
        ("The African Union shall verify the withdrawal.", ("African Union",), ("African Union",)),
        ("The withdrawal shall be carried out by the Movement.", (MOVEMENT,), ()),
    ],
)
def test_who_chairs_a_body_is_not_who_acts(point: str, obligor: tuple[str, ...], verifier: tuple[str, ...]) -> None:
    (term,) = _terms(point)
    assert (term.obligor, term.verifier) == (obligor, verifier)


@pytest.mark.parametrize(
    ("point", "obligor"),
    [
        ("Withdrawal of the Movement's heavy weapons to 25 km.", {MOVEMENT}),
        ("Redeployment of the Government's forces to the barracks.", {KESSARA}),
        ("Withdrawal of all heavy weapons to 25 km.", {KESSARA, MOVEMENT}),
        ("Release of all detainees of the Movement.", {KESSARA, MOVEMENT}),
    ],
)
def test_whoever_has_what_is_withdrawn_withdraws_it(point: str, obligor: set[str]) -> None:
    (term,) = _terms(point)
    assert set(term.obligor) == obligor


def test_a_breach_that_entitles_the_other_binds_nobody() -> None:
    (term,) = _terms("Failure by either Party to comply entitles the other Party to suspend its obligations.")
    assert (term.modality, term.obligor, set(term.beneficiary)) == ("may", (), {KESSARA, MOVEMENT})


def test_the_remaining_share_is_a_term_of_its_own() -> None:
    first, second = _terms(
        "The Movement shall bear 35 per cent of the cost and the Government the remaining 65 per cent."
    )
    assert (first.obligor, first.value) == ((MOVEMENT,), "35 per cent")
    assert (second.obligor, second.value) == ((KESSARA,), "65 per cent")


@pytest.mark.parametrize(
    ("point", "value"),
    [
        ("By D+45, the Movement shall hand over its weapons.", None),
        ("By D+45, the Movement shall hand over 45 rifles.", "45 rifles"),
    ],
)
def test_a_day_of_the_schedule_is_no_count(point: str, value: str | None) -> None:
    (term,) = _terms(point)
    assert (term.value, term.deadline) == (value, "By D+45")


def test_who_verifies_a_withdrawal_is_not_what_it_is_about() -> None:
    (term,) = _terms("The Movement shall complete its withdrawal, verified by the Observer Mission.")
    assert (term.topic, term.obligor, term.verifier) == ("withdrawal", (MOVEMENT,), ("Observer Mission",))


@pytest.mark.parametrize(
    ("point", "obligor", "conditions"),
    [
        ("In the event of a breach by the Movement, convoys shall stop.", set(), 1),
        ("Convoys shall be escorted by the Movement.", {MOVEMENT}, 0),
        ("The Parties call upon the Movement to open the road.", None, 0),
        ("Upon completion of the withdrawal, the Movement shall open the road.", {MOVEMENT}, 1),
    ],
)
def test_who_is_named_in_a_condition_or_an_appeal(point: str, obligor: set[str] | None, conditions: int) -> None:
    (term,) = _terms(point)
    assert obligor is None or set(term.obligor) == obligor
    assert len(term.conditions) == conditions


UNNAMED = """CEASEFIRE AGREEMENT

between the Government of the Republic of Kessara and the March Liberation Movement

Article 1
Calm
1. The Parties shall cease all hostilities.
2. The Government shall open the road{}.
3. The Movement shall leave the port.

Article 2
Guarantors
The Republic of Chad and the Federal Republic of Nigeria shall act as guarantors of this Agreement.
"""


@pytest.mark.parametrize(
    ("more", "government"), [("", {KESSARA}), (" to the Government of the Republic of Norvia", set())]
)
def test_the_government_is_the_one_side_that_the_title_calls_so(more: str, government: set[str]) -> None:
    terms = {t.number: set(t.obligor) for t in official_terms(page_of(UNNAMED.format(more)))}
    assert terms["1.1"] == {KESSARA, "March Liberation Movement"}
    assert terms["1.2"] == government
    assert terms["2"] == {"Chad", "Nigeria"}
