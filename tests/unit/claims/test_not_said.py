"""What the model sees surely and nobody states: it waits for a person, or is left out; the near reading is stated."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions.drafts import texts_called
from nonpaper.claims.provisions.seen import seen_terms
from nonpaper.claims.stances.seen import seen_stances
from nonpaper.claims.terms import RawStance
from nonpaper.model.codes import PresentedAs
from nonpaper.model.span import Span
from tests.unit.claims.sights import plain_sight

LEAD = "The government of Kessara and the government of Norvia are at war. A draft agreement was seen. "


def stated(said: str, words: str, presented: PresentedAs = "draft") -> bool:
    """Whether a sure sight of some words as a term is stated."""
    page = page_of(LEAD + said)
    sight = plain_sight(page, words, presented, "sanctions", after=len(LEAD))
    return any(not p.unsure for p in seen_terms(page, [sight], texts_called(page)))


@pytest.mark.parametrize(
    ("said", "words", "presented", "is_stated"),
    [
        ("Norvia has ruled out paying a single dinar.", "paying a single dinar", "demand", False),
        ("Norvia insists on being paid in full.", "being paid in full", "demand", True),
        ("It gives both sides until 3 May to answer.", "both sides until 3 May to answer", "draft", False),
        ("It gives Norvia until 3 May to lift sanctions.", "Norvia until 3 May to lift sanctions", "draft", True),
        ("One aide said it was still in brackets.", "it was still in brackets", "draft", False),
        ("In the text Norvia lifts its sanctions.", "Norvia lifts its sanctions", "draft", True),
        ("The text names Norvia and Kessara.", "Norvia and Kessara", "draft", False),
        ("The talks produced an agreement to lift sanctions.", "an agreement to lift sanctions", "draft", False),
        ("It would dramatically reshape the sanctions.", "would dramatically reshape the sanctions", "draft", False),
    ],
)  # fmt: skip
def test_what_is_no_term_is_not_stated(said: str, words: str, presented: PresentedAs, is_stated: bool) -> None:
    assert stated(said, words, presented) is is_stated


@pytest.mark.parametrize(
    ("said", "is_stated"),
    [
        ("Norvia would sign anything, its president said.", True),
        ("Norvia would sign anything, its president joked.", False),
    ],
)
def test_a_joke_tells_no_stance(said: str, is_stated: bool) -> None:
    page = page_of(LEAD + said)
    start = len(LEAD)
    sight = RawStance(
        span=Span(start, len(page.text) - 1),
        sure=0.97,
        stance="rejects",
        stance_sure=0.97,
        topics=(("ceasefire", 0.9),),
        basis="self",
        holder=Span(start, start + len("Norvia")),
    )
    assert any(not p.unsure for p in seen_stances(page, [sight], [])) is is_stated
