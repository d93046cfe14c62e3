"""The words around a sight, and its own without the names in them."""

from __future__ import annotations

from nonpaper.claims.page import Page, mentions_in, sentence_near
from nonpaper.claims.provisions.no_terms import nameless
from nonpaper.claims.provisions.reserved import REACH
from nonpaper.claims.terms import RawTerm
from nonpaper.model.span import Span

SHORTLY = 20
"""Characters before a term in which a word says that it is a condition."""
BESIDE = 80
"""Characters before a term in which somebody may be said to want or offer it."""


def around_of(page: Page, term: RawTerm) -> Span:
    """What is looked through for a term: its sentence, within REACH, or its own words."""
    return sentence_near(page, term.span, REACH) or term.span


def nameless_of(page: Page, span: Span) -> str:
    """Some words without the names in them."""
    return nameless(page.text, span, mentions_in(page, span))
