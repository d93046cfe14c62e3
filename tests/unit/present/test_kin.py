"""Narrower accounts and open questions, as a reader of the page sees them."""

from __future__ import annotations

from nonpaper.drafts import consolidate
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report
from nonpaper.model.span import Span
from nonpaper.positions import matrix
from nonpaper.present.compare import questions
from nonpaper.present.material import material
from nonpaper.present.terms import TermView, drafts, kin_of


def reading(name: str, words: str) -> Reading:
    item = Provision(
        span=Span(0, len(words)), topic="withdrawal", obligor=("Kessara",), modality="must", draft="12-point"
    )
    report = Report(id=name, path=f"{name}.txt", outlet=name, published="2031-03-04")
    return Reading(report=report, text=words, provisions=(item,))


def seen(*said: tuple[str, str]) -> tuple[dict[str, TermView], list[tuple[str, list[str]]]]:
    """The terms of the page by the words of their first report, and its questions as (why, words of each side)."""
    readings = [reading(name, words) for name, words in said]
    of = material(readings, consolidate(readings), matrix(readings))
    terms = {t.accounts[0][1][0].quote.words: t for d in drafts(of, kin_of(of)) for t in d.terms}
    return terms, [(q.why, [quote.words for _, quote in q.sides]) for q in questions(of)]


def test_a_narrower_account_is_shown_with_the_wider_one_and_the_other_way_round() -> None:
    terms, asked = seen(("Post", "withdraw from the Sable Valley"), ("Wire", "withdraw from parts of the Sable Valley"))
    wide, narrow = terms["withdraw from the Sable Valley"], terms["withdraw from parts of the Sable Valley"]
    assert [(k.says, k.quote.words, k.anchor) for k in wide.kin] == [
        ("A report gives it more narrowly", "withdraw from parts of the Sable Valley", narrow.anchor)
    ]
    assert [(k.says, k.anchor) for k in narrow.kin] == [("A report gives it more widely", wide.anchor)]
    assert asked == []


def test_what_cannot_be_told_is_asked_with_a_plain_reason() -> None:
    terms, asked = seen(("Post", "withdraw from the Sable Valley"), ("Wire", "leave the areas it holds"))
    assert len(terms) == 2
    ((why, sides),) = asked
    assert sorted(sides) == ["leave the areas it holds", "withdraw from the Sable Valley"]
    assert why == "one of them is too general to tell"
