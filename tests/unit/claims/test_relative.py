"""A source inside a relative clause answers for that clause alone."""

from __future__ import annotations

from nonpaper.claims.page import page_of
from nonpaper.claims.sources.repair import repaired
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span

TEXT = "The two leaders work on a plan that, according to two reports, is built on old demands."


def test_the_source_answers_for_the_clause_it_stands_in() -> None:
    cue, source = TEXT.index("according to"), TEXT.index("two reports")
    claim = Claim(
        source=(Span(source, source + 11),),
        cue=(Span(cue, cue + 12),),
        content=(Span(0, 30), Span(source + 13, len(TEXT) - 1)),
    )
    (content,) = repaired(page_of(TEXT), claim).content
    assert content.quote(TEXT) == "is built on old demands"
