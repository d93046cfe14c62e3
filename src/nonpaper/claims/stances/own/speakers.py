"""Who speaks for a party, and who only comes from one."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page, mentions_in
from nonpaper.model.claim import Claim
from nonpaper.model.span import hull

# Who comes from a party and does not speak for it.
OUTSIDE = re.compile(
    r"\b(?:opposition|protest\w*|demonstrat\w+|activists?|critics?|residents?|famil(?:y|ies)|relatives|former|ex|exiled|ousted|retired|dissidents?|campaigners?|nobody|no[ -]one|none|few|hardly any(?:body|one)?|farmers?|villagers?|refugees|bloggers?|unions?|mayors?|universit(?:y|ies)|municipalit(?:y|ies)|supreme court|court of \w+|part(?:y|ies) (?:in|of the (?:left|right|centre))|governors? of the|clergy|bishops?)\b(?! (?:minister|president)s? of)",
    re.IGNORECASE,
)
NOT_A_PARTY = frozenset({"analyst", "outlet_relay", "none", "document_seen", "leaked_full_text", "recording"})
_BLOC = re.compile(r"(?:Union|League|Alliance|Community|Organi[sz]ation|Council|Association|Europe|NATO|Quad|Group)$")


def unnamed_for_bloc(claim: Claim) -> bool:
    """An unnamed official or diplomat never speaks for a bloc of states."""
    return claim.kind in ("unnamed_official", "person_familiar") and _BLOC.search(claim.party or "") is not None


def is_named(page: Page, claim: Claim) -> bool:
    """Whether the source names its party: what it does is then what the sentence asserts of the party."""
    return bool(claim.source) and any(m.party == claim.party for m in mentions_in(page, hull(claim.source)))


def is_outsider(page: Page, claim: Claim) -> bool:
    """Whether a source only comes from a party, or is nobody: "the opposition in Kessara", "nobody in Kessara"."""
    if not claim.source:
        return False
    source = hull(claim.source)
    return (
        OUTSIDE.search(source.quote(page.text)) is not None or _OUT_OF_OFFICE.match(page.text, source.end) is not None
    )


# "the leader, | then in opposition, said".
_OUT_OF_OFFICE = re.compile(
    r",?\s(?:then|still|now|who was|at the time)\s(?:in (?:opposition|exile|prison|jail)|out of (?:office|power))\b"
)


def speaker_of(page: Page, claim: Claim) -> str | None:
    """The words for whoever speaks: the name that they stand for where that is known."""
    return hull(claim.resolved or claim.source).quote(page.text) if claim.source else None
