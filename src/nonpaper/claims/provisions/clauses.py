"""Terms that a report gives as its own clauses: "the army would pull back, tolls would be shared", whoever speaks.

A report names a text once and goes on for paragraphs in its mood, or lets those who know it speak so. Such a clause is a
term where its verb is a deed of a text (deeds.toml), its subject is no speaker, and nothing around it makes it a
forecast, a threat, a wish or somebody's own promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nonpaper.claims.contents import contents_of, size
from nonpaper.claims.page import Page, found_in, may_hold
from nonpaper.claims.provisions.deeds import deed_words, mood, mood_words, supposes
from nonpaper.claims.provisions.other_texts import doubts_of, presented_at
from nonpaper.claims.provisions.split import terms_in
from nonpaper.claims.provisions.told_deeds import SAYING, THE_TEXT, told_deeds
from nonpaper.model.claim import Claim
from nonpaper.model.codes import PresentedAs
from nonpaper.model.span import Span
from nonpaper.text.openings import openings

# "a sentence under which the truce goes on", "the article by which it takes a third".
_RELATIVE = re.compile(
    r"\b(?:clause|article|chapter|annex|paragraph|sentence|passage|provision|letter|point|text|plan|draft|deal|compromise|formula|paper|arrangement"
    r"|agreement|truce|exchange|outline|understanding|accord|scheme|version|memorandum|pact|package|framework|timetable|schedule|swap|arrangement|protocol|treaty|annex|stage|phase|one)s?,? (?:under|by|in) which\s+",
    re.IGNORECASE,
)
_WHICH = openings(["which "])


def clause_terms(page: Page, claims: Sequence[Claim]) -> Iterator[tuple[Span, Span, PresentedAs, tuple[str, ...]]]:
    """Each term with its sentence and what it is presented as, in text order; linear in the text."""
    contents = contents_of(claims)
    for sentence in page.sentences:
        said = sentence.quote(page.text)
        if said.rstrip().endswith("?") or supposes(said):
            continue
        relative = _RELATIVE.search(said) if may_hold(page, sentence, _WHICH) else None
        if relative and not SAYING.search(said[relative.end() :]):
            term = _whole(page, Span(sentence.start + relative.end(), sentence.end))
            yield term, sentence, presented_at(said, relative.end()), doubts_of(page, sentence, term)
            continue
        if not _in_mood(page, sentence) and not any(claims[i].kind in THE_TEXT for i in contents.overlapping(sentence)):
            continue
        holding = [claims[i] for i in contents.overlapping(sentence) if _speaks(page, claims[i])]
        for stretch, claim in _stretches(sentence, holding):
            for term in told_deeds(page, stretch, claim):
                presented = presented_at(said, term.start - sentence.start)
                yield term, sentence, presented, doubts_of(page, sentence, term)


def _in_mood(page: Page, sentence: Span) -> bool:
    """Whether a deed stands in a text's mood; an apostrophe may stand before the mood, where no word begins."""
    if not (may_hold(page, sentence, mood_words()) and may_hold(page, sentence, deed_words())):
        return False
    if found_in(page, sentence, mood(), mood_words()) is not None:
        return True
    said = sentence.quote(page.text)
    return ("’" in said or "'" in said) and mood().search(said) is not None


def _whole(page: Page, stretch: Span) -> Span:
    """The first term of a stretch."""
    return next(iter(terms_in(page.text, stretch)), stretch)


def _speaks(page: Page, claim: Claim) -> bool:
    """Whether somebody speaks in a claim; where its cue is itself in a text's mood ("would write into its law") nobody does."""
    return bool(claim.content) and not mood().search(" ".join(piece.quote(page.text) for piece in claim.cue))


def _stretches(sentence: Span, holding: Sequence[Claim]) -> Iterator[tuple[Span, Claim | None]]:
    """The sentence, or what claims hold of it, each with the smallest claim."""
    if not holding:
        yield sentence, None
        return
    done: set[Span] = set()
    for claim in sorted(holding, key=size):
        for piece in claim.content:
            start, end = max(piece.start, sentence.start), min(piece.end, sentence.end)
            if start < end and not any(d.overlaps(Span(start, end)) for d in done):
                done.add(Span(start, end))
                yield Span(start, end), claim
