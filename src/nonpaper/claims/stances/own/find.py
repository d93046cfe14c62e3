"""Positions in what a party says of itself: claims whose source speaks for a party."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from nonpaper.claims.doubt import doubted
from nonpaper.claims.page import Page
from nonpaper.claims.stances.hints import Hints
from nonpaper.claims.stances.led import led_by
from nonpaper.claims.stances.own.content import stated_in
from nonpaper.claims.stances.own.performed import performed
from nonpaper.claims.stances.own.speakers import NOT_A_PARTY, is_named, is_outsider, unnamed_for_bloc
from nonpaper.claims.stances.papers import told_of
from nonpaper.claims.stances.parts import REACH, content_of
from nonpaper.claims.stances.will import deed_of
from nonpaper.model.claim import Claim
from nonpaper.model.position import Position
from nonpaper.model.span import hull


def from_claims(page: Page, claims: Sequence[Claim], hints: Hints) -> Iterator[Position]:
    """One position, or two where the words name two objects, for each claim that shows a stance."""
    for index, claim in enumerate(claims):
        if claim.kind in NOT_A_PARTY or claim.carrier_of is not None or not claim.content:
            continue
        paper = told_of(page, claim)
        if paper is not None and paper.party != claim.party:
            yield from _of_a_paper(page, index, claim, paper.party, hints)
            continue
        if claim.party is None:
            continue
        if unnamed_for_bloc(claim) or is_outsider(page, claim):
            continue
        tells = _tells(page, claim) or (not is_named(page, claim) and deed_of(page, claim) is not None)
        if tells and not _of_who_leads(page, claim):
            stated = tuple(stated_in(page, index, claim, hints))
            more = performed(page, index, claim, hints, stated)
            yield from (_retold(page, claims, claim, p) for p in (*stated, *more))


def _tells(page: Page, claim: Claim) -> bool:
    """Whether a source says or wants something; an unlisted verb before a clause of its own tells as well."""
    cue = hull(claim.cue).quote(page.text) if claim.cue else ""
    if _IN_JEST.search(cue):
        return False
    clause = _CLAUSE.match(page.text, hull(claim.content).start) is not None
    if clause and _NOT_KNOWN.search(cue):
        return claim.act == "wants"
    return clause or claim.act in ("says", "wants")


_CLAUSE = re.compile(r"\W*that\b")
# What is not meant, and what is not known: "joked that he would sign", "hopes that it will be signed".
_IN_JEST = re.compile(
    r"\b(?:(?:jok|quip|jest|teas|pretend|dream|fanc|imagin|fantasi[sz]|feign)(?:p?ed|es|s|ing|e|ied|ies|t)?|lied|lies|lying)\b",
    re.IGNORECASE,
)
_NOT_KNOWN = re.compile(
    r"\b(?:(?:hop|wish|fear|doubt|wonder|guess|mus|predict|speculat|pray|dread|suspect|assum|bet|learn|forget|hear)(?:t?ed|es|s|t?ing|e|t)?|worr(?:y|ied|ies)|forgot|heard|(?:was|were|been|is|are) told)\b",
    re.IGNORECASE,
)


def _of_a_paper(page: Page, index: int, claim: Claim, party: str | None, hints: Hints) -> Iterator[Position]:
    """What a party's text demands, of which another tells: nobody's that is known where the text's party is not."""
    if party is None or claim.act not in ("says", "wants"):
        return
    for position in stated_in(page, index, replace(claim, party=party), hints):
        told = replace(position, basis="counterpart" if claim.party else "self", speaker=None)
        yield told if claim.party else doubted(told, RETOLD)


RETOLD = "told only by somebody else"


def _retold(page: Page, claims: Sequence[Claim], claim: Claim, position: Position) -> Position:
    """What another says that a party said is a counterpart's word for it, or nobody's that is known.

    What a party told the mediators is its answer in the talks, which somebody only reports.
    """
    outer = claims[claim.inside] if claim.inside is not None else None
    if outer is None or not outer.source or outer.party == claim.party or outer.kind in NOT_A_PARTY - {"analyst"}:
        return position
    if outer.party:
        return replace(position, basis="counterpart")
    return replace(position, basis="reporter") if _to_mediators(page, claim) else doubted(position, RETOLD)


_TO_MEDIATORS = re.compile(
    r"(?:told|informed|notified|assured|answered|written to)\s+(?:(?!that\b)[\w’'-]+,?\s+){0,6}?(?:mediators?|go-betweens?|intermediar(?:y|ies)|hosts|guarantors?)\b"
)


def _to_mediators(page: Page, claim: Claim) -> bool:
    """Whether a party said something to those who mediate: "has told the mediators that …"."""
    at = claim.cue[0].start if claim.cue else None
    return at is not None and _TO_MEDIATORS.search(page.text, at, at + REACH) is not None


def _of_who_leads(page: Page, claim: Claim) -> bool:
    """Whether another party is the subject of the clause that the content is the rest of."""
    leads = led_by(page, claim, content_of(page.text, claim))
    return leads not in (None, claim.party)
