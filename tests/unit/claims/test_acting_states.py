"""States, movements and regions that a report shows by what they do or by what stands beside them. All invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nonpaper.claims.page import page_of

_TALKS = "The truce talks go on. "
NAMES = ("Velmora", "Tarrunk", "Osquith", "Bredlow", "Manteva", "Quillane", "Dorshek")


def _parties(text: str) -> set[str]:
    return {m.party for m in page_of(text).mentions if m.kind in ("party", "group", "adjective", "metonym") and m.party}


@pytest.mark.parametrize(
    "text",
    [
        "Karsk and its eastern neighbour, Tarrunk, will share the dam under a treaty.",
        "Under the deal the prisoners are flown to neighbouring Tarrunk.",
        "The protocol has four points. 1. Tarrunk shall open the lock.",
        "Tarrunk's capital was quiet on Monday.",
        "Tarrunk's state news agency printed the text.",
        "Tarrunk's junta will step down.",
        "What is in the Osquith-Tarrunk draft?",
        "A truce for Tarrunk, the region that broke away in 1991, is far off.",
        "They want no monitors from Tarrunk, the bloc's member that sold the drones. The pact is dead.",
        "The draft offers the Tarrunk a legislature of its own.",
        "Villagers fled the war in Tarrunk's salt provinces.",
        "Tarrunk, whose capital was calm, welcomed the truce.",
        "Tarrunk, which has mediated since May, welcomed the truce.",
        "Tarrunk, which keeps 900 soldiers on the ridge, welcomed the truce.",
        "The truce was hosted by Tarrunk.",
        "The rods come from Tarrunk, a third country, under the truce.",
        "The sanctions stay, said Tarrunk, whose courts hold the ships.",
        "The Sultanate of Tarrunk complains that it was not asked.",
        "They met at the invitation of Tarrunk, and the truce held.",
        'Article 4 of the treaty says that Tarrunk "shall release" the ships.',
        "The treaty is near. Tarrunk has dropped its objection.",
        "Negotiators from Osk Heights and Tarrunk met. The truce holds.",
        "The war between Osk Heights and Tarrunk is over, and the truce holds.",
        "The truce binds Tarrunk and the rebel alliance in its hills.",
        "The truce was drawn up by Tarrunk within a week.",
        "A post manned by neutral Tarrunk logs every breach of the truce.",
        "Tarrunk's frigates stayed in port.",
        "A Tarrunk foreign ministry official had read it.",
        "The map gave a bank to Tarrunk. Tarrunk did nothing for a week. Its foreign ministry slept.",
        "The Tarrunkers came last. They sat where Tarrunk had sat.",
        "The Tarrunki inspectors came last. They sat where Tarrunk had sat.",
    ],
)
def test_one_sure_word_makes_a_state(text: str) -> None:
    assert "Tarrunk" in _parties(text)


@pytest.mark.parametrize(
    "text",
    [
        "The treaty is near. In the town of Tarrunk, Tarrunk has dropped its objection.",
        "The treaty is near. Tarrunk has dropped its objection.\n\nReporting in Osquith and Tarrunk; by A. Reed",
        "The treaty is near. Ana Tarrunk spoke. Tarrunk has dropped its objection.",
        "A treaty with Tarrunk has lost its charm.",
        "The rods come from Tarrunk, a third time, under the truce.",
        "The ships stay, said Tarrunk, whose courts they fear.",
        "The Sultan of Tarrunk complains that he was not asked.",
        "The truce was drawn up by Ana Tarrunk within a week.",
        "A Tarrunk office clerk had read the truce.",
        "The map gave a bank to Tarrunk. Tarrunk did nothing for a week. Her foreign ministry slept.",
        "Tarrunk fell for a week. Its foreign ministry slept.",
    ],
)
def test_town_or_person_is_no_state(text: str) -> None:
    assert "Tarrunk" not in _parties(text)


def test_both_names_of_a_hyphened_draft_are_states() -> None:
    assert {"Osquith", "Tarrunk"} <= _parties("The Osquith-Tarrunk draft has nine points.")


def test_two_persons_of_a_draft_are_none() -> None:
    text = "The Lund-Brekk draft was drawn up by Sefa Lund and Ode Brekk, two professors."
    assert not {"Lund", "Brekk"} & _parties(text)


def test_words_in_capitals_are_no_state() -> None:
    assert not {"TOP", "SECRET"} & _parties("A TOP-SECRET deal was struck. SECRET's army laughed.")


@given(st.permutations(NAMES).map(lambda names: names[:2]))
def test_who_acts_beside_a_known_party_is_one_whatever_its_name(pair: list[str]) -> None:
    one, other = pair
    text = f"{_TALKS}France and {one} disagree on the map. {one} has rejected it. Nobody went to {other}."
    assert one in _parties(text)
    assert other not in _parties(text)


def test_two_that_act_together_are_parties_where_one_is() -> None:
    assert "Bredlow" in _parties(f"{_TALKS}France and Bredlow have agreed on the map.")
    assert "Bredlow" not in _parties(f"{_TALKS}France has agreed on the map of Bredlow.")


def test_two_unknown_ones_that_stand_together_are_parties_if_both_act() -> None:
    pair = f"{_TALKS}Bredlow and Osquith have exchanged lists. Bredlow rejects the map."
    assert not {"Bredlow", "Osquith"} <= _parties(f"{_TALKS}The road from Callow to Bredlow and Osquith is shut.")
    assert {"Bredlow", "Osquith"} <= _parties(pair)
    assert {"Bredlow", "Osquith"} <= _parties(f"{_TALKS}Bredlow has accused Osquith of theft. Osquith denies it.")


def test_a_rival_that_acts_is_a_party() -> None:
    assert "Bredlow" in _parties(f"{_TALKS}France and its rival, Bredlow, met. Bredlow demands the canal.")


def test_who_acts_is_dealt_with_and_is_a_place_is_a_state() -> None:
    signs = ["Bredlow wants the canal. ", "Nobody lives well in Bredlow. ", "A pact with Bredlow would be cheap. "]
    assert "Bredlow" in _parties(_TALKS + "".join(signs))
    for left_out in range(3):
        fewer = "".join(sign for i, sign in enumerate(signs) if i != left_out)
        assert "Bredlow" not in _parties(_TALKS + fewer)


def test_acts_alone_make_no_state_where_nobody_talks() -> None:
    text = "France and Bredlow met in Bredlow. Bredlow wants more; a race against Bredlow is hard."
    assert "Bredlow" not in _parties(text)


@pytest.mark.parametrize(
    "text",
    [
        "France and Tasker disagree. Ode Tasker has rejected the map. Tasker wants more.",
        "Talks in Callow go on. They met in Callow. The road to Callow is shut.",
        "Nothing was said. France and Nothing else. Nothing wants saying in Nothing.",
    ],
)
def test_a_person_a_town_and_an_opening_word_are_no_state(text: str) -> None:
    assert not {"Tasker", "Callow", "Nothing"} & _parties(_TALKS + text)


def test_a_state_is_known_by_its_people_in_vian() -> None:
    assert _parties("Two Darrovian officials came. The paper was handed over by Darrow.") == {"Darrow"}


@pytest.mark.parametrize(
    "text",
    [
        "The junta, officially the National Council for Repair (NCR), left. NCR men stayed.",
        "The junta, officially the Council of National Repair (NCR), left.",
        "The ruling National Council for Repair (NCR) left.",
        "The National Council for Repair (NCR), the junta, left.",
    ],
)
def test_a_junta_goes_by_its_initials(text: str) -> None:
    assert _parties(text) == {"NCR"}


def test_a_junta_that_is_named_stands_for_its_name_everywhere() -> None:
    text = "Quillane's junta will leave. The junta, formally the Council for Repair (CR), said so."
    page = page_of(text)
    assert {m.party for m in page.mentions} == {"CR"}
    assert "Quillane's junta" in {m.span.quote(text) for m in page.mentions}


def test_the_junta_of_a_known_state_is_that_states() -> None:
    parties = _parties("Myanmar's junta, known as the Repair Council (RC), left. The junta said so.")
    assert "Myanmar" in parties


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The paper was signed by the rebel FLZ on Friday.", "FLZ"),
        ("Guerrillas of the Comando Sal Libre (CSL) hold the dam.", "CSL"),
        ("The herders' federation, the FOX, complains.", "FOX"),
        ("In Callow, delegations of the GNQ came.", "GNQ"),
        ("A scheme put forward by the Meridian Council would split the lake.", "Meridian Council"),
        ("Harvest 2031, the opposition alliance, wants a vote.", "Harvest 2031"),
        ("The opposition alliance Harvest 2031 wants a vote.", "Harvest 2031"),
        ("The Bram Hill Men (BHM) are back. Two BHM fighters said so.", "BHM"),
        ("The Bram Hill Men (BHM) stayed. The BHM rejects the truce.", "BHM"),
        ("The Pact of Six pays for the monitors.", "Pact of Six"),
        ("The National Repair Council, the junta that rules Zembo, left.", "National Repair Council"),
        (_TALKS + "The Salt Reach Resistance said no.", "Salt Reach Resistance"),
    ],
)
def test_groups_without_a_telling_noun(text: str, party: str) -> None:
    assert party in _parties(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Bram Hill Men (BHM) make cheese. The BHM said so.",
        "The Salt Reach Resistance said no.",
        "The rebel TV station shut.",
        "The Book of Six is lost.",
        "A scheme put forward by the Security Council would split the lake.",
    ],
)
def test_clubs_stations_and_bodies_are_no_movement(text: str) -> None:
    assert not _parties(text) & {
        "Men of Six",
        "BHM",
        "Bram Hill Men",
        "Salt Reach Resistance",
        "TV",
        "Security Council",
    }


def test_a_bloc_by_its_number_is_a_group_as_by_its_noun() -> None:
    page = page_of("The Pact of Six pays. Observers of the Pact came.")
    assert {(m.kind, m.party) for m in page.mentions} == {("group", "Pact of Six")}
    assert len(page.mentions) == 2


def test_a_region_is_nobodys_capital() -> None:
    text = f"{_TALKS}Velmora's government has offered the Tanner Hills a legislature, it said in the capital, Orvik."
    seats = {m.name: m.party for m in page_of(text).mentions if m.kind == "metonym"}
    assert seats == {"Velmora": "Velmora"}
    assert "Tanner Hills" in _parties(text)


def test_a_word_for_a_people_or_a_title_before_an_office_is_no_states_name() -> None:
    text = "The Tarrunkine foreign ministry left. The Deputy foreign minister and the Acting defence minister came."
    assert not {"Tarrunkine", "Deputy", "Acting"} & _parties(text)


@pytest.mark.parametrize("name", ["Tarrunki", "Parties", "Region"])
def test_a_language_and_what_a_text_calls_its_own_are_no_states(name: str) -> None:
    text = f"The truce holds in Tarrunk. Article 2 says that {name} shall be free, and the last that {name} shall rest."
    assert name not in _parties(text)
