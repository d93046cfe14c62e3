"""What a text demands of which somebody tells: "the response, an official said, demands …" is nothing of the official's."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from nonpaper.claims.page import Page, mentions_in, sentence_at
from nonpaper.claims.sources.owners import owner_before
from nonpaper.claims.stances.cues import any_of
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span, hull

REACH = 200
"""Characters from where a sentence begins in which its text is named and who tells of it."""
_ANSWER = r"(?:response|reply|answer|counter-?proposal|counter-?offer|letter|note|message)"
_TEXT = rf"(?:{_ANSWER}|proposal|offer|plan|draft|text|paper|document|memorandum|statement)"
_LED = re.compile(
    rf"\W*(?:(?:But|And|Yet|In turn),?\s)?(?P<paper>(?:The|Its|Their|His|Her|That|This|An?|[A-Z][\w’'-]+)\s(?:[\w’'-]+\s){{0,4}}?(?P<noun>{_TEXT}))"
    rf"(?:\s(?:of|by|from|to)\s[^,;.]{{2,60}}?)?,\s*"
)
_ANSWERS = re.compile(_ANSWER)
# Who speaks of himself too: "the plan, he said, keeps their army, and we reject it".
_OURS = re.compile(r"\b(?:we|our|us|I|my)\b", re.IGNORECASE)


class Paper(NamedTuple):
    """Whose a text is; None where nothing says so."""

    party: str | None


def told_of(page: Page, claim: Claim) -> Paper | None:
    """The text whose verb shows a stance of which the claim's source only tells; None where the source speaks of himself."""
    if not claim.source:
        return None
    at = hull(claim.source).start
    sentence = sentence_at(page, at)
    near = sentence is not None and at - sentence.start <= REACH
    led = _LED.fullmatch(page.text, sentence.start, at) if sentence is not None and near else None
    after = [s for s in (*claim.cue, *claim.content) if s.start > at and _acts().match(page.text, s.start, s.end)]
    if led is None or not after or _OURS.search(hull((*after, *claim.content)).quote(page.text)):
        return None
    paper = Span(*led.span("paper"))
    named = {m.party for m in mentions_in(page, paper) if m.party}
    if named:
        return Paper(next(iter(named)) if len(named) == 1 else None)
    return Paper(_sender(page, paper.start, led["noun"]))


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(
        rf"\W*(?:(?:also|still|but|and|instead|\w+ly)\s+)*{any_of('turned', 'text_does')}(?!\w)", re.IGNORECASE
    )


def _sender(page: Page, at: int, noun: str) -> str | None:
    """Who sent an answer: whom the sentence before is about, where it speaks of one."""
    before = sentence_at(page, max(0, at - 2))
    if before is None or not _ANSWERS.fullmatch(noun) or noun not in before.quote(page.text):
        return None
    return owner_before(page, at, "its")
