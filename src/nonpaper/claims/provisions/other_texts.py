"""Clauses of another text than the one under negotiation, and what speaks against a clause as this one's."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page, paragraph_at, sentence_before
from nonpaper.claims.provisions.comparing import head_of, is_compared, newer_from
from nonpaper.claims.provisions.reasons import NO_TEXT, OTHER_TEXT, WANTED
from nonpaper.claims.provisions.text_near import is_about_one, text_near
from nonpaper.model.codes import PresentedAs
from nonpaper.model.span import Span

# What one side does for what the other does is a term of a bargain, named or not.
_EXCHANGE = re.compile(r"\W*In (?:exchange|return)\b")
_WAS_TO = re.compile(r"\b(?:was|were) to\b")
_DEMANDS = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|conditions|insist(?:s|ed|ing)?|ask(?:s|ed) for|call(?:s|ed) for|wish list|wants|wanted|red lines?"
    r"|propos(?:es|ed|ing)|suggest(?:s|ed|ing)?|offer(?:s|ed|ing)?|float(?:s|ed|ing)|tabled|put forward|ideas?|options?|alternatives?|would (?:like|prefer))\b",
    re.IGNORECASE,
)
OTHER = re.compile(
    r"\b(?:earlier|previous|former|older|old|first|original|last year’s|last year's|winter|spring|summer|autumn|January|February|March|April|May|June|July|August"
    r"|September|October|November|December|(?:19|20)\d\d) (?:text|plan|draft|paper|deal|agreement|version|truce|accord|treaty|document|proposal)s?\b"
    r"|\bearlier versions?\b|\bthe deal that (?:collapsed|failed)\b",
    re.IGNORECASE,
)
_FLOATED = re.compile(
    r"\b(?:idea|proposal|compromise|formula|suggestion)s? (?:that )?(?:was |were |is |are )?(?:floated|put forward|made|tabled|advanced) by\b",
    re.IGNORECASE,
)


def doubts_of(page: Page, sentence: Span, term: Span) -> tuple[str, ...]:
    """Why a clause may not be the text's: an earlier text's past, or somebody's demands just before it."""
    around = paragraph_at(page, sentence.start) or sentence
    last = sentence_before(page, sentence.start) or sentence
    before = page.text[max(last.start, around.start) : term.start]
    out = [] if text_near(page, term) or is_about_one(page) or _EXCHANGE.match(sentence.quote(page.text)) else [NO_TEXT]
    out += [OTHER_TEXT] if _WAS_TO.search(term.quote(page.text)) or OTHER.search(before) else []
    return (*out, WANTED) if _DEMANDS.search(before) else tuple(out)


def presented_at(said: str, at: int) -> PresentedAs:
    """What a term that begins at a place of a sentence is presented as, by its own clause where two texts are told."""
    newer = newer_from(said)
    if newer is None:
        return _presented(said)
    return _presented(said[newer:]) if at >= newer else "comparison"


def _presented(said: str) -> PresentedAs:
    if is_compared(said) or OTHER.search(head_of(said)):
        return "comparison"
    return "proposal" if _FLOATED.search(said) else "draft"
