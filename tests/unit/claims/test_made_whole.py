"""A content that breaks off before its noun, or before an aside that names who said it, is made whole."""

from __future__ import annotations

import pytest

from nonpaper.claims.page import page_of
from nonpaper.claims.sources import claims_of
from tests.unit.claims.attributed import attributed, words_of


@pytest.mark.parametrize(
    ("text", "raw", "content"),
    [
        ("Norvia published the second full list.", ("Norvia", "published", "the second"), "the second full list"),
        ("The minister rejected its ruling of May.", ("The minister", "rejected", "its"), "its ruling"),
        ("Ana Torvel praised guards of the north.", ("Ana Torvel", "praised", "guards of the"), "guards of the north"),
        ("Ana Torvel said it would be a mistake.", ("Ana Torvel", "said", "it would be a"), "it would be a mistake"),
        ("Ana Torvel praised the courage of guards.", ("Ana Torvel", "praised", "the courage"), "the courage"),
        ("Ana Torvel praised the – rare – calm.", ("Ana Torvel", "praised", "the"), "the"),
        ("Ana Torvel praised the would-be peace.", ("Ana Torvel", "praised", "the"), "the"),
    ],
)  # fmt: skip
def test_a_content_that_ends_in_an_article_goes_on_to_its_noun(
    text: str, raw: tuple[str, str, str], content: str
) -> None:
    page = page_of(text)
    (claim,) = claims_of(page, attributed(text, raw))
    assert words_of(page, claim.content) == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The plan, as described by Ana Torvel, keeps the army small.", "The plan … keeps the army small"),
        ("The plan, as outlined by Ana Torvel, keeps the army small.", "The plan … keeps the army small"),
        ("The plan described Ana Torvel well.", "The plan"),
    ],
)  # fmt: skip
def test_an_aside_interrupts_its_content_whether_or_not_its_small_words_are_tagged(text: str, content: str) -> None:
    cue = "outlined" if "outlined" in text else "described"
    page = page_of(text)
    (claim,) = claims_of(page, attributed(text, ("Ana Torvel", cue, "The plan")))
    assert words_of(page, claim.content) == content
