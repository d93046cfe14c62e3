"""Whose an office is by the outlet, a paragraph, a body or a chamber; each beside what says nothing. All invented."""

from __future__ import annotations

import pytest

from nonpaper.claims.attribution.records import RawAttribution
from nonpaper.claims.officials import with_officials
from nonpaper.claims.page import page_of
from nonpaper.claims.sides import one_state, outlets_state
from nonpaper.claims.sources import claims_of

TWO = "Sorvia's government and Brenna's government are at war. Talks between Sorvia and Brenna go on.\n\n"
CIVIL = "The government of Sorvia and the rebel Tarn Upland Front (TUF) agreed a truce. The TUF wants talks.\n\n"


def whose(text: str, source: str, outlet: str | None = None) -> str | None:
    """The party of a claim whose source is the last `source` in the text, which ends with "said no."."""
    at = text.rindex(source)
    said = text.index("said", at)
    raw = RawAttribution(
        source=((at, at + len(source)),), cue=((said, said + 4),), content=((len(text) - 3, len(text)),), score=0.99
    )
    (claim,) = claims_of(with_officials(page_of(text, outlet=outlet)), [raw])
    return claim.party


@pytest.mark.parametrize("outlet", ["Sorvian Public Radio", "The Sorvia Herald"])
def test_an_office_alone_is_of_the_outlets_state(outlet: str) -> None:
    assert whose(f"{TWO}Water was scarce.\n\nPresident Ivo Rask said no.", "President Ivo Rask", outlet) == "Sorvia"
    assert whose(f"{TWO}Water was scarce.\n\nThe chancellery said no.", "The chancellery", outlet) == "Sorvia"


def test_an_office_is_not_the_outlets_where_another_was_spoken_of_or_the_outlet_is_nobodys() -> None:
    text = f"{TWO}Brenna replied at once. President Ivo Rask said no."
    assert whose(text, "President Ivo Rask", "Sorvian Radio") != "Sorvia"
    assert (
        whose(f"{TWO}Water was scarce.\n\nPresident Ivo Rask said no.", "President Ivo Rask", "Harbour Radio") is None
    )


def test_a_mediators_outlet_has_no_office_of_its_own() -> None:
    page = page_of(f"{TWO}Ostmarkia, which mediates, sent Ostmarkia's minister.", outlet="Ostmarkian Radio")
    assert outlets_state(page) is None


def test_a_bodys_spokeswoman_is_its_states() -> None:
    text = f"{CIVIL}Sorvia's army left. The presidency disputes nothing. Its spokeswoman, Oda Marr, said no."
    assert whose(text, "Its spokeswoman, Oda Marr,") == "Sorvia"
    two = f"{TWO}The presidency disputes nothing. Its spokeswoman, Oda Marr, said no."
    assert whose(two, "Its spokeswoman, Oda Marr,") is None


def test_members_of_a_chamber_are_of_its_state() -> None:
    assert whose(f"{TWO}In Brenna's lower house 40 members said no.", "40 members") == "Brenna"
    assert whose(f"{TWO}In Brenna's second city 40 members said no.", "40 members") is None


def test_an_adviser_to_its_premier_is_of_whom_the_sentence_is_about() -> None:
    text = f"{TWO}Brenna accepts the map, Karl Odde, an adviser to its premier, said no."
    assert whose(text, "Karl Odde, an adviser to its premier,") == "Brenna"


def test_the_ministry_is_the_one_that_was_named_with_its_state() -> None:
    lead = f"{TWO}The Foreign Ministry of Brenna spoke. "
    assert (
        whose(f"{lead}It rained all day. It rained again. Nobody came. The ministry said no.", "The ministry")
        == "Brenna"
    )
    both = f"{lead}The Foreign Ministry of Sorvia slept. It rained. It rained again. Nobody came. "
    assert whose(f"{both}The ministry said no.", "The ministry") is None


def test_the_diplomat_is_the_only_one_whose_state_was_told() -> None:
    lead = f"{TWO}A Brennan diplomat left. " + "It rained all day. " * 5
    assert whose(f"{lead}The diplomat said no.", "The diplomat") == "Brenna"
    other = f"{lead}A diplomat from the lakes came. " + "It rained all day. " * 5
    assert whose(f"{other}The diplomat said no.", "The diplomat") is None


def test_an_office_in_a_paragraph_about_one_state_is_its_own_where_no_sides_are_plain() -> None:
    text = "The truce talks went on.\n\nThen there is next-door Tarrunk. It waits. Foreign minister Oda Marr said no."
    assert whose(text, "Foreign minister Oda Marr") == "Tarrunk"
    two = "Talks go on.\n\nTarrunk shall go. Both Brenna's army and Tarrunk's go. Foreign minister Oda Marr said no."
    assert whose(two, "Foreign minister Oda Marr") is None


def test_a_movements_exiled_leader_still_speaks_for_it() -> None:
    assert whose(f"{CIVIL}The TUF's exiled leader, Oda Marr, said no.", "Oda Marr") == "TUF"
    assert whose(f"{CIVIL}Sorvia's exiled president, Oda Marr, said no.", "Oda Marr") is None


def test_an_aide_is_of_whom_he_serves() -> None:
    text = f"{CIVIL}Nils Orm, of the ruling Tarn Upland Front, came. Orm aide Bo Lind said no."
    assert whose(text, "Bo Lind") == "TUF"


def test_a_state_that_only_lends_soldiers_leaves_the_office_to_the_one_that_acts() -> None:
    text = f"{CIVIL}Sorvia keeps its guns. Guns go to Belmarka. The guns stay in Belmarka; of a Belmarkan, nothing."
    assert one_state(page_of(text)) == "Sorvia"


def test_a_body_with_members_and_a_spokesman_is_a_party() -> None:
    text = "The truce talks went on. The Concord, whose nine members met, wants time. A Concord spokesman left."
    assert {m.party for m in page_of(text).mentions} == {"Concord"}
    none = "The truce talks went on. Concord was calm. A concord of views emerged, said the spokesman."
    assert not page_of(none).mentions


@pytest.mark.parametrize(
    "text", ["Orbeth, for its part, was angry.", "Orbeth, whose courts hold the funds, was angry."]
)
def test_what_has_a_part_or_courts_of_its_own_is_a_state(text: str) -> None:
    assert {m.party for m in page_of(f"The truce talks went on. {text}").mentions} == {"Orbeth"}
    assert not page_of("The truce talks went on. Orbeth, for his part, was angry.").mentions


def test_whoever_acts_with_a_known_movement_is_a_party() -> None:
    lead = "Talks on a truce go on with the Tarn Upland Front (TUF). "
    assert "Orvessa" in {m.party for m in page_of(f"{lead}Orvessa and the Tarn Upland Front have met.").mentions}
    town = f"{lead}The town of Orvessa slept. Orvessa and the Tarn Upland Front have met."
    assert "Orvessa" not in {m.party for m in page_of(town).mentions}


def test_a_counterpart_is_of_the_people_named_and_else_nobodys() -> None:
    page = with_officials(page_of(f"{TWO}Her Brennan counterpart, Nadir Asso, left. Her counterpart, Bo Lind, came."))
    named = {m.span.quote(page.text): m.party for m in page.mentions}
    assert named["Nadir Asso"] == "Brenna"
    assert named.get("Bo Lind") is None


def test_their_minister_is_of_the_people_of_whom_the_sentence_before_speaks() -> None:
    text = f"{TWO}Expect the Brennans to go on. Their foreign minister, Tor Hag, said no."
    assert whose(text, "Their foreign minister, Tor Hag,") == "Brenna"
    both = f"{TWO}Expect the Brennans and the Sorvians to go on. Their foreign minister, Tor Hag, said no."
    assert whose(both, "Their foreign minister, Tor Hag,") is None


@pytest.mark.parametrize(
    ("said", "party"),
    [
        ("Brenna's premier has gone further. Suri Kam told her cabinet it was over.", "Brenna"),
        ("The Brennan premier has gone further. Suri Kam told her cabinet it was over.", "Brenna"),
        ("Brenna's premier, Bo Lind, has gone further. Suri Kam told her cabinet it was over.", None),
        ("Brenna's premier has gone further.\n\nSuri Kam told her cabinet it was over.", None),
        ("Brenna's harvest has gone further. Suri Kam told her cabinet it was over.", None),
    ],
)
def test_a_name_right_after_its_office_is_of_that_state(said: str, party: str | None) -> None:
    page = with_officials(page_of(f"{TWO}{said}"))
    assert {m.span.quote(page.text): m.party for m in page.mentions}.get("Suri Kam") == party


_LENDER = (
    "Ostmarkia and Brenna lend arms; Ostmarkia wants more, Ostmarkia's premier said. "
    "Ostmarkia has a long coast. Ostmarkia has mines.\n\n"
)


@pytest.mark.parametrize("office", ["Interior Minister", "Justice Minister", "Home Secretary"])
def test_who_deals_with_what_is_done_at_home_is_of_the_state_at_war(office: str) -> None:
    text = f"{CIVIL}{_LENDER}Water was scarce.\n\n{office} Ivo Rask said no."
    assert one_state(page_of(text)) is None
    assert whose(text, f"{office} Ivo Rask") == "Sorvia"


@pytest.mark.parametrize("before", ["President", "Foreign Minister", "Ostmarkia bristled. Interior Minister"])
def test_who_deals_with_others_may_be_a_thirds_and_so_may_one_spoken_of_just_after_it(before: str) -> None:
    text = f"{CIVIL}{_LENDER}Water was scarce.\n\n{before} Ivo Rask said no."
    assert whose(text, f"{before.rsplit('. ', maxsplit=1)[-1]} Ivo Rask") != "Sorvia"


@pytest.mark.parametrize("place", ["in Tavik", "at the Sea Forum"])
def test_where_an_envoy_sits_is_not_whose_he_is(place: str) -> None:
    text = f"{CIVIL}The TUF's representative {place}, Sheikh Ivo Rask, said no."
    assert whose(text, f"The TUF's representative {place}, Sheikh Ivo Rask,") == "TUF"
    assert whose(f"{text} Rask said no.", "Rask") == "TUF"


def test_a_representative_of_nobody_named_is_nobodys() -> None:
    text = f"{CIVIL}The representative in Sorvia, Ivo Rask, spoke. Rask said no."
    assert whose(text, "Rask") is None


def test_a_name_in_the_plural_that_owns_is_no_unknown_one() -> None:
    text = f"{CIVIL}The small Farmers' List holds the balance. Its spokesman, Ivo Rask, said no."
    assert whose(text, "Its spokesman, Ivo Rask,") == "Farmers' List"
    other = f"{CIVIL}The small Farmers' List holds what Brakk wants. Its spokesman, Ivo Rask, said no."
    assert whose(other, "Its spokesman, Ivo Rask,") is None


def test_of_whom_a_clause_tells_more_the_next_sentence_goes_on() -> None:
    text = f"{TWO}None of this can move without Sorvia, whose courts hold the orders. Its justice ministry said no."
    assert whose(text, "Its justice ministry") == "Sorvia"
    assert whose(text.replace(", whose courts hold the orders", " and its courts"), "Its justice ministry") is None


@pytest.mark.parametrize(("does", "party"), [("is dismantled", "Sorvia"), ("is furious", None)])
def test_what_is_done_to_an_unknown_thing_makes_it_no_actor(does: str, party: str | None) -> None:
    text = f"{TWO}Sorvia reacted to a line by which the radar at Cape Brakk {does}: its envoy, Ivo Rask, said no."
    assert whose(text, "its envoy, Ivo Rask,") == party
