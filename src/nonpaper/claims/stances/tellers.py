"""Who tells what a party does, and on whose word it rests then."""

from __future__ import annotations

from collections.abc import Sequence

from nonpaper.claims.contents import innermost
from nonpaper.claims.gazetteer.bracketed import is_movement
from nonpaper.claims.mediators import mediates
from nonpaper.claims.page import Page
from nonpaper.claims.stances.own.speakers import NOT_A_PARTY
from nonpaper.claims.subjects import Subject
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Basis, Stance
from nonpaper.model.span import Span, hull


def teller_of(claims: Sequence[Claim], near: Sequence[int], words: Span) -> Claim | None:
    """The innermost of the claims `near` in whose content the words stand. Linear in `near`."""
    which = innermost(claims, (i for i in near if hull(claims[i].content).contains(words)))
    return claims[which] if which is not None else None


def nobody(teller: Claim) -> bool:
    """Whether what is told of a party is only what some bystander or analyst says of it."""
    return teller.kind == "analyst" or (teller.kind == "none" and bool(teller.source))


def stands_for_another(claims: Sequence[Claim], subject: Subject) -> bool:
    """Whether "it" or "the group" is a source that stands for somebody whose party is not this one. Linear in claims."""
    if subject.mention is not None:
        return False
    spoken = (c for c in claims if c.source and c.resolved and c.source[0].start == subject.start)
    return any(c.party != subject.party for c in spoken)


def basis_of(page: Page, stance: Stance, span: Span, party: str, teller: Claim | None, issued_by: str | None) -> Basis:
    """On whose word a stance rests: the party's own, a counterpart's, a mediator's, else the report's."""
    if stance == "no_comment":
        return "self"  # whoever does not answer did not answer the report
    if teller is not None and mediates(page, teller):
        return "mediator"
    if teller is not None and teller.party is not None and teller.kind not in NOT_A_PARTY:
        return "counterpart" if teller.party != party else "self"
    if teller is not None and teller.kind == "on_record_principal" and is_movement(party):
        return "counterpart"  # a minister whose side no words name is never the movement's reporter
    told_itself = stance == "offers" or "expressed" in span.quote(page.text)
    return "self" if told_itself or issued_by == party else "reporter"
