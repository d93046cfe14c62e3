"""What the words before a list make of its items: a text's terms, a party's demands, or neither."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

import msgspec

from nonpaper.claims.page import Page, edges, mentions_in
from nonpaper.claims.provisions.cues import anyof, heads_text, listed, starts, text_noun
from nonpaper.claims.provisions.drafts import draft_names
from nonpaper.claims.provisions.frame import Frame
from nonpaper.claims.provisions.frames import frame_of
from nonpaper.claims.sides import bound_before
from nonpaper.model.span import Span
from nonpaper.text.lists import ListBlock

_OBLIGED = re.compile(
    r"(?:require|oblige|force|demand(?:s|ing)?(?: that)?|commit|ask)s?\s+(?:that\s+)?(?:the\s+)?$", re.IGNORECASE
)
_TERMS = re.compile(
    r"\b(?:under|in|by) (?:its|the|their|that|this) (?:[\w’-]+ ){0,3}?(?:terms|deal|text|plan|paper|draft|understanding|accord|agreement|framework)\W*:$",
    re.IGNORECASE,
)


# "the conditions of the deal" are the deal's.
_OF_TEXT = re.compile(
    r"\b(?:of|in|under) (?:the|this|that|its) (?:[\w-]+ ){0,3}?(?:plan|draft|deal|agreement|accord|text|proposal|truce|document|treaty)\b",
    re.IGNORECASE,
)


@cache
def _cues(key: str) -> re.Pattern[str]:
    """One of the lists of leads.toml, as whole words."""
    data = listed("leads")
    return re.compile(rf"(?<!\w){anyof(data['lead'][key])}(?!\w)", re.IGNORECASE)


def lead_frame(page: Page, block: ListBlock) -> Frame | None:
    """The lead-in decides; a numbered list of a report that names a text, with no lead-in, is read as that text."""
    if block.lead is None:
        return _whole_text(page, block)
    frame = frame_of(page, block.lead)
    if frame is None:
        return _by_its_nouns(page, block, block.lead)
    obliged = [
        m
        for m in mentions_in(page, block.lead)
        if m.party and _OBLIGED.search(page.text[block.lead.start : m.span.start])
    ]
    named = tuple(m.party for m in obliged if m.party)
    return msgspec.structs.replace(frame, obligor=named or bound_before(page, block.lead, block.lead.end)[0])


def _by_its_nouns(page: Page, block: ListBlock, lead: Span) -> Frame | None:
    """A lead-in without a verb of a text or a party: "Key points of the plan:", "Norvia's demands:", "In outline:"."""
    said = lead.quote(page.text)
    names_text = text_noun().search(said) is not None
    if _cues("no_terms").search(said):
        return None
    if _cues("demands").search(said) and not _OF_TEXT.search(said):
        return Frame(span=lead, presented_as="demand")
    if _TERMS.search(said) or heads_text().fullmatch(said) or (names_text and _cues("gives").search(said)):
        return Frame(span=lead, presented_as="draft")
    if starts("party", "demand").search(said) or not text_noun().search(_before(page, lead)):
        return None
    return Frame(span=lead, presented_as="draft") if _cues("parts").search(said) else _whole_text(page, block)


def _before(page: Page, lead: Span) -> str:
    """A lead-in with the two sentences before it."""
    at = bisect_left(edges(page).sentences, lead.start)
    return page.text[page.sentences[max(at - 2, 0)].start : lead.end] if page.sentences else lead.quote(page.text)


def _whole_text(page: Page, block: ListBlock) -> Frame | None:
    """A numbered list of a report that names a text is read as that text; without a lead-in, only if by its points."""
    numbered = all(item.number for item in block.items) and len(block.items) >= 3
    named = block.lead is not None or draft_names(page)
    return Frame(span=block.items[0].span, presented_as="draft") if numbered and named else None
