"""Where rules find terms by their cues: in lists, in what somebody wants, in frames of a text and in clauses of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.provisions.clauses import clause_terms
from nonpaper.claims.provisions.frame import Found, Frame
from nonpaper.claims.provisions.leads import lead_frame
from nonpaper.claims.provisions.no_terms import of_the_talks
from nonpaper.claims.provisions.running import framed
from nonpaper.claims.provisions.split import terms_in
from nonpaper.claims.provisions.wanted import wanted
from nonpaper.model.claim import Claim


def ruled(page: Page, claims: Sequence[Claim]) -> Iterator[Found]:
    """What may be a term by some rule's cue, the surest rules first; stretches of several rules may overlap."""
    yield from _listed(page)
    yield from _wanted(page, claims)
    yield from framed(page)
    yield from _told(page, claims)


def _listed(page: Page) -> Iterator[Found]:
    for block in page.lists:
        frame = lead_frame(page, block)
        if frame is None:
            continue
        for item in block.items:
            for term in terms_in(page.text, item.span):
                yield term, item.span, frame, item.number


def _wanted(page: Page, claims: Sequence[Claim]) -> Iterator[Found]:
    for frame in wanted(page, claims):
        for term in terms_in(page.text, frame.span):
            yield term, sentence_at(page, term.start) or term, frame, None


def _told(page: Page, claims: Sequence[Claim]) -> Iterator[Found]:
    for term, sentence, presented, doubts in clause_terms(page, claims):
        if of_the_talks(page, sentence, term):
            continue
        yield term, sentence, Frame(span=term, presented_as=presented, doubts=doubts), None
