"""The order in which the rules of this folder are applied."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from nonpaper.claims.attribution.records import RawAttribution
from nonpaper.claims.page import Page
from nonpaper.claims.sources.asides import rejoined
from nonpaper.claims.sources.carriers import carried, cited, printed, recorded, split, without_doubles
from nonpaper.claims.sources.conversation import with_turns
from nonpaper.claims.sources.describe import describe
from nonpaper.claims.sources.edges import is_dateline, tidied
from nonpaper.claims.sources.hearsay import hearsay, is_hearsay, over_lists
from nonpaper.claims.sources.home import at_home, home_of
from nonpaper.claims.sources.interviews import over_interviews
from nonpaper.claims.sources.kinds import IN_PUBLIC
from nonpaper.claims.sources.manner import access, likelihood, manner, mood
from nonpaper.claims.sources.nested import carry_down, nest
from nonpaper.claims.sources.no_deeds import NO_DEEDS, not_done, points_of
from nonpaper.claims.sources.own import is_terms_of_talk, of_the_writer
from nonpaper.claims.sources.owners import possessed
from nonpaper.claims.sources.participles import of_their_sentence, parted
from nonpaper.claims.sources.pieces import lower, spans
from nonpaper.claims.sources.relayed import relayed
from nonpaper.claims.sources.repair import is_elsewhere, repaired
from nonpaper.claims.sources.resolve import resolve
from nonpaper.claims.sources.tone import act, denies, hedges_in
from nonpaper.model.claim import Claim
from nonpaper.model.span import hull
from nonpaper.text.near import Near

# On the development part of PolNeAR nearly four in five attributions above this score are right; found F1 is level from 0.65 to 0.76,
# and the lower end finds more. To be measured again for each release of the weights.
LOW_SCORE = 0.68
WEAK = "the reader is not sure that these words belong together"
NOBODY = "nobody is named who says this"
# Of words that nobody is said to have said ("is expected", "was announced"), two in three above this score are some claim; found F1 is level
# from 0.8 to 0.9, and the upper end states fewer that are none.
UNNAMED = 0.9
WRITER = "the writer speaks of himself or of the reader"
_UNSURE = frozenset({WEAK, NOBODY, WRITER}) | NO_DEEDS


def claims_of(page: Page, raw: Sequence[RawAttribution]) -> tuple[Claim, ...]:
    """Claims of one report in text order; spans that do not lie in the text are left out."""
    claims = [c for r in with_turns(page, raw) if (c := _plain(page, r)) is not None]
    claims = without_doubles(page, [cited(page, split(page, repaired(page, tidied(page, c)))) for c in claims])
    claims = relayed(page, of_their_sentence(page, parted(page, rejoined(page, claims))))
    claims = over_lists(page, [*(c for c in claims if not is_terms_of_talk(page, c)), *hearsay(page, claims)])
    claims = nest(page, [_described(page, c) for c in claims])
    home = home_of(page)
    claims = resolve(page, [at_home(page, possessed(page, _described(page, c)), home) for c in claims])
    claims = [at_home(page, c, home) for c in claims]
    claims = carry_down(page, [carried(page, _heard(page, c)) for c in claims])
    claims = over_interviews(page, _share_via(claims))
    points = points_of(page)
    return _in_order([_toned(page, c, points) for c in claims])


def _plain(page: Page, raw: RawAttribution) -> Claim | None:
    content = tuple(p for p in spans(raw.content, page.text) if not is_dateline(page.text, p))
    if not content:
        return None
    return Claim(source=spans(raw.source, page.text), cue=spans(raw.cue, page.text), content=content, score=raw.score)


def _described(page: Page, claim: Claim) -> Claim:
    seen = describe(page, claim.source)
    kind = seen.kind
    if kind == "outlet_relay":
        kind = printed(page, claim)
    return replace(claim, kind=kind, party=seen.party)


def _heard(page: Page, claim: Claim) -> Claim:
    """A person whose words a recording gives did not say them to the public."""
    return replace(claim, kind="recording") if claim.kind in IN_PUBLIC and recorded(page, claim) else claim


def _share_via(claims: Sequence[Claim]) -> list[Claim]:
    """A source's second claim in the same sentence came the same way as its first."""
    first: dict[tuple[int, int], tuple[str, ...]] = {}
    for claim in claims:
        if claim.source and claim.via:
            first.setdefault((hull(claim.source).start, hull(claim.source).end), claim.via)
    return [
        replace(c, via=first[key])
        if c.source and not c.via and (key := (hull(c.source).start, hull(c.source).end)) in first
        else c
        for c in claims
    ]


def _toned(page: Page, claim: Claim, points: Near) -> Claim:
    hedges = hedges_in(page, (*claim.cue, *claim.content))
    does = act(page, claim)
    asked = not claim.source and lower(page, claim.cue).startswith("asked")  # a question that is put states nothing
    doubts = claim.doubts
    if of_the_writer(page, claim):
        doubts = (*doubts, WRITER)
    if claim.score < LOW_SCORE or is_elsewhere(page, claim):
        doubts = (*doubts, WEAK)
    if not claim.source and does in ("says", "does") and not is_hearsay(lower(page, claim.cue)):
        doubts = (*doubts, NOBODY)
    why = not_done(page, claim, points) if does == "does" else None
    doubts = doubts if why is None else (*doubts, why)
    return replace(
        claim,
        act=does,
        hedges=hedges,
        hedged=bool(hedges),
        denied=denies(page, claim),
        likelihood=likelihood(page, claim),
        manner=manner(page, claim),
        mood=mood(page, claim),
        access=access(page, claim),
        doubts=doubts,
        unsure=not _UNSURE.isdisjoint(doubts if claim.score < UNNAMED or asked else set(doubts) - {NOBODY}),
    )


def _in_order(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Text order, with the numbers of other claims renewed."""
    order = sorted(range(len(claims)), key=lambda i: hull((*claims[i].source, *claims[i].cue, *claims[i].content)))
    place = {old: new for new, old in enumerate(order)}
    return tuple(
        replace(
            claims[i],
            inside=None if claims[i].inside is None else place[claims[i].inside],  # type: ignore[index]
            carrier_of=None if claims[i].carrier_of is None else place[claims[i].carrier_of],  # type: ignore[index]
        )
        for i in order
    )
