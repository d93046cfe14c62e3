"""Two carriers in one sentence: "Officials told the Courier, the Times reported, that …" is the officials', and came through both."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from nonpaper.claims.page import Page
from nonpaper.claims.sources.describe import describe
from nonpaper.claims.sources.pieces import outlets_in, sentence_around, trimmed
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span, hull

_OTHER = r"[^,;:“”\"()\n]{2,60}?"
_RELAYED = re.compile(
    rf"(?P<who>[^,;:“”\"()\n]{{3,90}}?) (?P<cue>(?:has |had |have )?told) (?P<to>{_OTHER}), (?:as )?"
    rf"(?:(?P<by>{_OTHER}) (?:reported|reports|said|wrote|writes)(?: [a-z]+| on \w+day)?|(?:according to|reported by|as quoted by) (?P<of>{_OTHER})), (?P<that>that )?"
)


def relayed(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """The claims with whoever told one outlet, as another reports, as the source of what the other is said to say."""
    found, spent = list(claims), []
    for index, claim in enumerate(claims):
        whole = _read(page, claim)
        if whole is not None:
            found[index], head = whole
            spent.append(head)
    return [c for c in found if not any(_is_of_the_head(c, head) for head in spent)]


def _read(page: Page, claim: Claim) -> tuple[Claim, Span] | None:
    sentence = sentence_around(page, claim.source) if claim.source and not claim.via else None
    told = _RELAYED.match(page.text, sentence.start, sentence.end) if sentence else None
    if sentence is None or told is None:
        return None
    by = Span(*told.span("by" if told["by"] else "of"))
    to, who = Span(*told.span("to")), trimmed(page.text, *told.span("who"))
    carriers = (*outlets_in(page, by), *outlets_in(page, to))
    rest = trimmed(page.text, told.start("that") if told["that"] else told.end(), sentence.end)
    if not by.overlaps(hull(claim.source)) or len(carriers) < 2 or who is None or rest is None:
        return None
    if describe(page, (who,)).kind == "none":
        return None
    names = tuple(dict.fromkeys(m.name for m in carriers))
    whole = replace(claim, source=(who,), cue=(Span(*told.span("cue")),), content=(rest,), via=names)
    return whole, Span(sentence.start, told.end())


def _is_of_the_head(claim: Claim, head: Span) -> bool:
    """Whether a claim only has words of "Officials told the Courier, the Times reported" as its content."""
    return head.contains(hull(claim.content))
