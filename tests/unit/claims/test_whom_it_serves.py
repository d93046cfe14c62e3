"""Whom a term serves that its words do not name as such: people, the other of two."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.model.provision import Provision

STATES = "Kessara and Norvia have agreed a 22-point plan to end the war between Kessara and Norvia. "
REBELS = (
    "The government of Kessara and the Zale Front (ZF) have agreed a 22-point plan "
    "to end the war between Kessara and the Zale Front. Osterland mediated. "
)
THREE = (
    "The government of Kessara, the Zale Front (ZF) and the Orl Resistance Army (ORA) have agreed a 22-point plan "
    "to end the war between Kessara, the Zale Front and the Orl Resistance Army. The ORA holds the north. "
)


def terms(lead: str, said: str) -> list[Provision]:
    text = f"{lead}Under the 22-point plan, {said}."
    return [p for p in find_provisions(page_of(text), ()) if p.span.start > len(lead)]


def served(lead: str, said: str) -> tuple[str, ...]:
    found = terms(lead, said)
    assert len(found) == 1, [p.span.quote(f"{lead}Under the 22-point plan, {said}.") for p in found]
    return found[0].beneficiary


@pytest.mark.parametrize(
    ("lead", "said", "beneficiary"),
    [
        (STATES, "Norvia would lift its trade embargo in three steps", ("Kessara",)),
        (STATES, "Norvia would lift an export ban on civilian aircraft", ("Kessara",)),
        (STATES, "Norvia would drop its case before the world court", ("Kessara",)),
        (STATES, "Norvia would unfreeze $3 billion within a month", ("Kessara",)),
        (STATES, "Norvia would refrain from new sanctions", ("Kessara",)),
        (STATES, "Norvia would sell electricity at cost", ("Kessara",)),
        (STATES, "Norvia would buy 400 megawatts of Kessaran electricity", ("Kessara",)),
        (STATES, "Norvia would stop charging Kessaran trawlers for anchorage", ("Kessara",)),
        (REBELS, "Kessara would lift the ban on the ZF", ("ZF",)),
        # at home, against a third, of its own, by a third, or not at all
        (STATES, "Norvia would lift the curfew in the border towns", ()),
        (STATES, "Norvia would lift its embargo on Osterland", ()),
        (STATES, "Norvia would drop its claim to the island of Sael", ()),
        (STATES, "Norvia would sell its stake in the gas field", ()),
        (STATES, "Osterland would lift its trade embargo in three steps", ()),
        (STATES, "Norvia would not lift its trade embargo", ()),
        (STATES, "Norvia would buy 40 ferries abroad", ()),
        (THREE, "Kessara would lift its blockade in May", ()),
    ],
)
def test_what_one_of_two_takes_off_the_other_serves_the_other(
    lead: str, said: str, beneficiary: tuple[str, ...]
) -> None:
    assert served(lead, said) == beneficiary


@pytest.mark.parametrize(
    ("said", "beneficiary"),
    [
        ("rank-and-file members would get an amnesty", ("rank-and-file members",)),
        ("up to 3,000 former fighters would be allowed to join a new border guard", ("former fighters",)),
        ("displaced families would be allowed to return to the valley", ("displaced families",)),
        ("the people of the hills would elect a council of 40", ("the people of the hills",)),
        ("Kessara would let displaced families return to the valley", ("displaced families",)),
        ("a fund of 80 million would be set up for the canal district", ("the canal district",)),
        ("a tenth of the revenue would go to the hill communities", ("the hill communities",)),
        ("the council would run the schools", ("the council",)),
        # a movement's own men are its
        ("fighters who lay down their arms would be pardoned", ("ZF",)),
        ("ZF members who hand in their rifles would be pardoned", ("ZF",)),
        # bound, barred, watched over or only counted
        ("displaced families must leave the valley", ()),
        ("no displaced families may return to the valley", ()),
        ("former fighters may not join the border guard", ()),
        ("former fighters would be disarmed by June", ()),
        ("the border guard would watch displaced families", ()),
        ("the council would monitor the truce", ()),
        ("a tenth of the mines would be cleared for ten years", ()),
        ("disputes would go to a panel of three judges", ()),
        ("Kessara would give the fighters 30 days to hand in their rifles", ()),
        # whose residents and members is not said
        ("residents would get an identity card", ()),
    ],
)
def test_people_who_are_no_party_hold_what_they_are_given(said: str, beneficiary: tuple[str, ...]) -> None:
    found = terms(REBELS, said)
    assert [p.beneficiary for p in found] in ([beneficiary], [] if not beneficiary else None)


@pytest.mark.parametrize(
    ("lead", "said", "beneficiary"),
    [
        (STATES, "the town of Brask would be handed to Norvia", ("Norvia",)),
        (
            STATES + "The president of Talmark signed for Talmark. ",
            "a third of the electricity would go to Talmark",
            ("Talmark",),
        ),
        (STATES, "Norvia would get 60 percent of the gas from Block 9", ("Norvia",)),
        (STATES, "Osterland would come to Norvia’s aid within a week", ("Norvia",)),
        (STATES, "an attack on Norvia would be met by sanctions from Osterland", ()),
        (STATES, "Kessara would not block Norvia’s membership of the customs union", ("Norvia",)),
        (STATES, "the defence ministry would go to Norvia", ("Norvia",)),
        (REBELS, "the ZF would recognise the unity of the republic", ("Kessara",)),
        (REBELS, "Kessara would hand the movement six ministries", ("ZF",)),
        (REBELS, "Kessara would pay each fighter 400 crowns a month", ("ZF",)),
        (REBELS, "the lorries of Osterland would pass twice a week", ("Osterland",)),
        # handed over to be looked after, gathered, or said of another
        (STATES, "the rifles would be handed to Osterland", ()),
        (STATES, "the lists would be handed to Osterland", ()),
        (REBELS, "the ZF would recognise the flag of the republic", ()),
        (REBELS, "no lorries of Osterland would pass", ()),
        (REBELS, "Kessara would give the movement 30 days to leave the hills", ()),
    ],
)
def test_who_gets_a_thing_is_told_beside_his_name(lead: str, said: str, beneficiary: tuple[str, ...]) -> None:
    found = terms(lead, said)
    assert [p.beneficiary for p in found] in ([beneficiary], [] if not beneficiary else None)


def test_a_list_of_gifts_goes_on_to_the_same() -> None:
    lead = "The accord ended the war in Kessara’s hill provinces. "
    found = terms(lead + REBELS, "Kessara gives the four provinces an elected assembly, a quarter of the tolls")
    assert {p.beneficiary for p in found} == {("hill provinces",)}


def test_who_keeps_what_is_not_his_is_bound_by_it() -> None:
    found = terms(REBELS, "Osterland keeps the ransom in its own bank until the last hostage is free")
    assert [p.beneficiary for p in found] in ([()], [])
    (own,) = terms(REBELS, "the ZF would keep its radio station")
    assert own.beneficiary == ("ZF",)
