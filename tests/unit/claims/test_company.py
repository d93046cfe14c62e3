"""A term of which only the presentation is not plain is the text's where its sentence states another of the text."""

from __future__ import annotations

from nonpaper.claims.page import page_of
from nonpaper.claims.provisions.company import in_company
from nonpaper.claims.provisions.seen import UNLIKE, WEAK
from nonpaper.model.codes import PresentedAs
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span

TEXT = "Norvia would leave the port and Kessara would pay a fine. The fleet would be sold."


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
    return [t.unsure for t in in_company(page_of(TEXT), terms)]


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
