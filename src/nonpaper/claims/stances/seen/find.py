"""Stances that the model sees where the rules find none: stated where its code, its holder and its place are plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from nonpaper.claims.about import pooled
from nonpaper.claims.contents import contents_of
from nonpaper.claims.page import Page
from nonpaper.claims.provisions.conditions import conditions_in
from nonpaper.claims.provisions.seen import conditions_from
from nonpaper.claims.stances.deeds import SAYS_MORE
from nonpaper.claims.stances.hints import BARE_NO, answered
from nonpaper.claims.stances.objects import USUAL, object_of
from nonpaper.claims.stances.own.speakers import speaker_of
from nonpaper.claims.stances.papers import told_of
from nonpaper.claims.stances.seen.doubts import doubts_of
from nonpaper.claims.stances.seen.levels import FAINT, LIKELY, PLAIN_TOPIC, SURE
from nonpaper.claims.stances.seen.place import claim_of
from nonpaper.claims.stances.seen.whose import basis_of, both_governments, first_of_several, named_after, party_of
from nonpaper.claims.stances.seen.words import told
from nonpaper.claims.stances.together import together
from nonpaper.claims.terms import RawStance
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance
from nonpaper.model.position import Position
from nonpaper.model.provision import Condition

FEWEST = 2
"""Words below which nothing is said."""
_OF_THE_TEXT: frozenset[Stance] = frozenset({"no_comment", "threatens"})
"""Stances towards the whole text where their words name nothing else."""
_WORD = re.compile(r"\w+")
_LEAD_IN = re.compile(
    r"(?s:.*) that\s*|\W*(?:[\w’'-]+ ){1,4}(?:said|says|added|adds|warned|warns|stressed|insisted)(?: (?:last|this|on|late|early) \w+)?\W*"
)
# What is named by a pronoun alone, before another clause goes on: "rejected it | and said the rebels must leave".
_OF_IT = re.compile(r"\b(?:it|this|that|them|both)$", re.IGNORECASE)
_BROKEN = re.compile(r"\.\w")
"""A stop within an abbreviation, at which words break off: "The U|.N. envoy"."""


def seen_stances(page: Page, stances: Sequence[RawStance], claims: Sequence[Claim]) -> Iterator[Position]:
    """Positions in text order whose party is known, the doubtful ones unsure with their reason."""
    contents = contents_of(claims)
    for sight in stances:
        said = sight.span.quote(page.text)
        stance = _likelier(sight, said)
        if stance.sure < FAINT or stance.stance_sure < LIKELY or "\n" in said.strip() or _cut_short(said):
            continue
        if _BROKEN.match(page.text, stance.span.end):
            continue
        index = claim_of(claims, contents, stance.span)
        claim = claims[index] if index is not None else None
        party = party_of(page, stance, claim, claims) or first_of_several(page, stance, claim)
        both = both_governments(page, stance) if party is None else ()
        party = both[0] if both else party
        paper = told_of(page, claim) if claim is not None else None
        if party is None or (paper is not None and party != paper.party) or named_after(page, stance, party):
            continue
        core = SAYS_MORE.split(said)[0]
        topic, share = pooled(core, stance.topics, stance.stance, object_of(core))
        if BARE_NO.fullmatch(said) or (core != said and _OF_IT.search(core)):
            known = answered(page, stance.span.start)
            topic, share = (known, 1.0) if known else (topic, 0.0)
        elif share < PLAIN_TOPIC and stance.stance in _OF_THE_TEXT:
            topic, share = USUAL[stance.stance], 1.0
        doubts = doubts_of(page, said, stance, claim, party, share)
        made = Position(
            party=party,
            speaker=speaker_of(page, claim) if claim is not None and claim.party == party else None,
            topic=topic,
            stance=stance.stance,
            basis=basis_of(page, stance, claim, party),
            span=stance.span,
            # What a threat waits for is the threat itself: only a yes and an offer have conditions.
            conditions=_conditions(page, stance) if stance.stance.endswith("_if") else (),
            unsure=bool(doubts),
            doubts=doubts,
            claim=index,
        )
        yield made
        for other, span in together(page, stance.span, party):
            yield replace(made, party=other, span=span, speaker=None)
        yield from (replace(made, party=other, speaker=None) for other in both[1:])


def _conditions(page: Page, stance: RawStance) -> tuple[Condition, ...]:
    """What the model sees a yes or an offer hang on; where it does not see on what, what the words say."""
    return conditions_from(page.text, stance.conditions) or conditions_in(page.text, stance.span)


def _likelier(stance: RawStance, said: str) -> RawStance:
    """A stance of which the model is unsure, as its words tell it: for a person to see, never plain."""
    by_words = told(said)
    if by_words is not None and stance.stance in _FINER.get(by_words, ()) and stance.stance_sure < SUREST:
        return replace(stance, stance=by_words)
    if by_words is None or stance.stance_sure >= LIKELY or stance.sure < SURE:
        return stance
    return replace(stance, stance=by_words, stance_sure=LIKELY)


_FINER: dict[Stance, tuple[Stance, ...]] = {
    "criticises": ("rejects",),
    "reserves": ("rejects",),
    "threatens": ("rejects", "accepts_if"),
    "accepts_if": ("accepts", "accepts_in_principle"),
    "offers_if": ("offers", "accepts_if"),
}
"""Stances that words tell more exactly than the model: of which it takes them for a plainer one."""
SUREST = 0.95
"""How sure of that it may be."""


def _cut_short(said: str) -> bool:
    """Whether words say nothing by themselves: a mark alone, "She added that", "the envoy said"."""
    return len(_WORD.findall(said)) < FEWEST or _LEAD_IN.fullmatch(said) is not None
