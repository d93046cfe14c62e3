"""Stances whose words are plain, class by class: what each is, and the near reading that must not be stated."""

from __future__ import annotations

import msgspec
import pytest

from nonpaper.claims.page import Page, page_of
from nonpaper.claims.sides import one_state
from nonpaper.claims.stances import find_positions
from nonpaper.claims.stances.seen import seen_stances
from nonpaper.claims.stances.turned import upright
from nonpaper.claims.terms import RawStance
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span
from tests.unit.claims.told import LEAD, spoken, stated_after, told

Row = tuple[str, str]


@pytest.mark.parametrize(
    ("said", "stances"),
    [
        ("Kessara dismissed the paper as a string of ultimatums.", {("Kessara", "criticises")}),
        ("Norvia has dismissed the draft as wishful.", {("Norvia", "criticises")}),
        ("Norvia dismissed the draft as unacceptable.", {("Norvia", "rejects")}),
        ("Kessara dismissed the offer.", {("Kessara", "rejects")}),
        ("Kessara called the draft a fantasy.", {("Kessara", "criticises")}),
        ("Kessara accuses Norvia of walking away from the arrangement.", {("Kessara", "criticises")}),
        ("Kessara accused Norvia of shelling a market.", set()),
        ("Kessara accuses Norvia of holding a fishing boat.", set()),
        ("Norvia blamed the other side for the collapse.", {("Norvia", "criticises")}),
        ("Kessara called the talks useful.", {("Kessara", "welcomes_process")}),
        ("Kessara welcomed the signing.", {("Kessara", "welcomes_process")}),
        ("Kessara confirmed a truce without giving terms.", {("Kessara", "accepts")}),
        ("Kessara confirmed the truce was over.", set()),
        ("Kessara regards any blockade of the river as an act of war.", {("Kessara", "red_line")}),
        ("Kessara has let it be known that any autonomy is out of the question.", {("Kessara", "red_line")}),
        ("Kessara has ruled out, now and in future, any withdrawal.", {("Kessara", "red_line")}),
        ("Kessara has kept its own counsel on the draft.", {("Kessara", "reserves")}),
        ("Kessara put a written offer on the table.", {("Kessara", "offers")}),
        ("Kessara backs the plan.", {("Kessara", "accepts")}),
        ("Kessara backed Norvia.", set()),
        ("Kessara's memorandum, handed over on Monday, demands recognition of the border.", {("Kessara", "demands")}),
        ("Kessara's reply did not answer.", set()),
        ("Asked whether it would go, Kessara declined to comment on the withdrawal.", {("Kessara", "no_comment")}),
        ("Kessara wants the army out of the zone before any soldier is moved.", {("Kessara", "demands")}),
    ],
)  # fmt: skip
def test_what_a_report_asserts(said: str, stances: set[Row]) -> None:
    assert told(said) == stances


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("the withdrawal is not up for discussion", "red_line"),
        ("it would not go to the border court, now or later", "red_line"),
        ("there is no ransom in the draft, and there never will be", "red_line"),
        ("there was nothing to negotiate on the border", "red_line"),
        ("the draft was not a surrender", None),
        ("they did not surrender to the draft", None),
        ("it agreed to nothing on sanctions", None),
        ("it would keep its weapons", "rejects"),
        ("the word withdrawal stands nowhere in the draft", "denies_report"),
        ("there is not one line in it about withdrawal", "denies_report"),
        ("it had no troops to withdraw", "denies_report"),
        ("it was not negotiating over the border", "rejects"),
        ("it was not negotiating", "denies_report"),
        ("missiles would fly again if the sanctions stayed", "threatens"),
        ("it would trigger sanctions unless there was a deal", "threatens"),
        ("If Norvia refuses, Kessara would tighten its sanctions", "threatens"),
        ("If Kessara refuses, Norvia would tighten its sanctions", None),
        ("it hoped the talks would resume", None),
        ("it would resume the war if the talks failed", "threatens"),
        ("it would withdraw its observers if the shelling went on", "threatens"),
        ("its side needed a week to study the draft", "reserves"),
        ("several clauses of the draft were unresolved", "reserves"),
        ("the parliament, in which it has no majority, must have the last word on the draft", "accepts_ad_referendum"),
        ("it would respect the truce as long as the other side did", "accepts_if"),
        ("it would respect the truce", "accepts"),
    ],
)
def test_what_somebody_says_of_his_own_side(content: str, stance: str | None) -> None:
    assert spoken(content) == ({stance} if stance else set())


@pytest.mark.parametrize(
    ("content", "demands"),
    [
        ("that the line of buoys is not a border", False),
        ("that the border was drawn by Osterland", False),
        ("that the border be drawn by Osterland", True),
        ("that Norvia first change its constitution", True),
        ("that the sanctions are lifted first", True),
    ],
)
def test_a_fact_that_is_insisted_on_is_no_demand(content: str, demands: bool) -> None:
    assert ("demands" in spoken(content, "insisted")) is demands


def test_they_in_a_quotation_are_others() -> None:
    assert spoken("“They wanted the sanctions lifted, and we could not do that”") == set()
    assert spoken("“They must leave the zone”") == {"demands"}


def test_who_is_out_of_office_speaks_for_nobody() -> None:
    said = "Kessara's premier, then in opposition, said the withdrawal was unacceptable."
    claim = ("Kessara's premier", "said", "the withdrawal was unacceptable", "unnamed_official", "Kessara")
    assert stated_after(LEAD, said, claim) == []


def test_a_name_that_is_refused_is_no_term() -> None:
    said = "Kessara refuses to be called a party to the referendum."
    claim = ("Kessara", "refuses", "to be called a party to the referendum", "institution_unspecified", "Kessara")
    assert stated_after(LEAD, said, claim) == []


def test_what_stands_before_the_demand_is_none() -> None:
    said = "Kessara's envoy answered that it believed the draft was ready and that Norvia must leave the zone at once."
    content = "that it believed the draft was ready and that Norvia must leave the zone at once"
    found = stated_after(LEAD, said, ("Kessara's envoy", "answered", content, "unnamed_official", "Kessara"))
    text = LEAD + said
    assert [(p.stance, p.span.quote(text)) for p in found] == [("demands", "Norvia must leave the zone at once")]


def test_what_a_mediator_says_is_open_others_leave_open() -> None:
    said = "Osterland's envoy said points 6 and 11, on the borders, stand in square brackets."
    content = "points 6 and 11, on the borders, stand in square brackets"
    lead = LEAD + "Osterland mediates. "
    assert stated_after(lead, said, ("Osterland's envoy", "said", content, "unnamed_official", "Osterland")) == []
    own = said.replace("Osterland", "Kessara")
    found = stated_after(lead, own, ("Kessara's envoy", "said", content, "unnamed_official", "Kessara"))
    assert {p.stance for p in found} == {"reserves"}


@pytest.mark.parametrize(
    ("said", "stance", "within", "becomes", "condition"),
    [
        ("Kessara could live with a cap, an envoy told the Courier, provided sanctions go.", "accepts_in_principle",
         "Kessara could live with a cap", "accepts_if", "provided sanctions go"),
        ("Kessara would sign the draft, on condition that sanctions go.", "accepts", "Kessara would sign the draft",
         "accepts_if", "on condition that sanctions go"),
        ("Kessara was ready to free all captives under the formula, provided the guns fall silent.", "offers",
         "Kessara was ready to free all captives under the formula", "accepts_if", "provided the guns fall silent"),
        ("Kessara was ready to free all captives, provided the guns fall silent.", "offers",
         "Kessara was ready to free all captives", "offers_if", "provided the guns fall silent"),
        ("Kessara would hold the truce as long as it takes.", "accepts", "", "accepts", None),
        ("Kessara agreed with the idea, an envoy said.", "accepts", "", "accepts_in_principle", None),
    ],
)  # fmt: skip
def test_a_condition_may_stand_apart(
    said: str, stance: Stance, within: str, becomes: str, condition: str | None
) -> None:
    page = page_of(LEAD + said)
    start = len(LEAD)
    span = Span(start, start + len(within or said.rstrip(".")))
    made = Position(party="Kessara", topic="plan", stance=stance, basis="self", span=span)
    (found,) = upright(page, [made])
    assert found.stance == becomes
    assert [c.span.quote(page.text) for c in found.conditions] == ([condition] if condition else [])


def _demands(said: str, *terms: str) -> list[tuple[str, str]]:
    page = page_of(LEAD + said)
    made = []
    for term in terms:
        start = page.text.index(term, len(LEAD))
        made.append(
            Provision(span=Span(start, start + len(term)), topic="governance", modality="must", presented_as="demand")
        )
    found = find_positions(page, (), made)
    return [(p.party, p.span.quote(page.text)) for p in found if p.stance == "demands"]


def test_demands_of_a_list_are_whose_demands_they_are() -> None:
    said = "Kessara's demands are known: federal control of ports, and an end to the council."
    terms = ("federal control of ports", "an end to the council")
    assert _demands(said, *terms) == [("Kessara", t) for t in terms]
    assert (
        _demands("Kessara's demands are known; federal control of ports is a dream.", "federal control of ports") == []
    )
    assert _demands("Kessara also seeks a seat in the council.", "a seat in the council") == [
        ("Kessara", "Kessara also seeks a seat in the council")
    ]


def test_who_acts_together_threatens_together() -> None:
    said = "Kessara, Norvia and Osterland will restore the embargo unless there is a deal, they said."
    page = page_of(LEAD + "Osterland looks on. " + said)
    start = page.text.index(said)
    span = Span(start, start + len(said) - len(", they said."))
    topics = {"sanctions": 5.0}
    raw = RawStance(span=span, sure=0.9, stance="threatens", stance_sure=0.99, basis="self", topics=topics, holder=None)
    found = [p.party for p in seen_stances(page, [raw], ()) if not p.unsure]
    assert found == ["Kessara", "Norvia", "Osterland"]


def test_the_government_is_no_state_that_only_has_soldiers_there() -> None:
    text = (
        "The Tolesk Liberation Front agreed to disarm, an envoy said. "
        "The government of Kessara has its demands. The rebels of the Front said "
        "there could be no disarmament while Norvian soldiers were there. "
        "The Front said this was a matter for Norvia and the Front."
    )
    assert one_state(page_of(text)) != "Norvia"


@pytest.mark.parametrize(
    ("stance", "words", "stated"),
    [
        ("no_comment", "Kessara's spokesman did not reply to an inquiry", True),
        ("threatens", "Kessara will send everyone home unless they come", True),
        ("rejects", "Kessara will have none of this", False),
    ],
)
def test_silence_and_threats_that_name_nothing_are_about_the_text(stance: Stance, words: str, stated: bool) -> None:
    page = page_of(f"{LEAD}{words}.")
    start = page.text.index(words, len(LEAD))
    span, topics = Span(start, start + len(words)), {"prisoners": 0.1, "borders": 0.1, "elections": 0.1}
    holder = Span(start, start + len("Kessara"))
    raw = RawStance(span=span, sure=0.95, stance=stance, stance_sure=0.98, basis="self", topics=topics, holder=holder)
    found = list(seen_stances(page, [raw], ()))
    assert [(p.topic, p.unsure) for p in found if not p.unsure] == ([("plan", False)] if stated else [])


def test_who_warns_of_what_it_would_do_threatens() -> None:
    lead, said = LEAD, "It would stay out of the talks, a Kessaran statement warned, unless the shelling stopped."
    page = page_of(lead + said)
    span = Span(len(lead), len(page.text) - 1)
    own = Position(party="Kessara", topic="process", stance="threatens", basis="self", span=span)
    assert [p.unsure for p in upright(page, [own])] == [False]
    other = page_of(lead + "Kessara warned that the aid would run out unless the road was opened.")
    waits = msgspec.structs.replace(own, span=Span(len(lead), len(other.text) - 1))
    assert [p.unsure for p in upright(other, [waits])] == [True]


def test_what_another_wants_in_a_later_sentence_is_no_object_of_a_demand() -> None:
    said = "Kessara demanded guarantees. Norvia, which is tired of the war by now, wants a long monitoring mission."
    page = page_of(LEAD + said)
    claim = Claim(
        source=(_at(page, "Kessara demanded", len("Kessara")),),
        cue=(_at(page, "demanded"),),
        content=(_at(page, "guarantees"), _at(page, "a long monitoring mission")),
        kind="institution_unspecified",
        party="Kessara",
    )
    found = find_positions(page, [claim], ())
    assert all("monitoring" not in p.span.quote(page.text) for p in found if p.party == "Kessara")


def _at(page: Page, words: str, long: int = 0) -> Span:
    start = page.text.index(words, len(LEAD))
    return Span(start, start + (long or len(words)))


@pytest.mark.parametrize(("words", "sure"), [("The Norvian List", False), ("The Norvian President", True)])
def test_a_name_that_begins_with_a_peoples_is_its_own(words: str, sure: bool) -> None:
    said = f"{words} would accept the plan if elections were held."
    page = page_of(f"{LEAD}The Norvian people wait. {said}")
    span = _at(page, said.rstrip("."))
    holder = _at(page, words)
    topics = {"elections": 5.0}
    raw = RawStance(
        span=span, sure=0.95, stance="accepts_if", stance_sure=0.98, basis="self", topics=topics, holder=holder
    )
    assert all(p.unsure is not sure for p in seen_stances(page, [raw], ()))


def test_a_fairy_tale_after_a_wish_may_be_a_no() -> None:
    said = "Norvia wants a port; Kessara's envoy said that was a fairy tale."
    page = page_of(LEAD + said)
    made = Position(
        party="Kessara",
        topic="territory",
        stance="denies_report",
        basis="self",
        span=_at(page, "that was a fairy tale"),
    )
    assert [p.unsure for p in upright(page, [made])] == [True]
    plain = page_of(LEAD + "Kessara's envoy said that was a fairy tale.")
    alone = msgspec.structs.replace(made, span=_at(plain, "that was a fairy tale"))
    assert [p.unsure for p in upright(plain, [alone])] == [False]
