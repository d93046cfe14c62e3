"""What speaks against words as a text's term: an older text, what follows from a text, no text named near."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.comparing import is_likened, is_replaced
from nonpaper.claims.provisions.cues import starts
from nonpaper.claims.provisions.deeds import permits
from nonpaper.claims.provisions.other_texts import OTHER
from nonpaper.claims.provisions.plainness import PLAIN, PLAINEST, of_a_text
from nonpaper.claims.provisions.reasons import NO_TEXT, OTHER_TEXT, UNLIKE, WEAK
from nonpaper.claims.provisions.sights.around import BESIDE, SHORTLY, around_of, nameless_of
from nonpaper.claims.provisions.sights.grounds import HELD_RIGHT
from nonpaper.claims.provisions.terms_of_art import deadline_in
from nonpaper.claims.provisions.text_near import text_near
from nonpaper.claims.terms import RawTerm
from nonpaper.model.span import Span

PERMITTED = 0.8
"""How sure a sight of what somebody may do must be, since "may" tells of what is only feared or hoped as well."""
# What somebody holds against a text, and is none of its terms.
_ARGUED = re.compile(
    r"\b(?:argu(?:e|es|ed|ing)|warn(?:s|ed|ing)?|fear(?:s|ed|ing)?|complain(?:s|ed|ing)?)\s+(?:\w+\s+)?that\b",
    re.IGNORECASE,
)
# What stands before a clause that only says when or if.
_WHEN = re.compile(r"\b(?:until|once|unless|if|should|when|whenever|as soon as|even if)\s+$", re.IGNORECASE)
# What something else waits for, from its middle on: "until Norvia credibly | and for ever gives up …".
_WITHIN_UNTIL = re.compile(r"\b(?:until|unless)\s+[^,;.:]{1,60}$", re.IGNORECASE)
# How a text itself fares: "the treaty stays in abeyance until …".
_STANDS = re.compile(
    r"(?:the |that )?(?:[\w’'-]+ ){0,4}(?:treaty|agreement|accord|deal|truce|pact) (?:is|are|was|stays?|remains?|holds?)\b(?! to\b)",
    re.IGNORECASE,
)
# What only points back: "the third said it was still in brackets".
_POINTS_BACK = re.compile(
    r"(?:it|this|that|they|these|those) (?:is|are|was|were|has|have|had|remains?)\b", re.IGNORECASE
)
# What is left of words that are nothing but names.
_NO_NOUN = re.compile(r"(?:the|an?|and|or|\W)*", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:which|who|whose|that)\s", re.IGNORECASE)


def against(page: Page, said: str, term: RawTerm, plain: bool) -> Iterator[str]:
    """What speaks against words as a draft's term: an older text, what follows from a text, no text named near."""
    around = around_of(page, term)
    replaced = is_replaced(around.quote(page.text), term.span.start - around.start, term.span.end - around.start)
    likened = is_likened(page.text[around.start : term.span.start].rstrip())
    if replaced or likened or OTHER.search(page.text, around.start, term.span.end):
        yield OTHER_TEXT
    if (
        said.isupper()
        or _WHEN.search(page.text, max(around.start, term.span.start - SHORTLY), term.span.start)
        or _WITHIN_UNTIL.search(page.text, max(around.start, term.span.start - BESIDE), term.span.start)
        or said.strip() in (deadline_in(said) or "")
        or _follows_from(page, around, said, term)
        or starts("not_a_term", "object").match(said)
        or _ARGUED.search(page.text, around.start, term.span.start)
        or _RELATIVE.match(said)
        or _STANDS.match(said)
        or _POINTS_BACK.match(said)
        or _NO_NOUN.fullmatch(nameless_of(page, term.span))
    ):
        yield WEAK
    if not of_a_text(page, term, plain_topic=plain):
        yield NO_TEXT
    if HELD_RIGHT.search(around.quote(page.text)):
        yield UNLIKE


def _follows_from(page: Page, around: Span, said: str, term: RawTerm) -> bool:
    """Whether words tell what may come of a text; what it lets somebody do, seen plainly, is its term."""
    if permits(said) and term.sure >= PERMITTED and term.presented_sure >= PLAIN and text_near(page, term.span):
        return False
    start = max(around.start, term.span.start - SHORTLY)
    found = (m.group() for m in starts("not_a_term", "after").finditer(page.text, start, term.span.end))
    plain = term.sure >= VERY_SURE and term.presented_sure >= PLAINEST
    return any(not (plain and word.strip().casefold() in _OF_TEXTS) for word in found)


VERY_SURE = 0.9
"""From here on "may" and "surrender" are taken for a text's: of ten such sights, all ten were of terms."""
_OF_TEXTS = frozenset({"may", "surrender"})
