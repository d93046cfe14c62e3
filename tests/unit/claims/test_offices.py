"""Whose word it is where the country is not repeated: swapped names swap it, a third state undoes it. All invented."""

from __future__ import annotations

import time

import pytest

from nonpaper.claims.attribution.records import RawAttribution
from nonpaper.claims.officials import with_officials
from nonpaper.claims.page import page_of
from nonpaper.claims.sources import claims_of
from nonpaper.claims.who import holder_of
from nonpaper.model.span import Span

CIVIL = (
    "The government of Kessara and the rebel Zale Liberation Front (ZLF) have agreed on a draft truce. "
    "Talks between Kessara and the ZLF go on.\n\n"
)
TWO = "The government of Kessara and the government of Norvia are at war. Talks between Kessara and Norvia go on.\n\n"
HOST = "The government of Osterland, which mediates, spoke of hope.\n\n"


def whose(lead: str, said: str, source: str) -> str | None:
    """The party of a claim whose source stands in `said`, the last words of which are what is claimed."""
    text, start = lead + said, len(lead) + said.index(source)
    content = (len(text) - len(said.rsplit(maxsplit=1)[-1]), len(text))
    after = start + len(source)
    raw = RawAttribution(source=((start, after),), cue=_cue(text, after), content=(content,), score=0.99)
    (claim,) = claims_of(with_officials(page_of(text)), [raw])
    return claim.party


def _cue(text: str, after: int) -> tuple[tuple[int, int], ...]:
    at = text.index("said", after)
    return ((at, at + len("said")),)


def held(lead: str, said: str, words: str) -> str | None:
    """Whose the words of `said` are, where no claim stands in them."""
    page, start = with_officials(page_of(lead + said)), len(lead) + said.index(words)
    return holder_of(page, Span(start, start + len(words)), ())


OF_THE_STATE = [
    ("Foreign Minister Petra Alvane said no.", "Foreign Minister Petra Alvane"),
    ("Presidential spokesman Pell Arran said no.", "Presidential spokesman Pell Arran"),
    ("The foreign ministry said no.", "The foreign ministry"),
    ("A government spokesman said no.", "A government spokesman"),
    ("A senior official in the chancellery said no.", "A senior official in the chancellery"),
    ("A cabinet aide said no.", "A cabinet aide"),
    ("The army said no.", "The army"),
    ("Ivo Bran, the government's chief negotiator, said no.", "Ivo Bran"),
    ("Foreign Minister Petra Alvane left. His friends wept. Mrs Alvane said no.", "Mrs Alvane"),
    ("Premier Ivo Bran came. His interior minister, Lise Orr, said no.", "His interior minister, Lise Orr"),
    ("Premier Ivo Bran came. His interior minister, Lise Orr, wept. Orr said no.", "Orr"),
    ("Premier Ivo Bran came. Bran's right-hand man, Tul Stag, said no.", "Tul Stag"),
    ("Premier Ivo Bran came. He said no.", "He"),
    ("They met Petra Lunn, adviser to Premier Ivo Bran. Premier Ivo Bran came. Ms Lunn said no.", "Ms Lunn"),
]


@pytest.mark.parametrize(("said", "source"), OF_THE_STATE)
def test_where_one_state_faces_a_movement_an_office_is_that_states(said: str, source: str) -> None:
    assert whose(CIVIL, said, source) == "Kessara"
    assert whose(CIVIL.replace("Kessara", "Norvia"), said, source) == "Norvia"
    assert whose(CIVIL + HOST, said, source) == "Kessara"


@pytest.mark.parametrize(("said", "source"), OF_THE_STATE)
def test_between_two_states_it_is_nobodys(said: str, source: str) -> None:
    assert whose(TWO, said, source) is None


@pytest.mark.parametrize(("said", "source"), OF_THE_STATE)
@pytest.mark.parametrize("before", ["Osterland has sent envoys. ", "Veltia has shut the border. "])
def test_where_another_state_was_spoken_of_just_before_it_is_nobodys(before: str, said: str, source: str) -> None:
    assert whose(CIVIL + HOST, before + said, source) in (None, "Osterland")


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("Former foreign minister Petra Alvane said no.", "Former foreign minister Petra Alvane"),
        ("The shadow cabinet said no.", "The shadow cabinet"),
        ("The opposition said no.", "The opposition"),
        ("General Petra Alvane said no.", "General Petra Alvane"),
        ("The movement's foreign office said no.", "The movement's foreign office"),
        ("A journalist close to the government said no.", "A journalist close to the government"),
        ("Veltia's foreign ministry said no.", "Veltia's foreign ministry"),
        ("Veltian Foreign Minister Petra Alvane said no.", "Veltian Foreign Minister Petra Alvane"),
        ("The host government said no.", "The host government"),
        ("The rebels' defence ministry said no.", "The rebels' defence ministry"),
        ("Local officials said no.", "Local officials"),
        ("The mediator, Foreign Minister Petra Alvane, said no.", "Foreign Minister Petra Alvane"),
        ("Foreign Minister Petra Alvane, who mediates, said no.", "Foreign Minister Petra Alvane"),
        ("Secretary of State Petra Alvane said no.", "Secretary of State Petra Alvane"),
        ("The health ministry said no.", "The health ministry"),
        ("Visiting Foreign Minister Petra Alvane said no.", "Foreign Minister Petra Alvane"),
    ],
)
def test_opponents_former_holders_and_names_nobody_explains_speak_for_no_state(said: str, source: str) -> None:
    assert whose(CIVIL, said, source) != "Kessara"


def test_a_body_that_another_state_has_in_the_report_is_nobodys_without_a_name() -> None:
    other = "Osterland's foreign ministry called for calm.\n\n"
    assert whose(CIVIL + HOST + other, "The foreign ministry said no.", "The foreign ministry") != "Kessara"
    assert whose(CIVIL + HOST + other, "The interior ministry said no.", "The interior ministry") == "Kessara"


def test_a_third_state_as_often_named_as_the_first_leaves_it_open() -> None:
    third = "The government of Veltia wept. Veltian troops came. Veltia's king left. Veltia went. " * 2 + "\n\n"
    assert whose(CIVIL + third, "The foreign ministry said no.", "The foreign ministry") is None
    host = third.replace("Veltia went.", "In Veltia, where the talks are held, it rained.")
    assert whose(CIVIL + host, "The foreign ministry said no.", "The foreign ministry") == "Kessara"


def test_the_army_may_be_the_movements() -> None:
    people = CIVIL.replace("Zale Liberation Front (ZLF)", "Zale People's Army (ZPA)").replace("ZLF", "ZPA")
    assert whose(people, "The army said no.", "The army") in (None, "ZPA")
    assert whose(CIVIL, "The ZLF has left. The army said no.", "The army") is None


@pytest.mark.parametrize("heading", ["3.1 Norvia.\n\n", "Norvia.\n\n", "The ZLF.\n\n"])
def test_a_heading_names_whose_offices_stand_under_it(heading: str) -> None:
    party = "ZLF" if "ZLF" in heading else "Norvia"
    lead = CIVIL if party == "ZLF" else TWO
    assert whose(lead + heading, "Chief negotiator Ivo Bran said no.", "Chief negotiator Ivo Bran") == party


# A paragraph and a section about one state, in a report of two.
ALONE = [
    ("Norvia wants more. Foreign Minister Petra Alvane said no.", "Foreign Minister Petra Alvane"),
    ("In Norvia the tone was cooler. Prime Minister Ivo Bran said no.", "Prime Minister Ivo Bran"),
    ("Norvia wants more. The government’s chief negotiator, Ivo Bran, said no.", "Ivo Bran"),
    ("WHAT NORVIA SAYS\n\nPrime Minister Ivo Bran said no.", "Prime Minister Ivo Bran"),
    ("4. What does Norvia say?\n\nIt depends. Energy Minister Ivo Bran said no.", "Energy Minister Ivo Bran"),
]


@pytest.mark.parametrize(("said", "source"), ALONE)
def test_a_paragraph_or_section_about_one_side_tells_whose_its_offices_are(said: str, source: str) -> None:
    assert whose(TWO, said, source) == "Norvia"
    other = said.replace("Norvia", "Kessara").replace("NORVIA", "KESSARA")
    assert whose(TWO, other, source) == "Kessara"


@pytest.mark.parametrize(
    ("said", "source"),
    [
        (
            "They say that Norvia wants much of Kessara. Foreign Minister Petra Alvane said no.",
            "Foreign Minister Petra Alvane",
        ),
        ("Norvia wants more. Veltia closed the border. Premier Ivo Bran said no.", "Premier Ivo Bran"),
        ("Norvia wants more. Former foreign minister Petra Alvane said no.", "Former foreign minister Petra Alvane"),
        ("Norvia wants more. Visiting Foreign Minister Petra Alvane said no.", "Foreign Minister Petra Alvane"),
        ("Norvia wants more. General Petra Alvane said no.", "General Petra Alvane"),
        ("WHAT NORVIA AND KESSARA SAY\n\nPrime Minister Ivo Bran said no.", "Prime Minister Ivo Bran"),
        ("NORVIA ATTACKS AT DAWN\n\nPrime Minister Ivo Bran said no.", "Prime Minister Ivo Bran"),
    ],
)
def test_a_paragraph_of_two_or_of_somebody_else_tells_nobody(said: str, source: str) -> None:
    assert whose(TWO, said, source) is None


def test_the_groups_deputy_is_of_the_one_movement() -> None:
    said = "The group’s deputy leader, Nas Bak, left. Bak said no."
    assert whose(CIVIL, said, "Bak") == "ZLF"
    assert whose(TWO, said, "Bak") is None


def test_the_commander_of_the_armed_forces_is_the_states_that_faces_a_movement() -> None:
    said = "The armed forces’ commander, General Mar Real, left. Real said no."
    assert whose(CIVIL, said, "Real") == "Kessara"
    assert whose(TWO, said, "Real") is None


def test_an_envoy_who_was_a_minister_is_whose_envoy_he_is() -> None:
    said = "Kessara's envoy, former foreign minister Mar Real, left. Real said no."
    assert whose(TWO, said, "Real") == "Kessara"
    assert whose(TWO, "They met Norvia's guest, former foreign minister Mar Real. Real said no.", "Real") is None


def test_its_envoy_at_the_head_of_a_paragraph_is_whom_the_last_was_about() -> None:
    said = "Norvia has threatened to leave. It has not.\n\nIts envoy, Mar Real, left. Real said no."
    assert whose(TWO, said, "Real") == "Norvia"
    assert whose(TWO, said.replace("leave", "leave Kessara"), "Real") in (None, "Norvia")
    assert whose(TWO, said.replace("Norvia", "A party"), "Real") is None


def test_a_state_reacts_and_then_its_ministry_speaks() -> None:
    assert whose(TWO, "Norvia bristled. The foreign ministry said no.", "The foreign ministry") == "Norvia"
    assert whose(TWO, "Kessara bristled. The foreign ministry said no.", "The foreign ministry") == "Kessara"
    assert whose(TWO, "Kessara bristled at Norvia. The foreign ministry said no.", "The foreign ministry") is None


def test_an_official_there_is_of_the_state_just_asked_about() -> None:
    assert whose(TWO, "Would Norvia accept? An official there said no.", "An official there") == "Norvia"
    assert whose(TWO, "Would Norvia follow Kessara? An official there said no.", "An official there") is None


def test_its_ministry_is_the_subjects_and_makes_the_subject_a_state() -> None:
    known = "Norvia has shut the border to Kessara, its foreign ministry said so."
    assert whose(TWO, known, "its foreign ministry") == "Norvia"
    assert whose(TWO, known.replace("Norvia", "Veltia"), "its foreign ministry") == "Veltia"


def test_his_minister_is_not_the_minister_of_somebody_named_further_off() -> None:
    far = "Kessara's president, Ada Quell, left. “No more,” Anutt told reporters. His foreign minister said no."
    assert whose(TWO, far, "His foreign minister") is None


def test_of_two_that_acted_together_its_is_nobodys() -> None:
    lead = "The government of Kessara and the rebel Zale Liberation Front (ZLF) have agreed on a truce. "
    assert whose("", lead + "Its chief, Osk Bran, said no.", "Its chief, Osk Bran,") is None
    named = lead + "Its chief, Osk Bran, wept. “No more,” wept Osk Bran, leader of the ZLF. Bran said no."
    assert whose("", named, "Bran") in (None, "ZLF")


@pytest.mark.parametrize(("owner", "party"), [("The ZLF’s", "ZLF"), ("Kessara’s", "Kessara"), ("Veltia’s", None)])
def test_a_person_whom_a_party_owns_is_its_ever_after(owner: str, party: str | None) -> None:
    assert whose(CIVIL, f"{owner} Bertran Bisim told them so. Later Bisim said no.", "Bisim") == party
    assert whose(CIVIL, f"{owner} Bertran Bisim told them so. Later Bisim said no.", "Bertran Bisim") == party


def test_a_person_may_go_by_the_first_name() -> None:
    first = "Kessara's president, Anut Charn, left. Norvia's president, Hun Sarit, wept. "
    assert whose(TWO, first + "Anut told them so. His foreign minister said no.", "His foreign minister") == "Kessara"
    assert whose(TWO, first + "Hun told them so. His foreign minister said no.", "His foreign minister") == "Norvia"
    other = "The poet Anut Lisk, a witness, spoke for the Norvian president, Anut Lisk. "
    assert whose(TWO, first + other + "Anut told them so. His minister said no.", "His minister") != "Kessara"


def test_a_state_spoken_of_in_a_quotation_is_not_the_speakers() -> None:
    first = "Kessara's president, Ada Quell, left. “Until Norvia pays we stop,” Quell told them. "
    said = first + "Her foreign minister, Olle Runn, wept. Runn said no."
    assert whose(TWO, said, "Runn") == "Kessara"


def test_a_source_ends_at_a_semicolon() -> None:
    text = TWO + "“Not us,” said Kessara's envoy, Olle Runn; Norvia's ministry did not answer."
    at, cue, said = text.index("Kessara's envoy"), text.index("said"), text.index("Not us")
    source = (at, text.index(" did not"))
    raw = RawAttribution(source=(source,), cue=((cue, cue + 4),), content=((said, said + 6),), score=0.99)
    (claim,) = claims_of(with_officials(page_of(text)), [raw])
    assert " ".join(p.quote(text) for p in claim.source) == "Kessara's envoy, Olle Runn"
    assert claim.party == "Kessara"


def test_an_apposition_is_the_word_of_the_name_before_it() -> None:
    said = "Kessara's minister, Ada Quell, left. The Osterland government wept. Osterland, the mediator, said no."
    assert whose(TWO + HOST, said, "the mediator,") == "Osterland"


def test_he_and_she_stand_for_a_person_and_not_for_the_party_named_last() -> None:
    said = "Kessara's premier, Ivo Bran, attacked the ZLF. He wants more."
    assert held(CIVIL, said, "He") == "Kessara"
    assert held(CIVIL, "The ZLF has left. He wants more.", "He") is None
    assert held(CIVIL, "I put that to Kessara's premier, Ivo Bran, and he smiled. He wants more.", "He") in (
        None,
        "Kessara",
    )


def test_persons_with_one_surname_do_not_lend_each_other_a_party() -> None:
    said = (
        "Foreign Minister Petra Alvane left. The poet Rosa Unn and Captain Olle Alvane of the ZLF wept. Alvane said no."
    )
    assert whose(CIVIL, said, "Alvane") in (None, "Kessara")


def test_long_reports_take_time_in_proportion() -> None:
    part = "Foreign Minister Petra Alvane left. His friends wept. Veltia has gone. The army wants more. He said no. "

    def taken(times: int) -> float:
        text = CIVIL + part * times
        start = time.perf_counter()
        page = with_officials(page_of(text))
        for at in range(len(CIVIL), len(text) - len(part), len(part)):
            holder_of(page, Span(at + part.index("The army"), at + part.index("The army") + 8), ())
        return time.perf_counter() - start

    taken(5)
    assert taken(200) < 12 * max(taken(50), 0.02)
