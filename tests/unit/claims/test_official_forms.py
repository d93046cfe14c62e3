"""Official texts of other forms: resolutions, letters of state, schedules set as tables, costs that are shared out."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions.official import is_official, official_terms
from nonpaper.model.provision import Provision

HEAD = """MEMORANDUM OF UNDERSTANDING

between the Republic of Kessara and the Kingdom of Norvia

1. Kessara will leave the island.
2. Norvia will open the road.
3. The Participants shall exchange maps.
"""
BOTH = ("Kessara", "Norvia")


def _terms(point: str) -> list[Provision]:
    return [t for t in official_terms(page_of(f"{HEAD}4. {point}\n")) if t.number == "4"]


@pytest.mark.parametrize(
    ("point", "obligor"),
    [
        ("Demands that the Kessaran army withdraw from Lissen within 30 days;", ("Kessara",)),
        ("Further demands that Kessara and Norvia release all prisoners;", BOTH),
        ("Demands that the Tarn People's Army hand over its guns;", ("Tarn People's Army",)),
        ("Requests the Secretary-General to report every 90 days;", ("Secretary-General",)),
        ("Calls upon Norvia to lift the blockade;", ("Norvia",)),
        ("Urges Member States to contribute to the fund;", ()),
        ("Demands that relics of the Kessaran kings be returned;", ()),
    ],
)
def test_whom_a_resolution_orders_is_bound(point: str, obligor: tuple[str, ...]) -> None:
    (term,) = _terms(point)
    assert term.obligor == obligor


def test_whom_a_resolution_authorises_may_act() -> None:
    (term,) = _terms("Authorises the mission to inspect ships;")
    assert (term.modality, term.obligor) == ("may", ())


@pytest.mark.parametrize(
    ("point", "obligor"),
    [
        ("Neither Participant will deploy missiles.", BOTH),
        ("The Participants will give the inspectors access.", BOTH),
        ("Neither government will deploy missiles.", BOTH),
        ("The governments of other states may join.", ()),
    ],
)
def test_words_for_all_who_sign(point: str, obligor: tuple[str, ...]) -> None:
    (term,) = _terms(point)
    assert term.obligor == obligor


@pytest.mark.parametrize(
    ("point", "shares"),
    [
        (
            "Kessara will pay 30 per cent of the costs, and Norvia 70 per cent.",
            [(("Kessara",), "30 per cent"), (("Norvia",), "70 per cent")],
        ),
        (
            "Kessara shall release 120 prisoners and Norvia 90 prisoners.",
            [(("Kessara",), "120"), (("Norvia",), "90")],
        ),
        ("Kessara will pay 30 per cent of the costs in May and June.", [(("Kessara",), "30 per cent")]),
    ],
)
def test_who_else_bears_a_part_is_a_term(point: str, shares: list[tuple[tuple[str, ...], str]]) -> None:
    found = _terms(point)
    assert [t.obligor for t in found] == [who for who, _ in shares]
    assert all((t.value or "").startswith(value) for t, (_, value) in zip(found, shares, strict=True))


TABLE = """TIMETABLE to the Agreement between Kessara and Norvia

| No. | Party | Measure | By when |
|-----|-------|---------|---------|
| 1 | Norvia | Withdraw heavy guns 40 km from Lissen | D+10 |
| 2 | Kessara | Release 320 Norvian detainees | D+14 |
| 3 | Both Parties | Exchange maps of minefields | D+45 |
| 4 | African Union | Deploy 300 monitors | D+60 |
| 5 | Kessara and Norvia | Open the road | D+90 |
"""


def test_a_tables_column_says_who_is_bound() -> None:
    found = [(t.number, t.obligor, t.deadline) for t in official_terms(page_of(TABLE))]
    assert found == [
        ("1", ("Norvia",), "D+10"),
        ("2", ("Kessara",), "D+14"),
        ("3", BOTH, "D+45"),
        ("4", ("African Union",), "D+60"),
        ("5", BOTH, "D+90"),
    ]


def test_a_table_without_a_column_for_who_acts_is_none() -> None:
    assert not official_terms(page_of(TABLE.replace("Party", "Capital")))
    assert not official_terms(page_of(TABLE.replace("Measure", "Demand")))


LETTERS = """Note from the Foreign Minister of Kessara to the Foreign Minister of Norvia

Excellency,

{first}

Please accept, Excellency, the assurances of my highest consideration.
"""
LISTED = """I have the honour to propose that the following be agreed between our two Governments:

1. Kessara shall withdraw its troops from the Dell valley within 60 days.
2. Neither Government shall station missiles near the border.

If the foregoing is acceptable, this letter and your reply shall constitute
an agreement, which shall enter into force today."""
TOLD = """I have the honour to inform you that Kessara will withdraw its troops from the Dell valley. Kessara reserves
the right to return should Norvia fail to disarm. I look forward to your reply and will be glad to meet you."""


@pytest.mark.parametrize(
    ("first", "terms"),
    [
        (LISTED, [("must", ("Kessara",), ()), ("must_not", BOTH, ())]),
        (TOLD, [("must", ("Kessara",), ()), ("may", (), ("Kessara",))]),
    ],
)
def test_what_letters_of_state_say_is_their_terms(first: str, terms: list[object]) -> None:
    page = page_of(LETTERS.format(first=first))
    assert [(t.modality, t.obligor, t.beneficiary) for t in official_terms(page)] == terms


def test_a_letter_of_thanks_and_a_report_of_letters_are_none() -> None:
    assert not is_official(page_of(LETTERS.format(first="I have the honour to thank you for the concert.")))
    told = TOLD + "\n\nThe letter was seen by two newspapers, a spokesman said."
    assert not is_official(page_of(LETTERS.format(first=told)))
