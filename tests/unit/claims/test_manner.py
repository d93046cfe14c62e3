"""In whose words, in what mood, how likely, and how a document is known."""

from __future__ import annotations

import pytest

from nonpaper.claims.cues import table
from nonpaper.claims.page import page_of
from nonpaper.claims.sources.manner import _listed, access, likelihood, manner, mood
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span


def claim(text: str, content: str, kind: str = "document_seen") -> Claim:
    at = text.index(content)
    return Claim(source=(Span(0, 3),), cue=(), content=(Span(at, at + len(content)),), kind=kind)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "content", "how"),
    [
        ("She said “the army stays as it is”.", "“the army stays as it is”", "verbatim"),
        ("She said the army stays as it is.", "the army stays as it is", "paraphrase"),
        ("She said the army “stays as it is” for now.", "the army “stays as it is” for now", "mixed"),
    ],
)
def test_in_whose_words(text: str, content: str, how: str) -> None:
    assert manner(page_of(text), claim(text, content)) == how


@pytest.mark.parametrize(
    ("content", "how"),
    [
        ("the plan would halve the army", "conditional"),
        ("the envoys will meet", "future"),
        ("the envoys are expected to meet", "future"),
        ("the plan halves the army", "plain"),
    ],
)
def test_in_what_mood(content: str, how: str) -> None:
    text = f"She said {content}."
    assert mood(page_of(text), claim(text, content)) == how


def test_words_of_likelihood_are_quoted() -> None:
    text = "She said a signing is highly unlikely."
    found = likelihood(page_of(text), claim(text, "a signing is highly unlikely"))
    assert [span.quote(text) for span in found] == ["highly unlikely"]


@pytest.mark.parametrize(
    ("text", "content", "how"),
    [
        ("The Post, which obtained a copy of the draft, says it has ten points.", "it has ten points", "obtained"),
        ("The draft, seen by the Post, has ten points.", "has ten points", "seen"),
        ("Two people briefed on the draft say it has ten points.", "it has ten points", "described"),
        ("The draft has ten points.", "has ten points", None),
    ],
)
def test_how_a_document_is_known(text: str, content: str, how: str | None) -> None:
    assert access(page_of(text), claim(text, content)) == how


def test_a_minister_is_no_document() -> None:
    text = "The minister, seen by the Post, says it has ten points."
    assert access(page_of(text), claim(text, "it has ten points", "on_record_principal")) is None


@pytest.mark.parametrize("name", ["likelihood", "mood", "access"])
def test_every_row_of_data_is_held_by_its_example(name: str) -> None:
    for row in table("tone")[name]:
        assert _listed(name, row.get(name, "")).search(row["example"]), row
