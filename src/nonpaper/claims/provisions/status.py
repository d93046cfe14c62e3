"""How well a term is known, by the words of one report: signed, published, attested, denied, or only reported."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from nonpaper.claims.page import Page, edges
from nonpaper.claims.provisions.cues import text_noun
from nonpaper.claims.publisher import publisher
from nonpaper.model.claim import Claim
from nonpaper.model.codes import PresentedAs, Status
from nonpaper.model.span import Span

ON_RECORD = frozenset({"official_text", "on_record_principal", "on_record_spokesperson", "named_party_official"})
_WORDING = re.compile(
    r"\b(?:(?:published|obtained|posted|released) (?:the|a) (?:full |complete |entire )?(?:text|copy of the text|wording)"
    r"|(?:published|released|posted online|made public) by (?:the )?[^.;:]{3,60}?,? (?:on [^.;:,]{3,20}, )?the (?:[\w’-]+ ){0,3}(?:plan|text|draft|document|agreement|protocol)\b"
    r"|(?:full|complete|entire|whole) (?:[\w-]+ ){0,3}(?:text|plan|draft|proposal|counter-proposal|document|agreement)|text in full|reads in full|the wording is|verbatim)\b",
    re.IGNORECASE,
)
# Initials only fix the words of a text: it is not signed by them.
_SIGNED = re.compile(
    r"\bsigned (?:on|in|by|at|last|this|yesterday|between|here)\b|\b(?:was|were|been|has|have|they|presidents|ministers|leaders|delegations|commanders) signed\b"
    r"|\bsigned (?:agreement|deal|accord|text|treaty)\b|(?:[A-Z][\w’'-]+|who|that) signed (?:the|a|an|it)\b|\bput (?:their|its|his|her) (?:names?|signatures?) to\b"
    r"|(?:[A-Z][\w’'-]+) signed in [A-Z]",
    re.IGNORECASE,
)
# A text that anybody may read: "the memorandum, published by the ministry", "the site published the 14-point roadmap".
_TEXT = r"(?:text|plan|draft|document|agreement|protocol|memorandum|treaty|accord|roadmap|declaration|statement of principles|annex|framework|paper|proposal|deal|charter)"
_OUT = re.compile(
    rf"\b{_TEXT}s?\b[^.;]{{0,80}}?\b(?:was |were |been |as |and |that )?(?:published|posted|made public|released)\s+(?:in full\s+)?(?:by|on|online|in|at|last|this|yesterday|to the press)\b"
    rf"|\b(?:published|posted|made public|released)\s+(?:the|its|their|an?)\s+(?:(?:full|complete|entire|whole)\s+)?(?:text|wording|[\w-]+-point\s+[\w\s-]{{0,30}}?{_TEXT})\b",
    re.IGNORECASE,
)
_NOT_OUT = re.compile(
    r"\b(?:not|never|un|yet to be|to be|would be|will be|may be|could be|until|before|once|if|when|unless|being)\b[^.;]{0,30}?\b(?:published|posted|made public|released)\b"
    r"|\b(?:report|statement|list|interview|communiqu[ée]|map|photograph|prisoners?|hostages?|captives?|detainees?)s?\b[^.;,]{0,30}?\b(?:published|posted|released)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    rf"\b(?:another|earlier|previous|older|first|rival|counter|new|second|separate|different)[ -]+(?:[\w-]+\s+){{0,2}}?{_TEXT}\b|\bcounter-?proposals?\b|\bdemands?\b|\bproposes?d?\b|\boffers?\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\W*(?:[A-Z]|an? |the )[^.;:“”\"]{2,120}?\b(?:flatly |promptly |also |later |quickly )?(?:denied|denies|disputed|disputes|contradicted|contradicts)\s+"
    r"(?:that(?: (?:account|claim|version|report))?|this|it|the (?:account|claim|report|version))(?=\s*[.:,;]|$)",
    re.IGNORECASE,
)
_BYSTANDER = re.compile(
    r"[^.;:]{0,80}\b(?:analysts?|experts?|lawyers?|historians?|scholars?|newspaper|residents)\b", re.IGNORECASE
)
_NOT_YET = re.compile(
    r"\b(?:(?:to|would|will|could|may|might|must|shall|should) be|not(?: yet)?|never|yet to be|un|if|once|until|before|when|unless|nobody has|no one has|neither side has)[ -]?(?:\w+ (?:is|are|has|have) )?(?:been |be )?signed\b",
    re.IGNORECASE,
)


def status_of(page: Page, span: Span, sentence: Span, presented: PresentedAs, claim: Claim | None) -> Status:
    """The strongest that the words carry; a denial stands beside it and takes nothing away."""
    if presented != "draft":
        return "reported"
    if claim is not None and claim.denied and claim.source and not claim.unsure:
        return "denied"
    if _denied_after(page, sentence):
        return "denied"
    if _signed(page, span, sentence):
        return "signed"
    if claim is not None and claim.kind == "leaked_full_text":
        return "published"
    if _published(page, span) or _from_publication(page, span, sentence):
        return "published"
    on_record = claim is not None and claim.kind in ON_RECORD and claim.party is not None and not claim.unsure
    on_record = on_record or publisher(page) is not None
    return "attested" if on_record else "reported"


def _denied_after(page: Page, sentence: Span) -> bool:
    """Whether somebody denies just after a sentence what it says: "A ministry official denied that: …"."""
    at = bisect_left(edges(page).sentences, sentence.end)
    after = page.sentences[at : at + 1]
    return any(
        _DENIES.match(page.text, s.start, s.end) and not _BYSTANDER.match(page.text, s.start, s.end) for s in after
    )


def _signed(page: Page, span: Span, sentence: Span) -> bool:
    """Whether the text that a sentence speaks of is a signed one: the last that was named, here or just before, is."""
    said = (_stage_of(_beside(page, span, sentence)), *(_stage(page, s) for s in _before(page, sentence)))
    return next((stage for stage in said if stage is not None), "") == "signed"


def _beside(page: Page, span: Span, sentence: Span) -> str:
    """The words of a sentence around a term, without it: as many as are near, since a hostile sentence has many terms."""
    before = page.text[max(sentence.start, span.start - REACH) : span.start]
    return f"{before} {page.text[span.end : min(sentence.end, span.end + REACH)]}"


def _before(page: Page, sentence: Span) -> Iterator[Span]:
    """The sentences before one in which its text may have been named, the nearest first."""
    at = bisect_left(edges(page).sentences, sentence.start)
    return (s for s in reversed(page.sentences[max(0, at - BACK) : at]) if sentence.start - s.start <= REACH)


BACK, REACH = 10, 900
"""Sentences and characters before a term in which its text may have been named."""


@lru_cache(maxsize=256)  # asked of each sentence by each term near it
def _stage(page: Page, sentence: Span) -> str | None:
    """What a sentence says of a text: that it is signed, or that it is none yet; None where it says neither."""
    return _stage_of(sentence.quote(page.text))


def _stage_of(said: str) -> str | None:
    if _SIGNED.search(said) and not _NOT_YET.search(said) and (text_noun().search(said) or "points" in said):
        return "signed"
    return "open" if _OPEN.search(said) or _NOT_YET.search(said) else None


_OPEN = re.compile(
    r"\b(?:drafts?|proposals?|counter-?proposals?|proposes?|proposed|demands?|demanded|wants?|plans?|versions?|talks|negotiat\w+|rounds?|offers?|offered)\b",
    re.IGNORECASE,
)


def _from_publication(page: Page, span: Span, sentence: Span) -> bool:
    """Whether the text that is spoken of, here or just before, is said to be published, and no other was named since."""
    for said in (_beside(page, span, sentence), *(s.quote(page.text) for s in _before(page, sentence))):
        if _OUT.search(said) and not _NOT_OUT.search(said):
            return True
        if _OTHER.search(said):
            return False
    return False


def _published(page: Page, span: Span) -> bool:
    """A point of a list whose report, just before the list, says that it gives the text itself."""
    for block in page.lists:
        first = block.items[0].span.start
        if first <= span.start and span.end <= block.items[-1].span.end:
            return _WORDING.search(page.text, max(0, first - 400), first) is not None
    return False
