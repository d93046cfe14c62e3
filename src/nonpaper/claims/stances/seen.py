"""Stances that the model alone sees: for a person to look at, never stated.

It finds where a stance is stated far better than which stance that is (training/NOTES.md has both figures).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nonpaper.claims.page import Page, contents_of
from nonpaper.claims.provisions.seen import conditions_from
from nonpaper.claims.stances.objects import object_of
from nonpaper.claims.stances.own_words import NOT_A_PARTY, speaker_of
from nonpaper.claims.terms import RawStance
from nonpaper.claims.who import holder_of
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Topic
from nonpaper.model.position import Position
from nonpaper.model.span import Span, hull
from nonpaper.text.near import Near

FAINT = 0.7
"""Below it a stance is not worth a person's time."""
PLAIN = 0.5
"""How plain its code and its topic must be to be proposed."""
ALONE = "only the model reads a stance here, and which one is not plain"


def seen_stances(page: Page, stances: Sequence[RawStance], claims: Sequence[Claim]) -> Iterator[Position]:
    """Positions in text order whose party is known, all of them unsure."""
    contents = contents_of(claims)
    for stance in stances:
        if stance.sure < FAINT or stance.stance_sure < PLAIN or "\n" in stance.span.quote(page.text).strip():
            continue
        index = _claim_of(claims, contents, stance.span)
        claim = claims[index] if index is not None else None
        party = holder_of(page, stance.holder, claims) if stance.holder else None
        if party is None and stance.basis == "self" and claim is not None and claim.kind not in NOT_A_PARTY:
            party = claim.party
        if party is None:
            continue
        yield Position(
            party=party,
            speaker=speaker_of(page, claim) if claim is not None and claim.party == party else None,
            topic=_topic(page, stance),
            stance=stance.stance,
            basis=stance.basis,
            span=stance.span,
            conditions=conditions_from(stance.conditions),
            unsure=True,
            doubts=(ALONE,),
            claim=index,
        )


def _topic(page: Page, stance: RawStance) -> Topic:
    """What the model takes it to be about; where it is not sure, what the words themselves name."""
    likeliest, share = stance.topics[0]
    if share >= PLAIN:
        return likeliest
    return object_of(stance.span.quote(page.text)) or likeliest


def _claim_of(claims: Sequence[Claim], contents: Near, span: Span) -> int | None:
    """The claim with the smallest content that holds the middle of the stance."""
    middle = (span.start + span.end) // 2
    holding = [
        (hull(claims[i].content).end - hull(claims[i].content).start, i)
        for i in contents.overlapping(span)
        if claims[i].content and hull(claims[i].content).start <= middle < hull(claims[i].content).end
    ]
    return min(holding)[1] if holding else None
