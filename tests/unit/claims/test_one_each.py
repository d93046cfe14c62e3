"""A rule's stretch in which the model sees several terms becomes these, and stays whole where it does not."""

from __future__ import annotations

import pytest

from nonpaper.claims.provisions.one_each import one_each
from nonpaper.claims.terms import RawTerm
from nonpaper.model.span import Span
from nonpaper.text.near import Near


def _cut(text: str, *words: str, sure: float = 0.95) -> list[str]:
    """What becomes of all of `text`, where the model sees each of `words`."""
    spans = [Span(text.index(w), text.index(w) + len(w)) for w in words]
    seen = [
        RawTerm(
            span=s,
            sure=sure,
            topics=(),
            presented_as="draft",
            presented_sure=0.9,
            modality="must",
            text_status="in",
        )
        for s in spans
    ]
    return [s.quote(text) for s in one_each(text, Span(0, len(text)), seen, Near(spans))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a tenth goes to the fund, and Norvia keeps the rest", ("a tenth goes to the fund,", "Norvia keeps the rest")),
        (
            "the fleet will be disarmed by May and Kessara stops all flights",
            ("the fleet will be disarmed by May", "Kessara stops all flights"),
        ),
        (
            "buses run twice a week, neither side searches them",
            ("buses run twice a week", "neither side searches them"),
        ),
    ],
)
def test_clauses_that_are_seen_apart_are_terms_of_their_own(text: str, words: tuple[str, ...]) -> None:
    assert _cut(text, *words) == [w.rstrip(",") for w in words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("if Norvia fires, the guarantee would be void", ("if Norvia fires", "the guarantee would be void")),
        ("the church to be given status and freedom of work", ("the church to be given status", "freedom of work")),
        ("a tenth goes to the fund and back", ("a tenth goes to the fund",)),
        ("he wants that", ("wants that",)),
        ("Norvia pays and Kessara waits", ("Norvia pays", "Kessara waits")),
    ],
)
def test_conditions_halves_and_scraps_are_not_cut_off(text: str, words: tuple[str, ...]) -> None:
    assert _cut(text, *words) == [text]


def test_what_is_seen_faintly_cuts_nothing() -> None:
    text = "a tenth goes to the fund, and Norvia keeps the rest"
    assert _cut(text, "a tenth goes to the fund", "Norvia keeps the rest", sure=0.7) == [text]


def test_one_term_alone_in_a_long_stretch_is_what_is_seen_of_it() -> None:
    text = "a tenth, as a banker in the capital put it over lunch, goes to the fund for widows"
    assert _cut(text, "goes to the fund for widows") == ["goes to the fund for widows"]
    assert _cut(text, "goes to the fund for widows", sure=0.82) == [text]
