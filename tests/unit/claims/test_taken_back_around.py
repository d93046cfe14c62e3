"""Stances that what follows takes back, that say both a thing and its reverse, and their plain opposites."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions.reserved import reserved
from nonpaper.claims.provisions.wanted import wanted
from nonpaper.claims.stances.objects import object_of
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance
from nonpaper.model.span import Span
from tests.unit.claims.test_turned_stances import LEAD, read_as, stated


@pytest.mark.parametrize(
    ("said", "after", "stance"),
    [
        ("Kessara told its aides that it would sign the treaty.", " It did not.", "accepts?"),
        ("Kessara promised to sign the treaty.", " In the end, Kessara did not.", "accepts?"),
        ("Kessara said it would sign the treaty.", " But it never did.", "accepts?"),
        ("Kessara said it would sign the treaty.", " Norvia did not.", "accepts"),
        ("Kessara said it would sign the treaty.", " It did not say when.", "accepts"),
        ("Kessara said it would sign the treaty.", " It did so in May.", "accepts"),
    ],
)
def test_a_yes_that_did_not_come_waits(said: str, after: str, stance: str) -> None:
    assert read_as(said, "accepts", after=after) == stance


@pytest.mark.parametrize(
    ("said", "after", "stance"),
    [
        ("Kessara offered a lease;", " the Kessaran foreign ministry denied it to the paper.", "offers?"),
        ("Kessara offered a lease, the Post reported.", " Kessara denied this.", "offers?"),
        ("Kessara offered a lease,", " which Norvia called a trick.", "offers"),
        ("Kessara offered a lease;", " Norvia denied it.", "offers"),
        ("Kessara offered a lease.", " Kessara denied it had asked for money.", "offers"),
        ("Kessara offered a lease.", " Norvia wants two ports. Kessara denied it.", "offers"),
    ],
)
def test_what_is_told_of_a_party_that_denies_it_waits(said: str, after: str, stance: str) -> None:
    assert read_as(said, "offers", after=after) == stance


@pytest.mark.parametrize("basis", ["counterpart", "mediator"])
def test_what_another_side_says_of_it_stays_that_sides_word(basis: str) -> None:
    assert read_as("Kessara offered a lease;", "offers", after=" Kessara denied it.", basis=basis) == "offers"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Kessara has said both that it would and that it would not.", None),
        ("Kessara said both that it would talk and that it would not talk.", None),
        ("Kessara has said both yes and no to it.", None),
        ("Kessara says no one day and yes the next.", None),
        ("Kessara said both that it would reject the plan and that it would not return.", "rejects"),
        ("Kessara said that both would leave and that it would not sign.", "rejects"),
    ],
)
def test_who_says_a_thing_and_its_reverse_says_neither(said: str, stance: str | None) -> None:
    assert read_as(said, "rejects") == stance


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Kessara never asked for a veto, only for consultation.", "demands?"),
        ("Kessara did not demand a corridor, merely a road.", None),
        ("Kessara never asked for a veto, but it insists on consultation.", "demands"),
        ("Kessara asked for a veto, only for consultation to be dropped.", "demands"),
    ],
)
def test_a_demand_for_less_is_not_the_one_that_is_named_first(said: str, stance: str | None) -> None:
    assert read_as(said, "demands") == stance


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Kessara has not seen any acceptance in writing.", None),
        ("Kessara had received no formal reply.", None),
        ("Kessara has not seen any draft.", "denies_knowledge"),
        ("Kessara had received no formal text.", "denies_knowledge"),
    ],
)
def test_who_has_had_no_answer_may_know_the_text(said: str, stance: str | None) -> None:
    assert read_as(said, "denies_knowledge") == stance


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("Kessara has refused to discuss its fleet as long as the coast is held.", "rejects?"),
        ("Kessara would not discuss the border until the army leaves.", "rejects?"),
        ("Kessara would not discuss the details until the talks end.", "no_comment"),
        ("Kessara refused to discuss its fleet.", "no_comment"),
    ],
)
def test_who_will_not_speak_of_a_thing_before_another_is_not_silent(said: str, stance: str) -> None:
    assert read_as(said, "no_comment") == stance


@pytest.mark.parametrize(("kind", "basis"), [("on_record_principal", "counterpart"), ("person_familiar", "reporter")])
def test_what_a_minister_says_of_a_movement_is_not_the_reports_own(kind: str, basis: str) -> None:
    said = "Defence Minister Orm told reporters that the Salt Hills Front has accepted disarmament."
    claim = ("Defence Minister Orm", "told", "the Salt Hills Front has accepted disarmament", kind, None)
    assert stated(said, claim) == [("SHF", "accepts", basis)]


@pytest.mark.parametrize(
    ("content", "terms"),
    [
        ("both sides accept that the mines should be run jointly", []),
        ("we concede that the port must be shared", []),
        ("the port must be shared", ["the port must be shared"]),
        ("we accept the truce, but the port must be shared", ["the port must be shared"]),
    ],
)
def test_what_is_accepted_as_right_is_demanded_by_nobody(content: str, terms: list[str]) -> None:
    text = f"{LEAD}The envoy said that {content}."
    at = text.index(content)
    spans = {w: (Span(text.rindex(w, 0, at), text.rindex(w, 0, at) + len(w)),) for w in ("The envoy", "said")}
    claim = Claim(
        source=spans["The envoy"],
        cue=spans["said"],
        content=(Span(at, at + len(content)),),
        kind="named_party_official",
        party="Kessara",
    )
    assert [frame.span.quote(text) for frame in wanted(page_of(text), [claim])] == terms


@pytest.mark.parametrize(
    ("said", "read", "stance"),
    [
        ("Kessara demands a change to Norvia's constitution.", "amends", "demands"),
        ("Kessara asked for amendments to the election law.", "amends", "demands"),
        ("Kessara demands changes to the plan.", "amends", "amends"),
        ("Kessara asked for amendments to the clause on laws.", "amends", "amends"),
        ("Kessara has accepted the text as a basis.", "accepts", "accepts_in_principle"),
        ("Kessara has accepted the text on this basis.", "accepts", "accepts"),
    ],
)
def test_a_law_is_no_clause_and_a_basis_is_no_whole(said: str, read: Stance, stance: str) -> None:
    assert read_as(said, read) == stance


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("it would not be bound by it", "plan"),
        ("it would withdraw its troops and be bound by that", "plan"),
        ("it would withdraw its troops", "withdrawal"),
    ],
)
def test_only_a_text_binds(words: str, topic: str) -> None:
    assert object_of(words) == topic


def test_who_does_not_answer_did_not_answer_the_report() -> None:
    said = "a Kessaran official said much of it; Norvia declined to comment."
    content = said[said.index("much") : -1]
    claim = ("a Kessaran official", "said", content, "unnamed_official", "Kessara")
    assert ("Norvia", "no_comment", "self") in stated(said, claim)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("\n\nA: Norvia has rejected the release of prisoners.", []),
        ("\n\nSpokesperson: Norvia has rejected the release of prisoners.", []),
        ("\n\nNorvia has rejected the release of prisoners.", [("Norvia", "rejects", "reporter")]),
        ("\n\nA day later Norvia has rejected the release of prisoners.", [("Norvia", "rejects", "reporter")]),
    ],
)
def test_what_is_said_in_a_transcript_is_not_the_reports_own_word(said: str, found: list[tuple[str, str, str]]) -> None:
    assert stated(said) == found


@pytest.mark.parametrize(
    ("content", "waits"),
    [
        ("a strike would end its membership of the pact", True),
        ("a new tariff would cost our full support", True),
        ("a commission would end the blockade", False),
    ],
)
def test_what_an_event_would_do_to_the_speakers_own_part_is_no_term(content: str, *, waits: bool) -> None:
    text = f"{LEAD}Kessara said {content}."
    at = text.index(content)
    start = text.rindex("Kessara", 0, at)
    term = Span(at, at + len(content))
    claim = Claim(
        source=(Span(start, start + len("Kessara")),),
        cue=(Span(at - len("said "), at - 1),),
        content=(term,),
        kind="institution_unspecified",
        party="Kessara",
    )
    assert reserved(page_of(text), Span(start, len(text)), term, claim) is waits
