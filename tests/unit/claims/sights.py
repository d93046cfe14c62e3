"""What the tests of terms let the model see."""

from __future__ import annotations

from nonpaper.claims.page import Page
from nonpaper.claims.terms import RawTerm
from nonpaper.model.codes import PresentedAs, Topic
from nonpaper.model.span import Span


def plain_sight(page: Page, words: str, presented: PresentedAs, topic: Topic, after: int = 0) -> RawTerm:
    """A sure sight of some words of a page, which stand at or behind `after`, as a term."""
    start = page.text.index(words, after)
    return RawTerm(
        span=Span(start, start + len(words)),
        sure=0.95,
        topics=((topic, 0.9),),
        presented_as=presented,
        presented_sure=0.99,
        modality="must",
        text_status="in",
    )
