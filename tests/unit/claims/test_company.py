"""A term of which one thing is not plain is stated where a plain term beside it, or a plain sight, settles that."""

from __future__ import annotations

from msgspec.structs import replace

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions.company import of_news, settled
from nonpaper.claims.provisions.reasons import NO_TEXT, UNLIKE, WEAK
from nonpaper.claims.terms import RawTerm
from nonpaper.model.codes import PresentedAs
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span
from nonpaper.text.near import Near
from tests.unit.claims.sights import plain_sight

TEXT = (
    "The draft treaty was read at the peace talks. "
    "Norvia would leave the port and Kessara would pay a fine. The fleet would be sold."
)


def _term(words: str, *doubts: str, presented_as: PresentedAs = "draft") -> Provision:
    at = TEXT.index(words)
    return Provision(
        topic="withdrawal",
        span=Span(at, at + len(words)),
        presented_as=presented_as,
        unsure=bool(doubts),
        doubts=doubts,
    )


def _unsure(*terms: Provision) -> list[bool]:
    return [t.unsure for t in settled(page_of(TEXT), terms, (), Near())]


def test_a_plain_term_of_the_text_in_the_sentence_settles_it() -> None:
    assert _unsure(_term("Norvia would leave the port"), _term("Kessara would pay a fine", UNLIKE)) == [False, False]


def test_one_in_another_sentence_or_of_a_demand_does_not() -> None:
    assert _unsure(_term("Norvia would leave the port"), _term("The fleet would be sold", UNLIKE)) == [False, True]
    demand = _term("Norvia would leave the port", presented_as="demand")
    assert _unsure(demand, _term("Kessara would pay a fine", UNLIKE)) == [False, True]


def test_any_other_doubt_stays() -> None:
    plain = _term("Norvia would leave the port")
    assert _unsure(plain, _term("Kessara would pay a fine", WEAK)) == [False, True]
    assert _unsure(plain, _term("Kessara would pay a fine", UNLIKE, WEAK)) == [False, True]
    assert _unsure(plain, _term("Kessara would pay a fine", UNLIKE, presented_as="demand")) == [False, True]


def _with_sight(*doubts: str, sure: float = 0.9, presented_as: PresentedAs = "draft") -> bool:
    """Whether a term with these doubts waits where the model sees it so."""
    term = _term("The fleet would be sold", *doubts)
    sight = RawTerm(
        span=term.span,
        sure=sure,
        topics=(),
        presented_as=presented_as,
        presented_sure=0.99,
        modality="must",
        text_status="in",
    )
    return settled(page_of(TEXT), [term], [sight], Near([term.span]))[0].unsure


def test_a_plain_sight_stands_for_the_text_that_is_not_named() -> None:
    assert not _with_sight(NO_TEXT)
    assert _with_sight(NO_TEXT, sure=0.7)
    assert _with_sight(NO_TEXT, presented_as="demand")
    assert _with_sight(NO_TEXT, WEAK)


def _news(sure: float, count: int) -> list[bool]:
    """Whether a term waits in news of a port where the model sees so many terms so surely."""
    text = "The port was open. " * 100 + " ".join(f"Kessara would sell mill number {i}." for i in range(count))
    page = page_of(text)
    sights = [plain_sight(page, f"Kessara would sell mill number {i}", "draft", "other") for i in range(count)]
    terms = [Provision(topic="other", span=sight.span, presented_as="draft") for sight in sights]
    return [t.unsure for t in of_news(page, terms, [replace(sight, sure=sure) for sight in sights])]


def test_in_a_report_of_other_news_several_very_plain_sights_speak_for_a_text() -> None:
    assert _news(0.95, 3) == [False] * 3
    assert _news(0.85, 3) == [True] * 3
    assert _news(0.95, 2) == [True] * 2
