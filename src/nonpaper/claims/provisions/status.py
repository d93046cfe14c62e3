"""How well a term is known, by the words of one report: signed, published, attested, denied, or only reported."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.cues import text_noun
from nonpaper.claims.publisher import publisher
from nonpaper.model.claim import Claim
from nonpaper.model.codes import PresentedAs, Status
from nonpaper.model.span import Span

ON_RECORD = frozenset({"official_text", "on_record_principal", "on_record_spokesperson", "named_party_official"})
_WORDING = re.compile(
    r"\b(?:(?:published|obtained|posted|released) (?:the|a) (?:full |complete |entire )?(?:text|copy of the text|wording)"
    r"|(?:full|complete|entire|whole) (?:[\w-]+ ){0,3}(?:text|plan|draft|proposal|counter-proposal|document|agreement)|text in full|reads in full|the wording is|verbatim)\b",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    r"\b(?:signed|initialled) (?:on|in|by|at|last|this)\b|\b(?:was|were|been|has|have|they|presidents|ministers|leaders) signed\b"
    r"|\bsigned (?:agreement|deal|accord|text|treaty)\b",
    re.IGNORECASE,
)
_NOT_YET = re.compile(r"\b(?:to be|would be|will be|not|never|un|if|before it is|once|until) ?signed\b", re.IGNORECASE)


def status_of(page: Page, span: Span, sentence: Span, presented: PresentedAs, claim: Claim | None) -> Status:
    """The strongest that the words carry; a denial stands beside it and takes nothing away."""
    if presented != "draft":
        return "reported"
    if claim is not None and claim.denied and not claim.unsure:
        return "denied"
    near = sentence.quote(page.text)
    if _SIGNED.search(near) and not _NOT_YET.search(near) and text_noun().search(near):
        return "signed"
    if claim is not None and claim.kind == "leaked_full_text":
        return "published"
    if _published(page, span):
        return "published"
    on_record = claim is not None and claim.kind in ON_RECORD and claim.party is not None and not claim.unsure
    on_record = on_record or publisher(page) is not None
    return "attested" if on_record else "reported"


def _published(page: Page, span: Span) -> bool:
    """A point of a list whose report, just before the list, says that it gives the text itself."""
    for block in page.lists:
        first = block.items[0].span.start
        if first <= span.start and span.end <= block.items[-1].span.end:
            return _WORDING.search(page.text, max(0, first - 400), first) is not None
    return False
