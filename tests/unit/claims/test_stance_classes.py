"""Constructions in which a report states a stance, class by class, and their look-alikes that state none."""

from __future__ import annotations

import pytest

from nonpaper.model.position import Position
from tests.unit.claims.told import Told, stated_after

LEAD = (
    "The government of Kessara and the government of Norvia are at war. Osterland, which mediates, has drafted a plan. "
    "The Salt Hills Front (SHF), a rebel movement, holds the coast. "
)


def stated(said: str, *claims: Told) -> list[Position]:
    """What is stated of `said` after a lead; claims as source, cue, content, kind and party."""
    return [p for p in stated_after(LEAD, said, *claims) if p.span.start >= len(LEAD)]


@pytest.mark.parametrize(
    ("said", "party", "stance"),
    [
        # a verb of the party
        ("Kessara neither confirmed nor denied the report on the truce.", "Kessara", "no_comment"),
        ("Kessara has voted down the draft.", "Kessara", "rejects"),
        ("Kessara does not want foreign observers.", "Kessara", "rejects"),
        ("Norvia is not ready to release the prisoners.", "Norvia", "rejects"),
        ("Norvia has dropped its objection to foreign observers.", "Norvia", "accepts"),
        ("Norvia initialled the plan on Sunday.", "Norvia", "accepts"),
        ("Norvia is open to a ceasefire of two months.", "Norvia", "accepts_in_principle"),
        ("Kessara vowed to resume its offensive if the talks collapse.", "Kessara", "threatens"),
        ("Kessara asked for changes to the clause on elections.", "Kessara", "amends"),
        ("Kessara is seeking guarantees that the troops will not return.", "Kessara", "demands"),
        ("Kessara has made the release of the hostages a condition for any ceasefire.", "Kessara", "demands"),
        ("Kessara is ready to release 300 prisoners.", "Kessara", "offers"),
        ("Kessara has yet to respond to the draft.", "Kessara", "reserves"),
        ("Kessara dismissed reports of a deal on prisoners.", "Kessara", "denies_report"),
        ("Kessara denounced the arrangement.", "Kessara", "criticises"),
        # a yes on a condition is no plain yes
        ("Norvia has agreed to release the hostages provided that Kessara lifts the blockade.", "Norvia", "accepts_if"),
        ("Norvia is ready to release the hostages if the blockade ends.", "Norvia", "offers_if"),
        ("Norvia would accept observers on condition that they come from neutral states.", "Norvia", "accepts_if"),
        # a noun, or a name after "by", "to", "for"
        ("Kessara's refusal to lift the blockade has stalled the talks.", "Kessara", "rejects"),
        ("The SHF's demand for the release of all prisoners remains the main obstacle.", "SHF", "demands"),
        ("The clause on prisoners was rejected by Norvia.", "Norvia", "rejects"),
        ("An amnesty is unacceptable to Kessara.", "Kessara", "rejects"),
        ("The return of the hostages is a red line for Kessara.", "Kessara", "red_line"),
        # "the rebels" are the one movement
        ("The rebels have accepted the truce.", "SHF", "accepts"),
        ("Both governments and the group met; the movement rejected the truce.", "SHF", "rejects"),
    ],
)
def test_a_construction_that_states_a_stance(said: str, party: str, stance: str) -> None:
    found = stated(said)
    assert [(p.party, p.stance) for p in found] == [(party, stance)]
    assert all(p.span.quote(LEAD + said) in said for p in found)


@pytest.mark.parametrize(
    "said",
    [
        "Kessara is considering the offer of a ceasefire.",
        "Kessara no longer insists on the disarmament of the coast.",
        "Kessara has dropped its demand that the rebels disarm first.",
        "Kessara softened its refusal to lift the blockade.",
        "Kessara has no wish to go on governing the coast.",
        "Kessara is not willing to continue the war over the ceasefire.",
        "Kessara had rejected a similar plan in 2019.",
        "Kessara rejected an earlier draft.",
        "Hundreds of farmers in Kessara demanded an end to the war.",
        "Osterland urged both sides to meet, and in Kessara the opposition rejected the draft.",
        "It stays where Kessara wants it to stay.",
        "The truce holds provided that Kessara accepts it.",
        "The truce would be rejected by Kessara.",
        "No clause was rejected by Kessara.",
        "Kessara rejected nothing.",
    ],
)
def test_a_look_alike_states_none(said: str) -> None:
    assert [(p.party, p.stance) for p in stated(said) if p.party == "Kessara"] == []


@pytest.mark.parametrize(
    ("source", "cue", "content", "stance"),
    [
        ("The envoy", "said", "her government would put the plan to a vote of its congress", "accepts_ad_referendum"),
        ("The envoy", "said", "it had agreed to the exchange of prisoners", "accepts"),
        ("The envoy", "said", "Kessara had agreed to the exchange of prisoners", "accepts"),
        ("The envoy", "said", "Norvia must leave the coast before any truce", "demands"),
        ("The envoy", "said", "nothing was agreed until everything was", "reserves"),
        ("The envoy", "said", "she would not travel to the talks unless the blockade ended", "threatens"),
        ("The envoy", "said", "her country would leave the inspection treaty if one ship was stopped", "threatens"),
        ("The envoy", "called", "the draft “a fig leaf for thieves”", "criticises"),
        ("The envoy", "has dismissed", "the idea of observers", "rejects"),
        ("The envoy", "insisted", "that observers be allowed in", "demands"),
        ("The envoy", "insisted", "that the blockade had to end", "demands"),
    ],
)
def test_a_source_states_its_own(source: str, cue: str, content: str, stance: str) -> None:
    found = stated(f"{source} {cue} {content}.", (source, cue, content, "named_party_official", "Kessara"))
    assert [(p.party, p.stance, p.basis) for p in found] == [("Kessara", stance, "self")]


@pytest.mark.parametrize(
    ("cue", "content"),
    [
        ("said", "the rebels had said no to the ceasefire"),
        ("said", "the other side was opposed to the ceasefire"),
        ("said", "a truce of ten years could in principle be swallowed by Norvia"),
        ("insisted", "she had signed nothing about the ceasefire"),
        ("insisted", "that the ceasefire text had been read to both delegations"),
        ("no longer insists on", "the disarmament of the coast"),
        ("called", "the draft “a good basis”"),
        ("said", "the Front had asked for the ceasefire to be renewed"),
    ],
)
def test_what_is_anothers_or_taken_back_is_not_the_sources(cue: str, content: str) -> None:
    found = stated(f"The envoy {cue} {content}.", ("The envoy", cue, content, "named_party_official", "Kessara"))
    against = ("rejects", "red_line", "demands", "criticises", "accepts_if", "threatens")
    assert [p.stance for p in found if p.party == "Kessara" and p.stance in against] == []
    assert not any(p.party == "Kessara" and p.stance == "accepts_in_principle" for p in found if "basis" not in content)


@pytest.mark.parametrize("source", ["The opposition in Kessara", "Nobody in Kessara", "Kessaran protesters"])
def test_who_only_comes_from_a_party_states_nothing_for_it(source: str) -> None:
    said = f"{source} rejected the draft."
    assert stated(said, (source, "rejected", "the draft", "institution_unspecified", "Kessara")) == []


def test_what_an_analyst_tells_of_a_party_is_no_fact() -> None:
    told = ("a scholar", "said", "Kessara has accepted the truce", "analyst", None)
    assert stated("Kessara has accepted the truce, said a scholar.", told) == []
    assert [p.stance for p in stated("Kessara has accepted the truce.")] == ["accepts"]


def test_a_stance_that_names_no_topic_takes_that_of_the_sentence_before() -> None:
    (found,) = stated("The draft provides for foreign observers. Kessara has said no to it.")
    assert (found.stance, found.topic) == ("rejects", "monitoring")
    (found,) = stated("Kessara has ruled out handing over a single goat.")
    assert (found.stance, found.topic) == ("rejects", "other")


def test_two_parties_swapped_swap_their_stances() -> None:
    said = "Kessara rejected the truce, but Norvia accepted the exchange of prisoners."
    turned = said.replace("Kessara", "\0").replace("Norvia", "Kessara").replace("\0", "Norvia")
    swap = {"Kessara": "Norvia", "Norvia": "Kessara"}
    assert [(p.party, p.stance, p.topic) for p in stated(said)] == [
        (swap[p.party], p.stance, p.topic) for p in stated(turned)
    ]


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("Kessara will not sign the draft.", True),
        ("Kessara will not sign the draft without observers on the coast.", False),
        ("Kessara will not sign the draft until the prisoners are home.", False),
        ("Without observers on the coast, Kessara will not accept the draft.", False),
        ("Kessara rejected the draft on Monday.", True),
    ],
)
def test_a_no_that_names_what_it_waits_for_is_no_plain_no(said: str, plain: bool) -> None:
    noes = [p for p in stated(said) if p.stance in ("rejects", "red_line")]
    assert bool(noes) is plain


@pytest.mark.parametrize(
    "content",
    [
        "both had accepted the draft",
        "that each side had agreed to the truce",
        "the two would sign the draft",
        "neither had rejected the draft",
        "all three accepted the truce",
    ],
)
def test_what_two_others_did_is_no_stance_of_who_says_so(content: str) -> None:
    said = f"Osterland said {content}."
    assert not stated(said, ("Osterland", "said", content, "institution_unspecified", "Osterland"))


def test_what_is_said_besides_is_another_matter_than_what_is_rejected() -> None:
    said = "Norvia accepted the truce. Kessara rejected it and said Norvia must leave the port."
    claims = (
        ("Kessara", "rejected", "it", "institution_unspecified", "Kessara"),
        ("Kessara", "said", "Norvia must leave the port", "institution_unspecified", "Kessara"),
    )
    found = [(p.party, p.stance, p.topic) for p in stated(said, *claims) if p.party == "Kessara"]
    assert found == [("Kessara", "rejects", "ceasefire"), ("Kessara", "demands", "withdrawal")]
