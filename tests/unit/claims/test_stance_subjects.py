"""Whose stance a sentence states, on whose word, and sentences that state none."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.stances.hints import answered
from nonpaper.model.position import Position
from tests.unit.claims.told import Told, stated_after

LEAD = (
    "The government of Kessara and the government of Norvia are at war. Osterland, which mediates, has drafted a plan. "
)


SIGNED = ("rejects", "accepts", "red_line", "accepts_in_principle", "demands", "offers", "criticises")


def stated(said: str, *claims: Told) -> list[Position]:
    return stated_after(LEAD, said, *claims)


@pytest.mark.parametrize(
    ("said", "party", "stance", "topic"),
    [
        ("Norvia has ruled out any change of the border.", "Norvia", "rejects", "borders"),
        ("The Norvian government balked at the disarmament of its militia.", "Norvia", "rejects", "disarmament"),
        ("Norvia remains opposed to foreign observers.", "Norvia", "rejects", "monitoring"),
        ("Kessara has no objection to foreign observers.", "Kessara", "accepts", "monitoring"),
        ("Kessara could live with a neutral strip.", "Kessara", "accepts_in_principle", "buffer_zone"),
        ("Kessara's foreign ministry welcomed the talks.", "Kessara", "welcomes_process", "process"),
        ("Norvia, for its part, has called for the release of all prisoners.", "Norvia", "demands", "prisoners"),
        ("Kessara is still weighing the ceasefire.", "Kessara", "reserves", "ceasefire"),
        ("Kessara is unhappy about the ceasefire.", "Kessara", "criticises", "ceasefire"),
    ],
)
def test_what_a_party_does_is_its_stance(said: str, party: str, stance: str, topic: str) -> None:
    (found,) = stated(said)
    assert (found.party, found.stance, found.topic, found.basis) == (party, stance, topic, "reporter")


@pytest.mark.parametrize(
    "said",
    [
        "Kessara did not rule out a truce.",
        "Norvia has never rejected a truce.",
        "It is not true that Norvia has rejected a truce.",
        "If Norvia rejected the truce, the war would go on.",
        "Norvia is expected to reject the truce.",
        "Reports that Norvia has rejected a truce are false.",
        "It is unclear whether Norvia has accepted the truce.",
        "Diplomats said for years that Norvia had rejected a truce.",
        "The truce has been accepted nowhere.",
        "Neither Norvia nor Kessara has accepted the truce.",
        "Norvia has accepted nothing of the truce.",
        "A former Norvian minister has rejected the truce.",
        "The Norvian opposition has rejected the truce.",
        "Norvia is not opposed to the truce.",
        "Norvia no longer rejects the truce.",
        "Norvia denied that it had rejected the truce.",
        "Norvia was said to have accepted the truce.",
        "Norvia wants to know who would watch the truce.",
        "Norvia attacked the garrison on the border.",
        "Norvia dismissed two border guards.",
        "Norvia sought shelter for its prisoners after the flood.",
        "Norvia offered its prisoners a hot meal.",
    ],
)
def test_what_is_denied_supposed_or_only_told_is_no_stance(said: str) -> None:
    assert [p for p in stated(said) if p.stance in SIGNED] == []


def test_two_parties_that_act_together_both_hold_it() -> None:
    found = stated("Norvia and Kessara have agreed to exchange all prisoners.")
    assert {(p.party, p.stance, p.topic) for p in found} == {
        ("Norvia", "accepts", "prisoners"),
        ("Kessara", "accepts", "prisoners"),
    }


def test_two_parties_in_one_sentence_each_hold_their_own() -> None:
    found = stated("Norvia has accepted the ceasefire, but Kessara has rejected the release of prisoners.")
    assert [(p.party, p.stance, p.topic) for p in found] == [
        ("Norvia", "accepts", "ceasefire"),
        ("Kessara", "rejects", "prisoners"),
    ]


def test_swapping_the_parties_swaps_the_stances() -> None:
    said = "Norvia has accepted the ceasefire, but Kessara has rejected the release of prisoners."
    swapped = said.replace("Norvia", "#").replace("Kessara", "Norvia").replace("#", "Kessara")
    names = {"Kessara": "Norvia", "Norvia": "Kessara"}
    one = [(names[p.party], p.stance, p.topic) for p in stated(said)]
    assert one == [(p.party, p.stance, p.topic) for p in stated(swapped)]


def test_an_office_and_its_holder_are_one_subject() -> None:
    (found,) = stated("Kessara's president, Ana Torvel, has ruled out any change of the border.")
    assert (found.party, found.stance) == ("Kessara", "rejects")


def test_a_pronoun_takes_up_the_party_just_named() -> None:
    found = stated("Norvia has read the map. It has rejected the buffer zone.")
    assert [(p.party, p.stance) for p in found] == [("Norvia", "rejects")]


@pytest.mark.parametrize(
    ("source", "kind", "party", "basis"),
    [
        ("a Kessaran official", "unnamed_official", "Kessara", "counterpart"),
        ("an Osterland mediator", "unnamed_official", "Osterland", "mediator"),
        ("a mediator", "unnamed_official", None, "mediator"),
        ("the paper", "outlet_relay", None, "reporter"),
    ],
)
def test_what_another_says_of_a_party_is_not_the_partys_own_word(
    source: str, kind: str, party: str | None, basis: str
) -> None:
    content = "Norvia had accepted the exchange of prisoners"
    (found,) = stated(f"{content}, said {source}.", (source, "said", content, kind, party))
    assert (found.party, found.stance, found.basis) == ("Norvia", "accepts", basis)


@pytest.mark.parametrize(
    "content",
    [
        "the two sides are of one mind on observers",
        "both parties have accepted the observers",
        "the Norvians had agreed to the ceasefire",
        "the Norvian government will never accept the ceasefire",
    ],
)
def test_the_speaker_does_not_hold_what_it_says_of_others(content: str) -> None:
    found = stated(
        f"The minister said that {content}.", ("The minister", "said", content, "on_record_principal", "Kessara")
    )
    assert [p for p in found if p.party == "Kessara"] == []


def test_but_sets_two_stances_with_two_objects() -> None:
    content = "the border commission was out of the question, but his side would sign the exchange of prisoners at once"
    found = stated(f"The minister said {content}.", ("The minister", "said", content, "on_record_principal", "Kessara"))
    assert [(p.stance, p.topic) for p in found] == [("rejects", "borders"), ("accepts", "prisoners")]


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("we have no objection to foreign observers", "accepts"),
        ("we could sign the exchange of prisoners tomorrow", "accepts"),
        ("a buffer zone could be built on", "accepts_in_principle"),
        ("we would agree to observers provided that none is armed", "accepts_if"),
        ("there will be no foreign observers here", "rejects"),
        ("we will not hand over the valley", "rejects"),
        ("the valley is out of the question for ever", "red_line"),
        ("nobody has shown us the plan", "denies_knowledge"),
        ("the report on the plan is a fairy tale", "denies_report"),
        ("we need guarantees from Osterland", "demands"),
        ("the plan is a reward for robbery", "criticises"),
        ("we are encouraged by the talks", "welcomes_process"),
        ("we shall see about the prisoners", "reserves"),
        ("our party would quit the government over the amnesty", "threatens"),
    ],
)
def test_what_a_party_says_of_itself(content: str, stance: str) -> None:
    found = stated(
        f"The minister said: {content}.", ("The minister", "said", content, "on_record_principal", "Kessara")
    )
    assert [(p.party, p.stance, p.basis) for p in found] == [("Kessara", stance, "self")]


@pytest.mark.parametrize(
    "content",
    [
        "nobody here is ready to sign the exchange of prisoners",
        "no minister could live with a buffer zone",
        "we have not agreed to the ceasefire",
        "reports that we had agreed to the ceasefire are false",
        "we never agreed to the ceasefire",
        "it is untrue that we would sign the exchange of prisoners",
        "we do not reject the ceasefire",
        "we have never rejected the ceasefire",
        "we would not rule out observers",
    ],
)
def test_a_yes_that_is_taken_back_is_no_yes_and_a_no_no_no(content: str) -> None:
    found = stated(
        f"The minister said: {content}.", ("The minister", "said", content, "on_record_principal", "Kessara")
    )
    no = "reject" in content or "rule out" in content
    turned = ("rejects", "red_line") if no else ("accepts", "accepts_in_principle", "accepts_if")
    assert [p.stance for p in found if p.stance in turned] == []


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("Kessara asked for the release of all prisoners. Norvia refused.", "prisoners"),
        ("Kessara asked for its fans to be seated in the shade. Norvia refused.", None),
    ],
)
def test_a_bare_no_is_to_what_was_asked_before_it(said: str, topic: str | None) -> None:
    found = [p for p in stated("The prisoners and the observers were seen. " + said) if p.stance == "rejects"]
    assert [p.topic for p in found] == ([topic] if topic else [])


def test_a_relative_no_is_to_what_stands_before_it_in_its_sentence() -> None:
    page = page_of("The prisoners were seen. Kessara asked for foreign observers, which Norvia refused.")
    assert answered(page, page.text.index("Norvia")) == "monitoring"
