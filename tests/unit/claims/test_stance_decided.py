"""What decides a stance that is not plain by itself: its words, what stands by it, how many stand together."""

from __future__ import annotations

import msgspec
import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.stances import find_positions
from nonpaper.claims.stances.hints import Hints
from nonpaper.claims.stances.parts import AHEAD, from_source
from nonpaper.claims.stances.seen import seen_stances
from nonpaper.claims.terms import RawStance
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance
from nonpaper.model.position import Position
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span
from tests.unit.claims.told import LEAD


def seen(words: str, stance: Stance, code: float = 0.98, sure: float = 0.9, told_by: str | None = None) -> Position:
    """The one position that the model's sight of some words gives, said by an envoy where `told_by` is a party."""
    said = f"An envoy said that {words}." if told_by else f"{words}."
    page = page_of(LEAD + said)
    start = page.text.index(words, len(LEAD))
    span = Span(start, start + len(words))
    holder = Span(start, start + len("Kessara"))
    topics = {"borders": 0.9, "elections": 0.1}
    raw = RawStance(
        span=span, sure=sure, stance=stance, stance_sure=code, basis="self", topics=tuple(topics.items()), holder=holder
    )
    source = Span(len(LEAD), len(LEAD) + len("An envoy"))
    claim = Claim(source=(source,), cue=(), content=(span,), kind="unnamed_official", party=told_by)
    (found,) = seen_stances(page, [raw], [claim] if told_by else [])
    return found


@pytest.mark.parametrize(
    ("words", "model", "stance"),
    [
        ("Kessara reacted angrily to the clause on the border", "rejects", "criticises"),
        ("Kessara has yet to answer on the border", "rejects", "reserves"),
        ("Kessara will close the border unless the envoys leave", "rejects", "threatens"),
        ("Kessara will accept the border if the envoys leave", "accepts", "accepts_if"),
    ],
)
def test_words_tell_a_stance_more_exactly_than_the_model(words: str, model: Stance, stance: Stance) -> None:
    found = seen(words, model, code=0.8)
    assert (found.stance, found.unsure) == (stance, False)
    assert seen(words, model, code=0.99).stance == model


def test_words_of_the_other_sign_never_decide() -> None:
    found = seen("Kessara rejected the clause on the border", "accepts", code=0.8)
    assert (found.stance, found.unsure) == ("accepts", True)


def test_a_faint_sight_is_borne_out_by_its_words() -> None:
    assert not seen("Kessara rejected the clause on the border", "rejects", sure=0.55).unsure
    assert seen("Kessara waved at the clause on the border", "rejects", sure=0.55).unsure
    assert seen("Kessara rejected the clause on the border", "rejects", sure=0.55, told_by="Norvia").unsure


OTHER = " ".join(["The weather in the hills was fair and the harvest came in late."] * 30)


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("Kessara rejected the pullback. Kessara accepted the swap. Norvia rejected the swap.", True),
        ("Kessara rejected the pullback. Kessara accepted the swap.", False),
        ("Kessara rejected the pullback. Norvia rejected the swap.", False),
    ],
)
def test_dense_stances_of_two_parties_tell_that_a_report_is_of_talks(said: str, sure: bool) -> None:
    page = page_of(f"The government of Kessara met the government of Norvia. {OTHER} {said}")
    found = find_positions(page, (), ())
    assert found
    assert all(p.unsure != sure for p in found)


def test_a_source_longer_than_what_it_says_is_not_quoted_with_it() -> None:
    text = "Two of the team, in the corridor, on condition that nobody names them, grumbled that the spares were crumbs"
    cue, content = text.index("grumbled"), text.index("that the spares")
    claim = Claim(
        source=(Span(0, cue - 2),), cue=(Span(cue, cue + 8),), content=(Span(content, len(text)),), kind="none"
    )
    assert from_source(claim, claim.content[0]).start == cue
    near = msgspec.structs.replace(claim, source=(Span(cue - AHEAD, cue - 2),))
    assert from_source(near, claim.content[0]).start == cue - AHEAD
    terse = msgspec.structs.replace(claim, content=(Span(content, content + len("that")),))
    assert from_source(terse, terse.content[0]).start == 0


def test_what_names_nothing_is_about_the_plain_term_before_it_in_its_sentence() -> None:
    text = "A lighthouse falls to Norvia and Kessara would refuse. Norvia would refuse."
    page = page_of(text)
    term = Provision(span=Span(0, len("A lighthouse falls to Norvia")), topic="territory")
    hints = Hints(page, [term], [])
    at = text.index("would refuse")
    assert hints.topic(Span(at, at + 5)) == "territory"
    last = text.rindex("would refuse")
    assert hints.topic(Span(last, last + 5)) == "other"
