"""Names that only the report explains: short names, initials, seats, owners of offices. All invented."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import Page, page_of


def _named(text: str, outlet: str | None = None) -> dict[str, tuple[str, str, str | None]]:
    page: Page = page_of(text, outlet=outlet)
    return {m.span.quote(text): (m.kind, m.name, m.party) for m in page.mentions}


def test_a_movement_goes_by_its_initials_and_its_noun() -> None:
    named = _named("The Reed Delta Front, or RDF, met. The RDF left. A Front spokesman stayed with the Front.")
    assert named["Reed Delta Front"] == named["RDF"] == named["Front"] == ("party", "RDF", "RDF")


def test_initials_of_a_known_body_stay_its_own() -> None:
    assert _named("The Rwanda Defence Force (RDF) said no.")["RDF"][2] == "Rwanda"


def test_initials_nobody_explains_are_those_of_the_one_name_that_has_them() -> None:
    named = _named("The Oak Valley Movement lit fires. Later the OVM put them out.")
    assert named["OVM"][2] == named["Oak Valley Movement"][2] == "OVM"


def test_a_bloc_keeps_its_name_and_its_short_one() -> None:
    named = _named("The Strait Community (STC) pays. A Community envoy said so. The Community is rich.")
    assert named["Strait Community"] == named["Community"] == ("group", "Strait Community", "Strait Community")


def test_a_movement_is_known_by_its_noun_standing_alone() -> None:
    named = _named("Men of the Birch Hills Resistance came. The Resistance wants salt.")
    assert named["Resistance"][2] == "Birch Hills Resistance"


def test_a_noun_that_two_share_is_nobodys() -> None:
    named = _named("The Reed Delta Front and the Iron Coast Front met. The Front smiled.")
    assert "Front" not in named


def test_a_noun_that_goes_on_is_another_name() -> None:
    named = _named("The Reed Delta League fights. The League for the Rights of Beekeepers counts.")
    assert "League" not in named


def test_one_blocs_two_names_are_one() -> None:
    named = _named("The League of the Shore met. Two diplomats of the Shore League left. The League slept.")
    assert named["Shore League"][2] == named["League of the Shore"][2]


def test_a_states_own_assembly_is_no_movement() -> None:
    assert "National Assembly" not in _named("The National Assembly of beekeepers voted. The Assembly rose.")


def test_a_paper_is_known_by_its_noun_and_never_overruled_by_a_famous_one() -> None:
    named = _named("The Orvik Telegraph printed a map. According to the Telegraph, the dam stays.")
    assert named["the Telegraph"] == ("outlet", "Orvik Telegraph", None)


def test_a_paper_that_is_only_called_by_its_noun() -> None:
    assert _named("In the morning the Lantern reported a deal.")["Lantern"][0] == "outlet"


@pytest.mark.parametrize("words", ["Radio Orvik", "TV Seven"])
def test_stations(words: str) -> None:
    assert _named(f"He told {words} that the road is shut.")[words][0] == "outlet"


@pytest.mark.parametrize(
    "seat",
    [
        "Shops in Orvik, the Maravian capital, are shut.",
        "In Orvik, the Maravian parliament rose.",
        "The Maravian foreign ministry in Orvik was dark.",
        "Maravia's capital, Orvik, was dark.",
    ],
)
def test_a_seat_stands_for_its_state(seat: str) -> None:
    named = _named(f"Maravia has a lake. The Maravian government likes it. {seat}")
    assert named["Orvik"] == ("metonym", "Maravia", "Maravia")


def test_a_venue_is_nobodys_seat() -> None:
    text = "The Maravian government likes Maravia. Talks in Orvik go on. In Orvik, the Maravian cabinet sat."
    assert "Orvik" not in _named(text)


def test_two_cities_are_not_two_states() -> None:
    text = "Envoys went between Orvik and Tolm. Maravian and Ostrelian officials came. Maravia and Ostrel waited."
    assert not {"Orvik", "Tolm"} & set(_named(text))


def test_a_ministers_party_is_that_of_the_unnamed_holder_before() -> None:
    text = (
        "Ostrel's foreign minister spoke on Sunday. "
        '"Both came," Minister Edda Quell told reporters. The Ostrelian road is long.'
    )
    assert _named(text)["Edda Quell"][2] == "Ostrel"


def test_a_named_holder_of_an_office_is_not_the_next_one() -> None:
    text = "The Ostrelian president, Ilo Vant, rose. Ostrel slept. A day later President Edda Quell sat down."
    assert _named(text)["Edda Quell"][2] is None


def test_its_minister_is_of_whom_the_sentence_before_is_about() -> None:
    text = (
        "Maravian trains run. Maravia has refused, though Ostrel pressed it. "
        "Its foreign minister, Edda Quell, left. Ostrelian ones stand."
    )
    assert _named(text)["Edda Quell"][2] == "Maravia"


def test_a_ministrys_spokeswoman_is_of_the_ministry_named_before() -> None:
    text = (
        "The Maravian foreign ministry opened its doors. "
        "Sana Brill, the ministry's spokeswoman, spoke. Maravia listened."
    )
    assert _named(text)["Sana Brill"][2] == "Maravia"


def test_a_party_in_another_phrase_is_not_the_presidents() -> None:
    text = "Maravian trains run in Maravia. Pressed by Maravia, President Ilo Vant gave in."
    assert _named(text)["Ilo Vant"][2] is None


def test_forms_of_address_are_no_part_of_a_name() -> None:
    text = "The Maravian spokesman, Mr Ilo Vant, wrote. Maravia read."
    assert _named(text)["Ilo Vant"][1:] == ("Vant", "Maravia")


def test_whom_a_person_serves_is_whose_he_is() -> None:
    text = (
        "Ilo Vant, who advises the Maravian president on war, wrote. "
        "Edda Quell of the Reed Delta Front read. Maravia slept."
    )
    named = _named(text)
    assert named["Ilo Vant"][2] == "Maravia"
    assert named["Edda Quell"][2] == "Reed Delta Front"


def test_a_name_of_many_words_is_explained_by_its_initials() -> None:
    named = _named(
        "The Front for the Freedom of Zale (FFZ) met. An FFZ envoy spoke for the Hill People's Council (HPC)."
    )
    assert named["Front for the Freedom of Zale"] == named["FFZ"] == ("party", "FFZ", "FFZ")
    assert named["Hill People's Council"][2] == named["HPC"][2] == "HPC"


def test_initials_of_no_movement_make_no_party() -> None:
    named = _named("The Joint Gauge Reading Scheme (JGRS) and the National Tax Court (NTC) met. The JGRS adjourned.")
    assert not {"JGRS", "NTC", "Joint Gauge Reading Scheme"} & named.keys()


def test_what_an_apposition_calls_a_rebel_group_is_one() -> None:
    assert _named("The Sons of the Reed, a rebel group, left.")["Sons of the Reed"][2] == "Sons of the Reed"
    assert "Friends of the Reed" not in _named("The Friends of the Reed, a choir, left.")


def test_a_state_is_known_by_the_word_for_its_people() -> None:
    assert _named("Manoaka closed its ports. Manoakan tuna rots.")["Manoaka"] == ("party", "Manoaka", "Manoaka")
    assert "Tavik" not in _named("Tavik closed its ports. Tuna rots.")


def test_a_minister_is_of_the_party_whose_will_he_tells() -> None:
    states = " Maravian boats and Ostrelian officials lie in Maravia and Ostrel."
    told = _named("Maravia will not sign, Foreign Minister Edda Quell said." + states)
    assert told["Edda Quell"][2] == "Maravia"
    told = _named("A storm hit Maravia, Foreign Minister Edda Quell said." + states)
    assert told["Edda Quell"][2] is None


def test_a_rebel_commander_is_of_the_one_movement() -> None:
    text = "The Reed Delta Front (RDF) fights Maravia. Maravian boats sail. Rebel commander Jorn Hask spoke."
    assert _named(text)["Jorn Hask"][2] == "RDF"
    assert _named(text.replace("Rebel commander", "Choir master")).get("Jorn Hask", ("", "", None))[2] is None


def test_opposition_leaders_speak_for_no_state() -> None:
    text = "Maravian boats sail from Maravia. The Maravian opposition leader, Edda Quell, wept."
    assert _named(text)["Edda Quell"][2] is None


def test_the_capital_is_of_the_state_just_named() -> None:
    text = "Maravian boats sail. The Maravian government sat in the capital, Devna. Devna said no."
    assert _named(text)["Devna"] == ("metonym", "Maravia", "Maravia")
