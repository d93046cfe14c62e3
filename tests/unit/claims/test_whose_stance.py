"""Whose a stance is where its words are cut, point back, or name nobody."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from nonpaper.claims.page import Page, page_of
from nonpaper.claims.stances.hints import Hints
from nonpaper.claims.stances.holder import speaker_at, subject_of, whole
from nonpaper.claims.stances.objects import object_of
from nonpaper.claims.stances.seen import seen_stances
from nonpaper.claims.terms import RawStance
from nonpaper.claims.who import holder_of
from nonpaper.model.claim import Claim
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

LEAD = "The government of Norvia and the government of Kessara met again. Norvia and Kessara are at war. "


def at(page: Page, words: str) -> Span:
    start = page.text.rindex(words)
    return Span(start, start + len(words))


def told(page: Page, source: str, content: str) -> Claim:
    said = (at(page, source),), (at(page, content),)
    return Claim(source=said[0], cue=(), content=said[1], kind="unnamed_official", party="Kessara")


@pytest.mark.parametrize(
    ("cut", "full"),
    [
        ("Kess", "Kessara"),
        ("The", "The Kessarans"),
        ("the", "the ministry"),
        ("Fort", "Fort Ansel"),
        ("Mar", "Marek"),
        ("its envoy", "its envoy"),
    ],
)
def test_a_cut_holder_is_made_whole(cut: str, full: str) -> None:
    page = page_of(f"{LEAD}{full} would not sign.")
    begins = page.text.rindex(full)
    assert whole(page, Span(begins, begins + len(cut))).quote(page.text) == full


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("On Sunday its defence ministry repeated that it wanted neutrality.", "its defence ministry"),
        ("But she ruled out a vote.", "she"),
        ("The army has accepted the number.", "The army"),
        ("Rain fell on the delegations.", None),
    ],
)
def test_a_stance_without_a_holder_is_whose_clause_it_is(said: str, who: str | None) -> None:
    page = page_of(LEAD + said)
    found = subject_of(page, at(page, said))
    assert (found.quote(page.text) if found else None) == who


def test_we_is_whoever_speaks() -> None:
    page = page_of(f'{LEAD}"The number is too high. We will never sign it," the Kessaran envoy said.')
    claim = told(page, "the Kessaran envoy", "The number is too high.")
    assert speaker_at(page, at(page, "We").start, [claim]) == "Kessara"
    assert speaker_at(page, at(page, "We").start, []) is None


def test_the_speaker_of_the_last_sentence_is_he() -> None:
    page = page_of(f'{LEAD}"No," the Kessaran envoy said. Then he left the hall.')
    claim = told(page, "the Kessaran envoy", "No")
    assert holder_of(page, at(page, "he"), [claim]) == "Kessara"
    assert holder_of(page, at(page, "he"), [replace(claim, party=None)]) is None


def test_the_ambassador_is_the_one_who_was_named_with_his_state() -> None:
    before = f"{LEAD}The Kessaran ambassador rolled up the chart. "
    page = page_of(f"{before}The ambassador denied it.")
    assert holder_of(page, at(page, "The ambassador"), []) == "Kessara"
    two = page_of(f"{before}The Norvian ambassador smiled. The ambassador denied it.")
    assert holder_of(two, at(two, "The ambassador"), []) is None


def test_the_government_is_no_movements() -> None:
    page = page_of(
        "Talks between Norvia and the Hill Liberation Front (HLF) went on. "
        "Norvia and the HLF are at war. Norvia waits. The HLF wants judges; the government would agree to them."
    )
    assert holder_of(page, at(page, "the government"), []) == "Norvia"


def stated(said: str, speaker: str, content: str, stance: str, sure: float = 0.9) -> list[Position]:
    page = page_of(LEAD + said)
    claim = told(page, speaker, content)
    seen = RawStance(
        span=at(page, stance),
        sure=sure,
        stance="rejects",
        stance_sure=0.95,
        topics=(("force_limits", 0.9),),
        basis="self",
    )
    return list(seen_stances(page, [seen], [claim]))


def test_what_a_speaker_says_of_himself_is_his_where_nobody_else_is_named() -> None:
    said = '"The cap was out of the question," a Kessaran official said.'
    (position,) = stated(said, "a Kessaran official", "The cap was out of the question", said)
    assert (position.party, position.unsure) == ("Kessara", False)
    (faint,) = stated(said, "a Kessaran official", "The cap was out of the question", said, 0.62)
    assert faint.unsure


def test_what_begins_before_the_speaker_is_mentioned_may_be_anothers() -> None:
    said = "Until then they had refused the cap, and a Kessaran official said it was dead."
    (position,) = stated(said, "a Kessaran official", "the cap, and a Kessaran official said it was dead", said)
    assert position.unsure


@pytest.mark.parametrize(
    ("words", "topic"),
    [
        ("a demand that the premier has called interference in its affairs", None),
        ("a demand for an amnesty which Norvia describes as aggression", "amnesty"),
        ("a pledge of non-interference", "non_aggression"),
        ("he would oppose any deal that leaves the movement in power", "plan"),
        ("he would oppose that the army leaves the port", "withdrawal"),
        ("joining the European Union", "eu_membership"),
        ("dismissed the report as “theatre”", "process"),
        ('called it a "school play"', None),
        ("dismissed the school reform as theatre", "culture_education"),
        ("duties on cloth, which the government in Norvia rejects", "economic_cooperation"),
    ],
)
def test_what_another_calls_a_demand_is_not_what_it_is_for(words: str, topic: str | None) -> None:
    assert object_of(words) == topic


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("Norvia disputes that reading.", "withdrawal"),
        ("A Norvian spokesman contradicted this account the same evening.", "withdrawal"),
        ("Norvia's army denied the report.", "withdrawal"),
        ("Norvia denied the report on fishing.", None),  # another report
        ("Norvia denied it had met anyone.", None),
        ("Norvia rejected it.", "withdrawal"),
        ("Norvia agreed to this.", "withdrawal"),
        ("Norvia rejected its terms.", None),
        ("A truce is a red line for Norvia, and it will never accept it.", None),
    ],
)
def test_what_was_told_and_is_denied_is_the_term_before(said: str, topic: str | None) -> None:
    text = "The draft has Norvia leave the port, an envoy said. " + said
    term = "Norvia leave the port"
    start = text.index(term)
    provision = Provision(
        span=Span(start, start + len(term)),
        topic="withdrawal",
        presented_as="draft",
        text_status="in",
        status="reported",
    )
    hints = Hints(page_of(text), [provision], [])
    assert hints.referred(Span(text.index(said), len(text) - 1), "process") == topic
