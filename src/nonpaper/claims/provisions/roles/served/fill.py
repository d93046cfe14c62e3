"""Terms with whom they serve, where nothing has said it yet."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.roles.beneficiary import BE_SERVED
from nonpaper.claims.provisions.roles.served.demanded import asked_for
from nonpaper.claims.provisions.roles.served.entitled import entitled
from nonpaper.claims.provisions.roles.served.keeping import as_kept
from nonpaper.claims.provisions.roles.served.named import by_name
from nonpaper.claims.provisions.roles.served.relief import relieved
from nonpaper.claims.provisions.roles.served.unnamed import served_unnamed
from nonpaper.model.provision import Provision

# A list of what one is given: "gives | X a veto, | a quarter of the tolls and | control of its schools".
_GIVES = re.compile(
    r"(?:[^,;:.]{0,60}\s)?(?:gives?|grants?|offers?|gets?|receives?|promises?|guarantees?|awards?)\s", re.IGNORECASE
)
_AND = re.compile(r"(?:,? and|,)\s+")
_THING = re.compile(
    r"(?:an?|the|its|their|half|full|control|command|\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|free)\s",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:would|will|shall|must|may|can|is|are|be|has|have|to (?!the\b|an?\b|its\b|their\b|[A-Z\d])[a-z]+|gives?|pays?|keeps?)\b"
)


def with_served(page: Page, terms: Sequence[Provision]) -> list[Provision]:
    """The terms in text order, each with whom it serves by its own words, or by those before it in a list. O(words)."""
    out: list[Provision] = []
    listing = False
    for term in terms:
        told = _told(page, as_kept(page, term))
        goes_on = listing and _goes_on(page, out[-1], told)
        if goes_on:
            told = replace(told, beneficiary=out[-1].beneficiary)
        listing = bool(told.beneficiary) and (
            goes_on or _GIVES.match(page.text, told.span.start, told.span.end) is not None
        )
        out.append(told)
    return out


def _told(page: Page, term: Provision) -> Provision:
    """The term as it is where it serves somebody by what is known; else with whom its words serve."""
    if term.beneficiary:
        return term
    if term.obligor and BE_SERVED.match(f" {term.span.quote(page.text)}"):
        return replace(term, obligor=(), beneficiary=term.obligor)  # "keeps the depot": who has it owes nothing
    holder, asking = asked_for(page, term)
    if asking:
        return replace(term, obligor=holder, beneficiary=asking)
    served = relieved(page, term) or served_unnamed(page, term) or by_name(page, term) or entitled(page, term)
    served = tuple(name for name in served if name not in term.obligor)
    return replace(term, beneficiary=served) if served else term


def _goes_on(page: Page, last: Provision, term: Provision) -> bool:
    """Whether a term is the next thing in a list of what one is given, with no verb of its own."""
    if term.beneficiary or term.obligor not in ((), last.obligor) or last.span.end > term.span.start:
        return False
    said = term.span.quote(page.text)
    joined = _AND.fullmatch(page.text, last.span.end, term.span.start)
    return joined is not None and _THING.match(said) is not None and not _VERB.search(said)
