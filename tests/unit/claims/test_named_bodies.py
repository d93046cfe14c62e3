"""Bodies named by whose they are, that rule or oppose; speaker labels; each beside what is none. All invented."""

from __future__ import annotations

import pytest

from nonpaper.claims.officials import with_officials
from nonpaper.claims.page import page_of
from nonpaper.claims.sides.two import one_state


def _parties(text: str) -> dict[str, str | None]:
    page = with_officials(page_of(text))
    return {m.span.quote(text): m.party for m in page.mentions}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Men of the Tarn People's Front met. The Front's envoy, Oda Kell, left talks.", "Tarn People's Front"),
        ("The Millers' League wants the dam kept out of the draft.", "Millers' League"),
        ("The Ferrymen’s Union rejects the draft.", "Ferrymen’s Union"),
        ("The small Weavers' List could back the draft.", "Weavers' List"),
        ("A man of the National Bloc read the draft. The Bloc has nine seats.", "National Bloc"),
        ("An envoy of the opposition Amber Rally left. The Rally wants peace talks.", "Amber Rally"),
        ("He works for the ruling Renewal Council. The Council accepts the truce.", "Renewal Council"),
        ("Envoys and the Upland Column met for talks. The Column, he said, wants a truce.", "Upland Column"),
    ],
)
def test_a_body_goes_by_its_whole_name(text: str, name: str) -> None:
    assert _parties(text)[name] == name
    assert set(_parties(text).values()) - {None} == {name}


@pytest.mark.parametrize(
    "text",
    [
        "The government met Ardessa's Front, and Ardessa's Union left the talks.",
        "The ruling Progress Party accepts the truce.",
        "In the People's Assembly nobody spoke of the truce.",
        "The National Council said it would vote on the truce. The Council has nine seats.",
        "The Monday Farmers' Market was closed during the truce.",
        "An opposition lawmaker read the Morning Column aloud.",
    ],
)
def test_owners_parties_and_markets_are_no_such_bodies(text: str) -> None:
    assert not any("'" in name or name.endswith(("Party", "Column")) for name in _parties(text))


def test_a_label_is_the_person_of_that_surname() -> None:
    text = "Sorvia's chief negotiator, Ilma Odall, spoke by telephone.\n\nHOST: And the ships?\nODALL: Gladly.\n"
    assert _parties(text)["ODALL"] == "Sorvia"
    assert "HOST" not in _parties(text)


def test_a_label_that_two_share_is_nobodys() -> None:
    text = "Sorvia's envoy, Ilma Odall, met Brenna's envoy, Jon Odall.\n\nODALL: Gladly.\n"
    assert "ODALL" not in _parties(text)


def test_whoever_leads_or_speaks_for_a_party_is_its_own() -> None:
    text = "Sorvia's army left. Ilma Odall, who leads for Sorvia, said no. Bo Rask, for the Upland Front, said yes."
    named = _parties(text)
    assert (named["Ilma Odall"], named["Bo Rask"]) == ("Sorvia", "Upland Front")
    assert "Jon Weir" not in _parties("Jon Weir, for the first time, praised the Upland Front.")


def test_the_only_state_beside_one_movement_is_the_one() -> None:
    text = "Sorvia's government sent the Upland Front a draft. Earlier truces, brokered by Ostmark, failed."
    assert one_state(page_of(text)) == "Sorvia"


def test_a_second_state_that_acts_leaves_it_open() -> None:
    text = "Sorvia's government sent the Upland Front a draft. Ostmark's government wants another."
    assert one_state(page_of(text)) is None


def test_a_state_named_late_is_not_the_one() -> None:
    text = "The Upland Front read a draft. " + "It was a long day for everybody. " * 20 + "Sorvia's government slept."
    assert one_state(page_of(text)) is None


DATED = "Envoys near a deal\n\nTOVARA (Wire) -- Sorvia's cabinet read the draft. "


def test_a_dateline_is_the_capital_of_whom_the_lede_is_about_where_it_acts() -> None:
    assert _parties(f"{DATED}The official said Tovara would drop its suit.")["Tovara"] == "Sorvia"
    assert "Tovara" not in _parties(f"{DATED}The envoys came to Tovara by train.")
    assert "Tovara" not in _parties("TOVARA (Wire) -- Envoys read the draft. The official said Tovara would drop it.")


def test_a_ministry_of_foreign_affairs_makes_a_state_beside_others() -> None:
    text = "Sorvian envoys of Sorvia and Brennan envoys of Brenna met; Peluran's foreign ministry slept, {}'s hill too."
    assert {"Sorvia", "Brenna", "Peluran"} <= set(_parties(text.format("Tovara")).values())
    assert "Tovara" not in _parties(text.format("Tovara"))


def test_who_arms_a_side_is_a_state() -> None:
    assert _parties("A truce is near. Kolvan, which arms the rebels, slept.")["Kolvan"] == "Kolvan"
    assert "Kolvan" not in _parties("A truce is near. Kolvan, which warms the rebels, slept.")
