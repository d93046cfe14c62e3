"""Terms in invented reports: what is one, how it is presented, and what is not one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.conditions import conditions_in
from nonpaper.model.claim import Claim
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

LEAD = "The government of Kessara and the government of Norvia are at war. "


def found(text: str) -> list[tuple[Provision, str]]:
    return [(p, p.span.quote(text)) for p in find_provisions(page_of(text), ()) if not p.unsure]


@pytest.mark.parametrize(
    ("said", "words", "topic", "presented"),
    [
        ("The 22-point plan calls for a ceasefire at sea.", "a ceasefire at sea", "ceasefire", "draft"),
        ("The draft would ban foreign military bases.", "ban foreign military bases", "foreign_forces", "draft"),
        (
            "The text includes the release of all prisoners of war.",
            "the release of all prisoners of war",
            "prisoners",
            "draft",
        ),
        ("Norvia demands the withdrawal of all troops.", "the withdrawal of all troops", "withdrawal", "demand"),
        ("Kessara insists on security guarantees.", "security guarantees", "security_guarantees", "demand"),
        (
            "Norvia proposes a demilitarised zone along the river.",
            "a demilitarised zone along the river",
            "buffer_zone",
            "proposal",
        ),
    ],
)
def test_a_plain_term_is_found(said: str, words: str, topic: str, presented: str) -> None:
    ((item, quote),) = found(LEAD + said)
    assert (quote, item.topic, item.presented_as) == (words, topic, presented)


def test_coordinated_terms_are_cut_apart() -> None:
    quotes = [q for _, q in found(LEAD + "The plan would limit the army of Kessara and lift all sanctions on Norvia.")]
    assert quotes == ["limit the army of Kessara", "lift all sanctions on Norvia"]


def test_a_list_under_a_demand_is_no_part_of_the_text() -> None:
    text = (
        LEAD + "\nNorvia is also pressing for:\n- Norvian to be an official language.\n- The return of frozen assets.\n"
    )
    assert {p.presented_as for p, _ in found(text)} == {"demand"}


def test_a_list_under_the_plan_is_its_text_with_its_numbers() -> None:
    text = "The 12-point plan calls for:\n1. A ceasefire at sea.\n2. Elections within a year.\n3. An amnesty for all.\n"
    items = found(text)
    assert [(p.number, p.draft, p.presented_as) for p, _ in items] == [(str(n), "12-point", "draft") for n in (1, 2, 3)]


def test_a_comparison_is_no_term() -> None:
    items = found(LEAD + "The plan mirrors the truce in the islands, with external monitoring and a buffer zone.")
    assert all(p.presented_as == "comparison" for p, _ in items)


@pytest.mark.parametrize(
    "said",
    [
        "The plan would mark a dramatic shift in policy on sanctions.",
        "Accepting the plan would compromise the ceasefire.",
        "Analysts believe Kessara may refuse the withdrawal of troops.",
        "The plan was drafted by envoys during the ceasefire talks.",
        "Kessara rejects the limit on its army.",
        "Kessara will not accept a cap on its army under the plan.",
        "Would the plan end the war?",
    ],
)
def test_effects_forecasts_and_refusals_are_no_terms(said: str) -> None:
    assert found(LEAD + said) == []


def test_a_dropped_term_is_said_to_be_dropped() -> None:
    ((item, _),) = found("The 17-point draft no longer contains a limit on the armed forces.")
    assert item.text_status == "dropped"


def test_the_obliged_party_is_named() -> None:
    ((item, _),) = found(LEAD + "The plan would require Kessara to release all prisoners of war.")
    assert item.obligor == ("Kessara",)


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_any_text_is_searched(text: str) -> None:
    for item in find_provisions(page_of(text), ()):
        assert item.span.quote(text)


@pytest.mark.parametrize(
    "sentence",
    [
        "Nothing in the draft forbids the army to keep its guns at the dam, a diplomat said.",
        "No article of the draft obliges Norvia to open the port of Selm.",
        "Norvia has offered no money for the dam.",
    ],
)
def test_what_a_text_does_not_hold_and_nobody_offers_is_no_term(sentence: str) -> None:
    page = page_of(f"Norvia and Kessara are close to a draft deal. {sentence}")
    assert not [p for p in find_provisions(page, ()) if not p.unsure]


def test_a_question_of_an_explainer_is_not_stated_as_a_term() -> None:
    page = page_of(
        "Norvia and Kessara: the draft deal in brief\n\n1. Are there soldiers there?\n2. The army leaves the dam."
    )
    stated = [p.span.quote(page.text) for p in find_provisions(page, ()) if not p.unsure]
    assert stated == ["The army leaves the dam"]


def test_it_goes_on_with_the_subject_of_the_sentence_before() -> None:
    lead = "Norvia's government and Kessara's foreign ministry are close to a deal. Under the draft "
    said = "Kessara would keep no more than 60,000 men under arms. It would have no missile reaching 200 kilometres."
    first, second = found(lead + said)
    assert (first[0].modality, first[0].obligor) == ("must", ("Kessara",))
    assert (second[0].modality, second[0].obligor) == ("must_not", ("Kessara",))
    joined = "Norvia and Kessara would withdraw their guns. It would have no missile with a range above 200 kilometres."
    assert found(lead + joined)[-1][0].obligor == ()


def test_what_somebody_accepts_before_he_says_what_must_be_is_no_demand() -> None:
    text = LEAD + "Kessara's president, Oda Kell, said he accepts it, but that the senate must ratify the treaty."
    content = text.index("he accepts"), len(text) - 1
    at = text.index("Kessara's president")
    claim = Claim(
        source=(Span(at, at + len("Kessara's president, Oda Kell")),),
        cue=(Span(content[0] - 5, content[0] - 1),),
        content=(Span(*content),),
        kind="on_record_principal",
        party="Kessara",
    )
    stated = [p.span.quote(text) for p in find_provisions(page_of(text), (claim,)) if not p.unsure]
    assert stated == ["the senate must ratify the treaty"]


@pytest.mark.parametrize(
    ("said", "condition"),
    [
        ("In the event of an attack Norvia would close the port of Selm", "In the event of an attack"),
        (
            "Norvia shall station no soldiers on the dam without the written consent of Kessara",
            "without the written consent of Kessara",
        ),
        ("After each shipment the Kessarans would lift a part of the sanctions", "After each shipment"),
    ],
)
def test_where_a_condition_ends(said: str, condition: str) -> None:
    text = f"{LEAD}The draft says: {said}."
    at = text.index(said)
    assert [c.span.quote(text) for c in conditions_in(text, Span(at, at + len(said)))] == [condition]


def test_a_text_called_otherwise_is_not_taken_for_the_last_that_was_counted() -> None:
    both = "The 17-point plan was followed by a 22-point plan. "
    said = "The June draft obliges Norvia to leave the dam."
    (kept,) = found(LEAD + both + "It obliges Norvia to leave the dam.")
    (left,) = found(LEAD + both + said)
    (only,) = found(LEAD + "The 17-point plan was leaked. " + said)
    assert (kept[0].draft, left[0].draft, only[0].draft) == ("22-point", None, "17-point")
