"""Pronouns, partitives and definite nouns stand for whom they plainly mean, and for nobody else. All invented."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import Page, page_of
from nonpaper.claims.sources import claims_of
from nonpaper.claims.sources.describe import describe
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span
from tests.unit.claims.attributed import attributed, words_of

STATES = " Maravian boats and Ostrelian boats lie in Maravia and Ostrel."


def _read(text: str, *raw: tuple[str, str, str], outlet: str | None = None) -> tuple[Page, tuple[Claim, ...]]:
    """Claims of `text` with the marked words of each (source, cue, content)."""
    page = page_of(text, outlet=outlet)
    return page, claims_of(page, attributed(text, *raw))


@pytest.mark.parametrize(
    ("source", "kind", "party"),
    [
        ("three of the Maravian officials", "unnamed_official", "Maravia"),
        ("a copy of the draft and two officials", "document_seen", None),
        ("A spokesman for President Ilo Vant", "on_record_spokesperson", None),
        ("a person who advises the Maravian leadership", "person_familiar", "Maravia"),
        ("Maravia, whose envoys drive between Orvik Hill and Tolm Bay,", "institution_unspecified", "Maravia"),
        ("the Maravian general staff", "institution_unspecified", "Maravia"),
        ("A vendor, Madame Suri Toll,", "none", None),
        ("Professor Ada Lorn, a historian", "analyst", None),
        ("Paragraph 12", "document_seen", None),
        ("The health directorate in Orvik Hill", "institution_unspecified", None),
        ("Two members of the Maravian delegation", "unnamed_official", "Maravia"),
        ("Maravia's president, General Ilo Vant,", "on_record_principal", "Maravia"),
    ],
)
def test_kind_and_party(source: str, kind: str, party: str | None) -> None:
    page = page_of(f"{source} said so.{STATES}")
    seen = describe(page, (Span(0, len(source)),))
    assert (seen.kind, seen.party) == (kind, party)


def test_one_of_them_is_of_the_party_of_them_all() -> None:
    text = "Two Maravian diplomats said yes. One of them said it twice." + STATES
    _, (_, claim) = _read(text, ("Two Maravian diplomats", "said", "yes"), ("One of them", "said", "it twice"))
    assert (claim.kind, claim.party) == ("unnamed_official", "Maravia")


def test_the_same_person_keeps_rank_and_nationality() -> None:
    text = "A Maravian envoy said no. The same person said why." + STATES
    page, (_, claim) = _read(text, ("A Maravian envoy", "said", "no"), ("The same person", "said", "why"))
    assert (words_of(page, claim.resolved), claim.kind, claim.party) == (
        "A Maravian envoy",
        "unnamed_official",
        "Maravia",
    )


def test_an_unnamed_person_who_opens_a_sentence_is_he() -> None:
    text = 'A Maravian diplomat, met at a wedding, took an olive. "No dam," he said.' + STATES
    page, (claim,) = _read(text, ("he", "said", '"No dam,"'))
    assert (words_of(page, claim.resolved), claim.party) == ("A Maravian diplomat", "Maravia")


def test_a_minister_who_opens_a_sentence_behind_the_title_is_she() -> None:
    text = 'In the evening the Maravian foreign minister, Edda Quell, came out. "No dam," she said.' + STATES
    page, (claim,) = _read(text, ("she", "said", '"No dam,"'))
    assert (words_of(page, claim.resolved), claim.party) == ("Edda Quell", "Maravia")


def test_she_is_not_mr_vant() -> None:
    text = "Mr Vant, the Maravian envoy, said yes. She said no." + STATES
    _, (_, claim) = _read(text, ("Mr Vant, the Maravian envoy,", "said", "yes"), ("She", "said", "no"))
    assert claim.resolved == ()
    assert claim.doubts


def test_it_is_the_draft_of_which_the_sentence_before_speaks() -> None:
    text = "The draft has nine pages. It says the dam is shared."
    page, (claim,) = _read(text, ("It", "says", "the dam is shared"))
    assert (words_of(page, claim.resolved), claim.kind) == ("The draft", "document_seen")


def test_the_ministry_is_the_one_named_before() -> None:
    text = "The Maravian foreign ministry was dark. The ministry said nothing was wrong." + STATES
    _, (claim,) = _read(text, ("The ministry", "said", "nothing was wrong"))
    assert claim.party == "Maravia"


def test_the_ministry_of_two_states_is_nobodys() -> None:
    text = "The Maravian foreign ministry and the Ostrelian foreign ministry met. The ministry said no." + STATES
    _, (claim,) = _read(text, ("The ministry", "said", "no"))
    assert claim.party is None


def test_its_spokesman_is_of_whom_the_sentence_is_about() -> None:
    text = "Maravia has refused, though Ostrel pressed it. Its spokesman said why." + STATES
    _, (claim,) = _read(text, ("Its spokesman", "said", "why"))
    assert claim.party == "Maravia"


def test_an_apposition_after_the_source_says_whose_it_is() -> None:
    text = "According to the third official, a Maravian diplomat, the dam is old." + STATES
    _, (claim,) = _read(text, ("the third official", "According to", "the dam is old"))
    assert claim.party == "Maravia"


HOME = "Maravia's parliament met. Our own parliament, that is. The finance minister, Odd Kern, said the dam is dear."


def test_unqualified_ministers_are_of_the_reporters_own_state() -> None:
    _, (claim,) = _read(HOME + STATES, ("The finance minister, Odd Kern,", "said", "the dam is dear"))
    assert claim.party == "Maravia"


def test_no_home_where_only_a_quotation_says_our() -> None:
    text = HOME.replace("Our own parliament, that is.", '"Our own parliament," somebody cried.') + STATES
    _, (claim,) = _read(text, ("The finance minister, Odd Kern,", "said", "the dam is dear"))
    assert claim.party is None


def test_swapping_the_states_swaps_the_parties() -> None:
    swapped = HOME.replace("Maravia", "Ostrel")
    _, (claim,) = _read(swapped + STATES, ("The finance minister, Odd Kern,", "said", "the dam is dear"))
    assert claim.party == "Ostrel"


def test_the_writer_is_no_source() -> None:
    _, (claim,) = _read("We asked whether the dam is old.", ("We", "asked", "whether the dam is old"))
    assert claim.unsure


def test_terms_of_talk_are_no_statement() -> None:
    text = "A Maravian envoy asked not to be named because talks go on." + STATES
    assert _read(text, ("A Maravian envoy", "asked", "not to be named because talks go on"))[1] == ()


def test_reporters_stand_outside_of_those_the_source_told() -> None:
    text = "Maravian officials told the Orvik Courier, the Tolm Gazette reports, that the dam is old." + STATES
    _, (claim,) = _read(text, ("Maravian officials", "told", "that the dam is old"))
    assert claim.via == ("Tolm Gazette", "Orvik Courier")


def test_a_claim_inside_a_claim_has_its_own_words_and_both_carriers() -> None:
    inner = "a Maravian envoy had told the Orvik Courier that the dam is old"
    text = f"The Tolm Gazette wrote that {inner}." + STATES
    page, (outer, claim) = _read(text, ("The Tolm Gazette", "wrote", inner))
    assert outer.carrier_of == 1
    assert (words_of(page, claim.source), words_of(page, claim.cue)) == ("a Maravian envoy", "had told")
    assert words_of(page, claim.content) == "the dam is old"
    assert claim.via == ("Tolm Gazette", "Orvik Courier")


def test_an_outlet_that_cites_another_carries_it() -> None:
    text = "Reuters, citing Le Monde, two Omani diplomats said the dam is old."
    _, claims = _read(text, ("Reuters", "citing", "Le Monde, two Omani diplomats said the dam is old"))
    assert claims[-1].via == ("Reuters", "Le Monde")
    assert claims[-1].party == "Oman"


def test_told_the_newspaper_is_the_one_named_last() -> None:
    text = "The Orvik Courier found a map. A Maravian envoy told the newspaper that it is old." + STATES
    _, (claim,) = _read(text, ("A Maravian envoy", "told", "that it is old"))
    assert claim.via == ("Orvik Courier",)


def test_a_reports_own_outlet_is_no_carrier() -> None:
    text = "A Maravian envoy told the Orvik Courier that the dam is old." + STATES
    _, (claim,) = _read(text, ("A Maravian envoy", "told", "that the dam is old"), outlet="The Orvik Courier")
    assert claim.via == ()


def test_which_is_the_name_it_follows() -> None:
    text = "It blames Maravia, which denies the theft." + STATES
    page, (claim,) = _read(text, ("which", "denies", "the theft"))
    assert (words_of(page, claim.resolved), claim.party) == ("Maravia", "Maravia")
