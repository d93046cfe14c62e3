"""Whose a stance is that the model sees, and on whose word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.mediators import mediates
from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.sides import both_of
from nonpaper.claims.sources.pieces import names_in
from nonpaper.claims.stances.holder import is_speaker, speaker_at, subject_of, whole
from nonpaper.claims.stances.own.speakers import NOT_A_PARTY
from nonpaper.claims.stances.seen.words import leads
from nonpaper.claims.stances.together import heads
from nonpaper.claims.terms import RawStance
from nonpaper.claims.who import holder_of
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Basis
from nonpaper.model.span import Span, hull


def party_of(page: Page, stance: RawStance, claim: Claim | None, claims: Sequence[Claim]) -> str | None:
    """Whoever the words name that say whose stance it is, else the speaker of what it stands in, else who opens its clause."""
    words = stance.holder and whole(page, stance.holder)
    if claim is not None and claim.party is not None and words and since_spoken(page, stance, claim, words):
        return claim.party
    if words is None and claim is None and stance.basis == "self" and not leads(page, stance):
        words = subject_of(page, stance.span)
    if words is not None and is_speaker(page, words):
        return speaker_at(page, words.start, claims)
    party = holder_of(page, words, claims) if words else None
    if party is None and stance.basis == "self" and claim is not None and claim.kind not in NOT_A_PARTY:
        return None if _another(page, stance, claim) else claim.party
    return party


def first_of_several(page: Page, stance: RawStance, claim: Claim | None) -> str | None:
    """The first of those who act together at the head of a stance, where the words name no holder and nobody else speaks."""
    if stance.holder is not None or (claim is not None and claim.party is not None):
        return None
    told = claim is not None and claim.source and not _THEY.fullmatch(hull(claim.source).quote(page.text).strip(" ,"))
    several = () if told else heads(page, stance.span)
    return several[0].party if several else None


def both_governments(page: Page, stance: RawStance) -> tuple[str, ...]:
    """The two states for "both governments" at the head of a stance, or where the words for its holder say so."""
    at = stance.holder.start if stance.holder else stance.span.start
    found = _BOTH.match(page.text, at, stance.span.end)
    both = both_of(page, Span(*found.span())) if found is not None else ()
    return both if len(both) == _PAIR else ()


_PAIR = 2
_BOTH = re.compile(
    r"(?:[Bb]oth|[Nn]either|[Tt]he two) (?:governments?|countr(?:y|ies)|states?|capitals?|delegations?|foreign ministers|armies)\b(?![’'])"
)


_THEY = re.compile(r"they|the (?:three|four|five|two|trio|group)", re.IGNORECASE)


def since_spoken(page: Page, stance: RawStance, claim: Claim, holder: Span) -> bool:
    """Whether the holder of a stance of the speaker's own stands in another sentence: the words are whose claim they are."""
    sentence = sentence_at(page, stance.span.start)
    apart = sentence is not None and not sentence.overlaps(holder)
    return stance.basis == "self" and bool(claim.source) and apart


def told_by_name(page: Page, stance: RawStance, claim: Claim, party: str) -> bool:
    """Whether the speaker of another party tells by its name what a party does: "The Front turned it down, Kessara's minister said"."""
    holder = stance.holder
    if holder is None or not claim.content or not hull(claim.content).overlaps(holder):
        return False
    named = names_in(page, holder)
    plain = bool(named) and named[0].kind in ("party", "group", "metonym") and all(m.party == party for m in named)
    return plain and not _in_between(claim) and _DASH.match(page.text, holder.end) is None


def _in_between(claim: Claim) -> bool:
    """Whether what a source says goes on after it: "The Front, the Movement says, insists" may be a list of two."""
    source = hull(claim.source)
    return any(p.end <= source.start for p in claim.content) and any(p.start >= source.end for p in claim.content)


_DASH = re.compile(r"\s*[-–—:(]")
"""What follows the place in a dateline."""


def _another(page: Page, stance: RawStance, claim: Claim) -> bool:
    """Whether the holder is a person of whom the speaker only tells: "an official said that Mr X wants …".

    A place that nothing explains may be the speaker's own capital: "a Maravian official said Kall would not sign".
    """
    holder = stance.holder
    if holder is None or not claim.content or not hull(claim.content).overlaps(holder):
        return False
    named = (m.kind for m in names_in(page, holder))
    return _OTHERS.match(holder.quote(page.text)) is not None or "person" in named


_OTHERS = re.compile(
    r"(?:[Tt]he )?(?:Mr|Mrs|Ms|Dr|General|Colonel|President|Premier|Prime Minister|Chancellor)\b|(?:both|each|neither|the two|the (?:sides|parties))\b",
    re.IGNORECASE,
)


def named_after(page: Page, stance: RawStance, party: str) -> bool:
    """Whether the words that should say whose a stance is stand in a later sentence, and its own does not name that party."""
    sentence = sentence_at(page, stance.span.end - 1)
    if stance.holder is None or sentence is None or stance.holder.start < sentence.end:
        return False
    return all(m.party != party for m in names_in(page, sentence))


def basis_of(page: Page, stance: RawStance, claim: Claim | None, party: str) -> Basis:
    """On whose word a stance rests: the speaker's own; a counterpart's or mediator's only where the speaker is known to be one."""
    if claim is None or not claim.source:
        holder = whole(page, stance.holder) if stance.holder else None
        return "self" if holder is not None and is_speaker(page, holder) else stance.basis
    if claim.party == party and (stance.holder is None or any(p.overlaps(stance.holder) for p in claim.source)):
        return "self"
    if stance.basis == "self" and claim.party not in (None, party) and told_by_name(page, stance, claim, party):
        return "mediator" if mediates(page, claim) else "counterpart"
    if stance.basis == "counterpart" and claim.party is None:
        return "mediator" if mediates(page, claim) else "reporter"
    return stance.basis
