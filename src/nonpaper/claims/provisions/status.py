"""How well a term is known, by the words of one report: signed, published, attested, denied, or only reported."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from nonpaper.claims.page import Page
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
_SIGNED = re.compile(
    r"\b(?:signed|initialled) (?:on|in|by|at|last|this|yesterday|between|here)\b|\b(?:was|were|been|has|have|they|presidents|ministers|leaders|delegations|commanders) signed\b"
    r"|\bsigned (?:agreement|deal|accord|text|treaty)\b|(?:[A-Z][\w’'-]+|who|that) signed (?:the|a|an|it)\b|\bput (?:their|its|his|her) (?:names?|signatures?) to\b"
    r"|(?:[A-Z][\w’'-]+) signed in [A-Z]",
    re.IGNORECASE,
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
    if _signed(page, sentence):
        return "signed"
    if claim is not None and claim.kind == "leaked_full_text":
        return "published"
    if _published(page, span):
        return "published"
    on_record = claim is not None and claim.kind in ON_RECORD and claim.party is not None and not claim.unsure
    on_record = on_record or publisher(page) is not None
    return "attested" if on_record else "reported"


def _signed(page: Page, sentence: Span) -> bool:
    """Whether the text that a sentence speaks of is a signed one: the last that was named, here or just before, is."""
    at = bisect_left(page.sentences, sentence.start, key=lambda s: s.start)
    before = [s for s in page.sentences[max(0, at - BACK) : at] if sentence.start - s.start <= REACH]
    said = (_stage(page, s) for s in (sentence, *reversed(before)))
    return next((stage for stage in said if stage is not None), "") == "signed"


BACK, REACH = 10, 900
"""Sentences and characters before a term in which its text may have been named."""


@lru_cache(maxsize=256)  # asked of each sentence by each term near it
def _stage(page: Page, sentence: Span) -> str | None:
    """What a sentence says of a text: that it is signed, or that it is none yet; None where it says neither."""
    said = sentence.quote(page.text)
    if _SIGNED.search(said) and not _NOT_YET.search(said) and (text_noun().search(said) or "points" in said):
        return "signed"
    return "open" if _OPEN.search(said) or _NOT_YET.search(said) else None


_OPEN = re.compile(
    r"\b(?:drafts?|proposals?|counter-?proposals?|proposes?|proposed|demands?|demanded|wants?|plans?|versions?|talks|negotiat\w+|rounds?|offers?|offered)\b",
    re.IGNORECASE,
)


def _published(page: Page, span: Span) -> bool:
    """A point of a list whose report, just before the list, says that it gives the text itself."""
    for block in page.lists:
        first = block.items[0].span.start
        if first <= span.start and span.end <= block.items[-1].span.end:
            return _WORDING.search(page.text, max(0, first - 400), first) is not None
    return False
