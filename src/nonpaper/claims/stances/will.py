"""What a source does by its own verb, and what its own words say that its party will do: "…, she said her side would sign"."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page, mentions_in, sentence_at
from nonpaper.claims.stances.deeds import deed
from nonpaper.claims.subjects import past_adverbs, subjects
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance
from nonpaper.model.span import Span, hull

_OWN = re.compile(
    r"\W*(?:that\s+)?(?:(?P<back>it|we|I|he|she)|(?P<many>they)"
    r"|(?:his|her|its|their|our|my)\s+(?:own\s+)?(?:government|side|country|movement|group|party|delegation|people|forces|army|administration|organi[sz]ation|leadership|cabinet|fighters|troops|men|state|nation|office|coalition|front|alliance))(?=\s)",
    re.IGNORECASE,
)
_CLOSE = 40
"""Characters between a source and its words of saying."""
_BODIES = ("institution_unspecified", "official_text")


_AND = re.compile(r"\s(?:and|then|but)\s")


def deed_of(page: Page, claim: Claim) -> Stance | None:
    """What the source does by the verb that follows it: "The envoy | has dismissed it"."""
    if not claim.source or not claim.cue:
        return None
    end = hull(claim.source).end
    verb = past_adverbs(page, end, end + _CLOSE)
    if not (end < verb <= claim.cue[0].end and claim.cue[0].start - end <= _CLOSE):
        return None
    if _AND.search(page.text, verb, claim.cue[0].start):
        return None  # "rejected it and | said": of the second verb, what is said counts
    sentence = sentence_at(page, end - 1)
    found = deed(page, verb, sentence.end) if sentence is not None else None
    return found.stance if found is not None else None


def will_of(page: Page, claim: Claim, content: Span) -> Stance | None:
    """What the content says of the speaker's own side, named or "it", "our government", by the verb that follows."""
    verb = _own_verb(page, claim, content)
    found = deed(page, verb, content.end) if verb is not None else None
    return found.stance if found is not None else None


def _own_verb(page: Page, claim: Claim, content: Span) -> int | None:
    """Where the verb begins of which the speaker's side is the subject; None where it is not."""
    own = _OWN.match(page.text, content.start, content.end)
    if own is not None:
        return past_adverbs(page, own.end(), content.end) if not own["many"] or claim.kind in _BODIES else None
    first = next(iter(mentions_in(page, content)), None)
    sentence = sentence_at(page, content.start)
    if first is None or sentence is None or first.party != claim.party:
        return None
    if len(page.text[content.start : first.span.start].split()) > _LEADING:
        return None
    return next((s.verb for s in subjects(page, sentence) if s.start == first.span.start), None)


_LEADING = 2
"""Words before the name that opens a content: "that the"."""
