"""Who only keeps a thing for others: the ransom, the keys. He is bound by that, and nobody is served."""

from __future__ import annotations

import re

from msgspec.structs import replace

from nonpaper.claims.page import Page
from nonpaper.model.provision import Provision

_THING = (
    r"(?:ransom|deposit|bond|money|sum|cash|payment|instalments?|keys?|ballots|archives?|list|arms|weapons|rifles|guns)"
)
_KEEPS = re.compile(
    rf"\b(?:keeps?|holds?|retains?|stores?)\s+(?:the|all|both|every|each|any)\s+(?:[\w’'-]+\s+){{0,2}}?{_THING}\b[^.;]{{0,80}}?"
    r"\b(?:until\b(?! (?:\d|january|february|march|april|may|june|july|august|september|october|november|december))|in (?:escrow|trust|safe ?keeping|its own (?:banks?|vaults?|safe))|pending|on behalf of|for (?:both|the two))",
    re.IGNORECASE,
)


def as_kept(page: Page, term: Provision) -> Provision:
    """The term as one that binds its holder, where he keeps what is not his until it is due; as it is where he keeps his own."""
    if len(term.beneficiary) != 1 or term.obligor or not _KEEPS.search(page.text, term.span.start, term.span.end):
        return term
    modality = "must" if term.modality == "may" else term.modality
    return replace(term, obligor=term.beneficiary, beneficiary=(), modality=modality)
