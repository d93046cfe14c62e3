"""Stances whose words are taken back, are another's or only foretold, and the plain ones beside them that stand."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.stances.turned import upright
from nonpaper.model.codes import Basis, Stance
from nonpaper.model.position import Position
from nonpaper.model.span import Span
from tests.unit.claims.told import Told, stated_after

LEAD = (
    "The government of Kessara and the government of Norvia are at war. Osterland, which mediates, has drafted a plan. "
    "The Salt Hills Front (SHF), a rebel movement, holds the coast. "
)


def stated(said: str, *claims: Told) -> list[tuple[str, str, str]]:
    """Party, stance and basis of what is stated of `said` after a lead."""
    return [(p.party, p.stance, p.basis) for p in stated_after(LEAD, said, *claims) if p.span.start >= len(LEAD)]


def envoys(content: str, cue: str = "said", party: str = "Kessara") -> list[tuple[str, str]]:
    """What is stated where an envoy of a party says something."""
    found = stated(f"The envoy {cue} {content}.", ("The envoy", cue, content, "named_party_official", party))
    return [(party, stance) for party, stance, _ in found]


def read_as(said: str, stance: Stance, party: str = "Kessara", basis: Basis = "self", after: str = "") -> str | None:
    """What becomes of a sentence that was read as a stance of a party: the stance, with "?" where it is unsure."""
    page = page_of(LEAD + said + after)
    span = Span(len(LEAD), len(LEAD) + len(said))
    found = upright(page, [Position(party=party, topic="plan", stance=stance, basis=basis, span=span)])
    return next((p.stance + "?" * p.unsure for p in found), None)


@pytest.mark.parametrize(
    "content",
    [
        "Kessara would not insist on reparations",
        "Kessara had never asked for a corridor",
        "her country would not demand the return of the port",
        "it did not insist on foreign observers",
        "Kessara has no plans to demand an amnesty",
        "it was no longer pressing for a ceasefire",
        "her government had dropped its demand for a withdrawal",
    ],
)
def test_a_demand_that_is_taken_back_is_none(content: str) -> None:
    assert [s for s in envoys(content) if s[1] in ("demands", "rejects", "red_line")] == []


@pytest.mark.parametrize(
    "content",
    [
        "Kessara would insist on reparations",
        "Kessara had not only asked for a corridor",
        "it had not signed and was demanding the return of the port",
        "her country must have foreign observers",
        "Kessara would not drop its demand for a withdrawal",
        "it would never stop demanding an amnesty",
    ],
)
def test_a_demand_that_stands_is_one(content: str) -> None:
    assert read_as(content, "demands") == "demands"


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Kessara urged Norvia to stop demanding an amnesty.", None),
        ("Kessara urged Norvia to drop its demand for a withdrawal.", None),
        ("Kessara called on the rebels to give up their insistence on the port.", None),
        ("Kessara demanded 25 years at first, but it dropped that demand in May.", None),
        ("Kessara urged Norvia to drop its opposition to the amnesty.", "demands"),
        ("Kessara urged Norvia to withdraw from the port.", "demands"),
        ("Kessara dropped its demand for an apology and is now demanding the port.", "demands"),
    ],
)
def test_a_demand_to_give_one_up_is_not_that_one(said: str, left: str | None) -> None:
    assert read_as(said, "demands") == left


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("It would be wrong to say that Kessara accepts the corridor", None),
        ("nobody should think that Kessara accepts the ceasefire", None),
        ("reports that it accepted a corridor were wrong", None),
        ("Had Norvia accepted the amnesty, the truce would have been signed", None),
        ("Kessara accepts the corridor", "accepts"),
    ],
)
def test_what_is_said_to_be_untrue_is_not_stated(content: str, stance: str | None) -> None:
    yes_or_no = [s for _, s in envoys(content) if s in ("accepts", "rejects", "red_line", "accepts_in_principle")]
    assert yes_or_no == ([stance] if stance else [])


@pytest.mark.parametrize(
    ("said", "party", "stances"),
    [
        ("Norvia had backed out of an earlier promise to accept the truce.", "Norvia", []),
        ("Norvia backed away from the deal.", "Norvia", []),
        ("Norvia has backed the deal.", "Norvia", ["accepts"]),
        ("The truce failed when talks closed, but Norvia has accepted it.", "Norvia", ["accepts"]),
        ("Kessara would sign only after Norvia accepted the truce.", "Norvia", []),
        ("Kessara will leave the port once Norvia signed the agreement.", "Norvia", []),
        ("Norvia had been urged to accept the ceasefire.", "Norvia", []),
        ("Norvia was asked to accept the ceasefire.", "Norvia", []),
    ],
)
def test_what_a_report_does_not_assert(said: str, party: str, stances: list[str]) -> None:
    assert [s for p, s, _ in stated(said) if p == party] == stances


@pytest.mark.parametrize(
    ("said", "stance", "left"),
    [
        ("Kessara withdrew its consent to the buffer zone.", "accepts", None),
        ("Kessara has reneged on its promise to accept the truce.", "accepts", None),
        ("Kessara has not withdrawn its consent to the buffer zone.", "accepts", "accepts"),
        ("Kessara offered to withdraw its support for the rebels.", "offers", "offers"),
        ("Kessara cannot but accept the deadline.", "rejects", None),
        ("Kessara cannot accept the deadline.", "rejects", "rejects"),
        ("Kessara had been offered a transition of ten years.", "offers", None),
        ("Kessara was urged to accept the truce.", "demands", None),
        ("Kessara had offered a transition of ten years.", "offers", "offers"),
        ("Some senators want Kessara to demand the prisoners.", "demands", None),
        ("Norvia demands that Kessara pull back.", "demands", None),
        ("Kessara wants Norvia to pull back.", "demands", "demands"),
        ("Kessara accused the army of having agreed to the truce.", "accepts", None),
        ("Kessara would almost certainly refuse to disarm.", "rejects", "rejects?"),
        ("Kessara is likely to accept the truce.", "accepts", "accepts?"),
        ("Kessara refused to disarm.", "rejects", "rejects"),
        ("Kessara rejected the Norvian side's claim that it had accepted the truce.", "rejects", "denies_report"),
        ("Kessara rejected Norvia's claim to the islands.", "rejects", "rejects"),
        ("Kessara would consider it only after the port is open.", "accepts_if", "accepts_if?"),
        ("Kessara would accept it only after the port is open.", "accepts_if", "accepts_if"),
        ("Kessara said that Norvia would never give up the corridor.", "red_line", None),
        ("Kessara said that it would never give up the corridor.", "red_line", "red_line"),
        ("Kessara said a person who read the draft had not seen the annex.", "denies_knowledge", "denies_knowledge?"),
    ],
)
def test_what_a_sentence_leaves_of_a_stance(said: str, stance: Stance, left: str | None) -> None:
    assert read_as(said, stance, basis="reporter" if "certainly" in said else "self") == left


@pytest.mark.parametrize(
    ("said", "stance", "left"),
    [
        ("Kessara doubted that Norvia would reject the monitors.", "denies_report", None),
        ("Kessara said it doubts Norvia would accept the truce.", "accepts", None),
        ("Kessara questioned whether Norvia would refuse to disarm.", "rejects", None),
        ("Kessara was not sure that Norvia had accepted the corridor.", "accepts", None),
        ("Kessara wondered aloud if it should accept the corridor.", "accepts", None),
        ("Kessara expressed doubt that Norvia would accept the truce.", "criticises", "criticises?"),
        ("Kessara expressed doubt that the truce would hold.", "criticises", "criticises"),
        ("Kessara doubted that the reports were true.", "denies_report", "denies_report"),
        ("Kessara doubted that Norvia would sign and rejected the corridor.", "rejects", "rejects"),
        ("Kessara did not doubt that it would accept the truce.", "accepts", "accepts"),
    ],
)
def test_what_is_doubted_of_another_is_no_stance(said: str, stance: Stance, left: str | None) -> None:
    assert read_as(said, stance) == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Kessara said it has not demanded an apology from Ilan.", "denies_report?"),
        ("Kessara said it had never asked for a corridor.", "denies_report?"),
        ("Kessara said it had never insisted on reparations.", "denies_report?"),
        ("Kessara said it has not demanded an apology, calling the report false.", "denies_report"),
        ("Kessara said the claim that it had demanded a corridor was invented.", "denies_report"),
        ("Kessara denied having asked for a corridor.", "denies_report"),
        ("Kessara said the reports were 'partly true' but refused to elaborate.", None),
        ("Kessara said that the account was not entirely accurate.", None),
        ("Kessara said the reports were untrue.", "denies_report"),
    ],
)
def test_what_denies_a_report_and_what_does_not(said: str, left: str | None) -> None:
    assert read_as(said, "denies_report") == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Kessara proposed that Norvia release all prisoners.", "demands?"),
        ("Kessara had proposed that under the treaty Norvia open its port.", "demands?"),
        ("Kessara suggested that the Norvian army withdraw first.", "demands?"),
        ("Kessara proposed a withdrawal of Norvian troops.", "demands?"),
        ("Kessara proposed a release of Norvian prisoners.", "offers"),
        ("Kessara proposed a withdrawal of its troops.", "offers"),
        ("Kessara proposed to release its prisoners.", "offers"),
        ("Kessara proposed that it withdraw first.", "offers"),
        ("Kessara proposed that Kessara and Norvia release all prisoners.", "offers"),
        ("Kessara proposed that both sides withdraw.", "offers"),
        ("Kessara offered Norvia a share of the water.", "offers"),
    ],
)
def test_what_another_is_to_do_is_no_offer(said: str, left: str) -> None:
    assert read_as(said, "offers") == left


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Kessara refused to elaborate on the terms of the plan.", "no_comment"),
        ("Kessara declined to give details of the draft.", "no_comment"),
        ("Kessara said the account was half right and would not go into details.", "no_comment"),
        ("Kessara did not want to elaborate on the clauses.", "no_comment"),
        ("Kessara would not sign and would not elaborate.", "rejects"),
        ("Kessara refused to disarm and declined to give details.", "rejects"),
        ("Kessara said that Norvia would never accept monitors.", None),
        ("Kessara said that it would never accept monitors.", "rejects"),
    ],
)
def test_who_is_silent_and_who_says_no(said: str, left: str | None) -> None:
    assert read_as(said, "rejects") == left


@pytest.mark.parametrize(
    "lead", ["Kessara's army is demanding that the rebels", "Kessara is demanding the following", "Kessara demands"]
)
def test_the_lead_in_of_a_list_is_no_demand_by_itself(lead: str) -> None:
    said = f"{lead}:\n\n- hand over the prisoners\n- withdraw from the port\n"
    page = page_of(LEAD + said)
    span = Span(len(LEAD), len(LEAD) + len(lead) + 1)
    made = Position(party="Kessara", topic="disarmament", stance="demands", basis="reporter", span=span)
    assert upright(page, [made]) == []


@pytest.mark.parametrize(
    ("said", "claim"),
    [
        (
            "A Kessaran official said Norvia had agreed to the lease in principle.",
            ("A Kessaran official", "said", "had agreed to the lease in principle", "unnamed_official", "Kessara"),
        ),
        (
            "Norvia, the Kessaran envoy said, has accepted all of the terms.",
            ("the Kessaran envoy", "said", "has accepted all of the terms", "named_party_official", "Kessara"),
        ),
    ],
)
def test_a_content_that_begins_after_its_subject_is_the_subjects(said: str, claim: Told) -> None:
    found = stated(said, claim)
    assert [(party, basis) for party, _, basis in found] == [("Norvia", "counterpart")]
    assert found[0][1] in ("accepts", "accepts_in_principle")


def test_a_content_that_goes_on_with_its_own_subject_is_its_own() -> None:
    said = "Unlike Norvia, the Kessaran envoy said, Kessara has accepted all of the terms."
    claim = ("the Kessaran envoy", "said", "Kessara has accepted all of the terms", "named_party_official", "Kessara")
    assert [(party, stance, basis) for party, stance, basis in stated(said, claim)] == [("Kessara", "accepts", "self")]


@pytest.mark.parametrize(
    "content", ["the reports were partly true but refused to elaborate", "it had refused even to comment on the plan"]
)
def test_who_refuses_to_speak_refuses_no_term(content: str) -> None:
    assert [s for s in envoys(content) if s[1] in ("rejects", "red_line")] == []


def test_the_next_sentence_is_not_what_a_yes_is_about() -> None:
    content = "it could live with the monitors, so long as they were not armed. It would not pay for the damage"
    claim = ("The envoy", "said", content, "named_party_official", "Kessara")
    found = stated_after(LEAD, f"The envoy said {content}.", claim)
    assert [p.topic for p in found if p.stance == "accepts_if"] == ["monitoring"]


@pytest.mark.parametrize(
    ("said", "cue", "content", "want"),
    [
        (
            "Norvia's reply, the envoy said, rejects the corridor.",
            "said",
            "rejects the corridor",
            ("Norvia", "counterpart"),
        ),
        (
            "The Norvian counter-proposal, the envoy said, demands an amnesty.",
            "said",
            "demands an amnesty",
            ("Norvia", "counterpart"),
        ),
        ("The draft, the envoy said, demands an amnesty.", "said", "demands an amnesty", None),
        ("The response, the envoy said, keeps the truce but demands an amnesty.", "demands", "an amnesty", None),
        ("Kessara's reply, the envoy said, rejects the corridor.", "said", "rejects the corridor", ("Kessara", "self")),
        ("The plan, the envoy said, is unacceptable.", "said", "is unacceptable", ("Kessara", "self")),
    ],
)
def test_what_a_text_demands_is_whose_text_it_is(
    said: str, cue: str, content: str, want: tuple[str, str] | None
) -> None:
    found = stated(said, ("the envoy", cue, content, "named_party_official", "Kessara"))
    assert [(party, basis) for party, _, basis in found] == ([want] if want else [])


@pytest.mark.parametrize(
    ("said", "stance", "read"),
    [
        ("Kessara's president says you have agreed to give up the claim.", "accepts", None),
        ("Kessara's president says it has agreed to give up the claim.", "accepts", "accepts"),
        ("Kessara is prepared to see neither the rebels nor Norvia in the valley.", "offers", None),
        ("Kessara is prepared to release 300 prisoners.", "offers", "offers"),
        ("Kessara offered nothing but words on the plan.", "rejects", None),
        ("Kessara would have accepted the amnesty.", "accepts", None),
        ("Kessara would have to accept the amnesty.", "accepts", None),
        ("Kessara has accepted the amnesty.", "accepts", "accepts"),
        ("Were the Kessaran cabinet to approve it", "accepts", None),
        ("Kessara needs nobody's approval for the plan.", "accepts_ad_referendum", None),
        ("Kessara will put the plan to a referendum.", "accepts_ad_referendum", "accepts_ad_referendum"),
        ("Kessara said the rebels had accepted the truce.", "accepts", None),
        ("Kessara said it had accepted the truce of the rebels.", "accepts", "accepts"),
        ("Kessara said it would demand compensation.", "demands", "demands"),
        ("Kessara warned that aid will run out unless the road is opened.", "threatens", "threatens?"),
        ("Kessara warned that it would close the road.", "threatens", "threatens"),
        ("Aid would come by the fund and not by the army, as Kessara had insisted.", "demands", "demands?"),
        ("Aid would come by the fund, as Kessara had insisted.", "demands", "demands"),
    ],
)
def test_what_another_has_done_or_nobody_yet_is_no_stance(said: str, stance: Stance, read: str | None) -> None:
    assert read_as(said, stance) == read


def test_it_that_asks_may_be_the_text_named_last() -> None:
    text = f"{LEAD}It offers money for the dam."
    page = page_of(text)
    span = Span(len(LEAD), len(text))
    offer = Position(party="SHF", topic="plan", stance="offers", basis="self", span=span)
    assert [p.unsure for p in upright(page, [offer])] == [False]
    text = f"{LEAD}Osterland has sent a draft. It offers money for the dam."
    page = page_of(text)
    offer = Position(
        party="Osterland", topic="plan", stance="offers", basis="self", span=Span(text.index("It offers"), len(text))
    )
    assert [p.unsure for p in upright(page, [offer])] == [True]


def test_what_would_be_demanded_if_it_came_to_it_is_only_supposed() -> None:
    lead = f"{LEAD}If a deal is to be had, it lies here. "
    page = page_of(f"{lead}Kessara would demand compensation.")
    demand = Position(
        party="Kessara", topic="plan", stance="demands", basis="reporter", span=Span(len(lead), len(page.text))
    )
    assert [p.unsure for p in upright(page, [demand])] == [True]
    assert read_as("Kessara would demand compensation.", "demands") == "demands"
