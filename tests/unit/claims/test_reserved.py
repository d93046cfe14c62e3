"""A party's own condition or demand beside its yes is no term of the text; it waits for a person."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions import find_provisions
from nonpaper.claims.provisions.reasons import NO_TEXT
from nonpaper.claims.provisions.reserved import NO_TALKS, OWN_CONDITION, SHORT, wished
from nonpaper.claims.stances import find_positions
from nonpaper.model.claim import Claim
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

LEAD = (
    "The government of Kessara and the government of Norvia are at war. "
    "Osterland, which mediates, has put a draft agreement before both. "
)


def drafts(
    said: str, content: str, kind: str = "institution_unspecified", party: str | None = "Norvia"
) -> list[Provision]:
    """What is presented as a text's where a source, the first two words, says the content."""
    text = LEAD + said
    at = text.index(content, len(LEAD))
    cue = text.rindex(" ", 0, at - 1)
    source = Span(len(LEAD), len(LEAD) + said.index(" "))
    claim = Claim(
        source=(source,),
        cue=(Span(cue + 1, at - 1),),
        content=(Span(at, at + len(content)),),
        kind=kind,  # type: ignore[arg-type]
        party=party,
    )
    return [p for p in find_provisions(page_of(text), (claim,)) if p.presented_as == "draft"]


RESERVED = [
    (
        "Norvia confirmed the arrangement on Friday but said its tanks would leave the ridge only if Kessara did.",
        "its tanks would leave the ridge only if Kessara did",
    ),
    (
        "Norvia acknowledged the compromise but said the prisoners would be freed only once the port was open.",
        "the prisoners would be freed only once the port was open",
    ),
    (
        "Norvia praised the package by Osterland but said Kessaran troops would leave the islands first.",
        "Kessaran troops would leave the islands first",
    ),
    (
        "Norvia took note of the outline, although it added its army would hold its fire as long as no mine was laid.",
        "its army would hold its fire as long as no mine was laid",
    ),
    (
        "Norvia backed the deal while officials said Kessaran troops would leave the ports unless a vote was held.",
        "Kessaran troops would leave the ports unless a vote was held",
    ),
    (
        "Norvia called the scheme fair and said its soldiers would leave the valley once Kessara had paid.",
        "its soldiers would leave the valley once Kessara had paid",
    ),
]


@pytest.mark.parametrize(("said", "content"), RESERVED)
def test_what_a_party_sets_against_its_yes_waits_for_a_person(said: str, content: str) -> None:
    for term in drafts(said, content):
        assert term.unsure
        assert OWN_CONDITION in term.doubts


def test_it_is_listed_and_not_lost() -> None:
    (term,) = drafts(*RESERVED[0])
    assert term.span.quote(LEAD + RESERVED[0][0]) == RESERVED[0][1]


@pytest.mark.parametrize(
    ("said", "content", "kind", "party"),
    [
        ("Rook said the plan would cap the army at 60,000 men only if Kessara left the valley.",
         "the plan would cap the army at 60,000 men only if Kessara left the valley", "on_record_principal", "Norvia"),
        ("Rook gave no details but said the plan would cap the army at 60,000 men.",
         "the plan would cap the army at 60,000 men", "on_record_principal", "Norvia"),
        ("Osterland said both armies would leave the valley once the mines were cleared.",
         "both armies would leave the valley once the mines were cleared", "institution_unspecified", "Osterland"),
        ("Somebody said Norvian troops would leave the valley once the mines were cleared.",
         "Norvian troops would leave the valley once the mines were cleared", "person_familiar", None),
        ("Rook said Kessaran troops would leave the valley within a month.",
         "Kessaran troops would leave the valley within a month", "on_record_principal", "Norvia"),
    ],
)  # fmt: skip
def test_what_the_text_itself_or_who_knows_it_makes_conditional_is_a_term(
    said: str, content: str, kind: str, party: str | None
) -> None:
    (term,) = drafts(said, content, kind, party)
    assert not term.unsure


@pytest.mark.parametrize(
    ("said", "stated"),
    [
        ("The draft, which the Harbour Post said it has read, would cap the army at 60,000 men.", True),
        (
            "The plan for the valley that two officials said on Monday would cap the army at 60,000 men has leaked.",
            True,
        ),
        ("The arrangement drafted by Osterland would let tankers pass only if the mines are cleared.", True),
        ("Norvia sees the deal for the valley as won although its generals would cap the army at 60,000 men.", False),
        (
            "Norvia read the plan for the valley and told reporters its generals would cap the army at 60,000 men.",
            False,
        ),
    ],
)
def test_a_texts_verb_is_not_looked_for_in_anothers_clause(said: str, stated: bool) -> None:
    text = LEAD + said
    found = [p.span.quote(text) for p in find_provisions(page_of(text), ()) if not p.unsure]
    assert any(q.startswith(("cap", "let")) for q in found) is stated


def test_reports_may_be_a_noun_and_neither_begins_no_term() -> None:
    (term,) = drafts(
        "Somebody said Norvian troops would leave the valley if the verification reports are clean.",
        "Norvian troops would leave the valley if the verification reports are clean",
        "person_familiar",
        None,
    )
    text = LEAD + "Norvia demands observers there so that nobody enters, neither guards nor Kessaran soldiers."
    (demand,) = find_provisions(page_of(text), ())
    assert term.span.end - term.span.start > 60
    assert demand.span.quote(text).endswith("soldiers")


STATES = "The government of Norvia and the government of Kessara share the canal. "
CITY = STATES + "The council met in the town hall. Pupils had been taught in tents since the flood. " * 40


def test_a_clause_far_from_any_text_waits_for_a_person() -> None:
    said = "The bridge would be reopened on Monday."
    far = "Talks on the war go on in Dalmar.\n\nThe mayor spoke.\n\nRain fell.\n\nThe market was full.\n\n"
    (alone,) = find_provisions(page_of(far + said), ())
    (near,) = find_provisions(page_of(far + "A draft agreement has leaked.\n\n" + said), ())
    assert NO_TEXT in alone.doubts
    assert not near.unsure


def test_a_long_report_without_war_or_talks_states_no_term_of_a_text() -> None:
    said = "The plan would cap the tolls on the canal at five crowns."
    assert len(CITY) > SHORT
    (city,) = find_provisions(page_of(f"{CITY}\n\n{said}"), ())
    (war,) = find_provisions(page_of(f"{CITY}\n\nThe truce holds. Envoys met for talks. {said}"), ())
    assert NO_TALKS in city.doubts
    assert not war.unsure


@pytest.mark.parametrize("said", ["Norvia demands that the tolls be cut.", "Norvia rejects the tolls."])
def test_in_such_a_report_demands_and_stances_wait_too(said: str) -> None:
    def items(text: str) -> list[Provision | Position]:
        provisions = find_provisions(page := page_of(text), ())
        return [*provisions, *find_positions(page, (), provisions)]

    city = items(f"{CITY}\n\n{said}")
    war = items(f"{CITY}\n\nThe truce holds. Envoys met for talks. {said}")
    assert city
    assert all(item.unsure and NO_TALKS in item.doubts for item in city)
    assert any(not item.unsure for item in war)


@pytest.mark.parametrize(
    ("said", "is_one"),
    [
        ("Blue helmets should stand on the ridge so that nobody crosses it at night.", True),
        ("Nobody ought to cross the ridge at night.", True),
        ("The draft says blue helmets should stand on the ridge.", False),
        ("Blue helmets would stand on the ridge.", False),
    ],
)
def test_a_wish_in_nobodys_mouth_is_no_term(said: str, is_one: bool) -> None:
    """Free indirect speech: unless a text is named in the sentence, whose wish it is stays open."""
    page = page_of(LEAD + said)
    term = Span(len(LEAD), len(page.text) - 1)
    assert wished(page, page.sentences[-1], term, None) is is_one


def test_a_wish_that_somebody_voices_is_a_claims() -> None:
    page = page_of(LEAD + "Blue helmets should stand on the ridge.")
    claim = Claim(source=(), cue=(), content=(page.sentences[-1],), kind="institution_unspecified", party="Norvia")
    assert not wished(page, page.sentences[-1], page.sentences[-1], claim)
