"""Who says what a participle adds: "An official praised the talks while cautioning that …" is all that official's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from nonpaper.claims.page import Page
from nonpaper.claims.sources.pieces import lower, quoted_in, sentence_around, trimmed
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span, hull

_PARTICIPLE = re.compile(r"(?:while |but |and )?\w+ing(?: (?:only|also|that|on|of|for|against))?$")
_ADDED = re.compile(
    r",?\s{1,3}(?:while\s{1,3}(?P<while>adding|acknowledging|admitting|cautioning|conceding|insisting|noting|stressing|warning)"
    r"|(?<=,\s)(?P<comma>adding))(?:\s{1,3}that)?\s{1,3}(?=\S)"
)


def parted(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """The claims; what a participle adds to a content, by the same source, is a claim of its own. Linear in the contents.

    "praised the talks while cautioning that …" and "…, adding that …" only: ", warning that" may go on with what is said.
    """
    cues = {piece.start for claim in claims for piece in claim.cue}
    return [part for claim in claims for part in _parts(page, claim, cues)]


def _parts(page: Page, claim: Claim, cues: set[int]) -> Iterator[Claim]:
    for number, piece in enumerate(claim.content):
        added = _ADDED.search(page.text, piece.start, piece.end)
        if added is None or not claim.source or any(q.contains(Span(*added.span())) for q in quoted_in(page, piece)):
            continue
        cue = Span(*added.span(added.lastgroup or 0))
        before = trimmed(page.text, piece.start, added.start())
        rest = trimmed(page.text, added.end(), piece.end)
        if cue.start not in cues and before is not None and rest is not None:
            yield replace(claim, content=(*claim.content[:number], before))
            yield replace(claim, cue=(cue,), content=(rest, *claim.content[number + 1 :]))
            return
    yield claim


def of_their_sentence(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """The claims; one that a participle makes is by whoever speaks before it in its sentence, not in one before."""
    spoken: dict[Span, list[Claim]] = {}
    for claim, sentence in _told(page, claims):
        spoken.setdefault(sentence, []).append(claim)
    return [_by_its_speaker(page, claim, spoken) for claim in claims]


def _told(page: Page, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Span]]:
    """Claims whose source stands in the sentence of their cue, and that sentence."""
    for claim in claims:
        sentence = sentence_around(page, claim.cue) if claim.source and claim.cue else None
        if sentence is not None and sentence.contains(hull(claim.source)):
            yield claim, sentence


def _by_its_speaker(page: Page, claim: Claim, spoken: dict[Span, list[Claim]]) -> Claim:
    if not claim.source or not claim.cue or not _PARTICIPLE.match(lower(page, claim.cue)):
        return claim
    sentence = sentence_around(page, claim.cue)
    if sentence is None or hull(claim.source).end > sentence.start:
        return claim
    before = [
        c
        for c in spoken.get(sentence, ())
        if c.cue[0].start < claim.cue[0].start and c.source[0].start < c.cue[0].start
    ]
    return replace(claim, source=max(before, key=lambda c: c.cue[0].start).source) if before else claim
