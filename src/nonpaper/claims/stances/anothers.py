"""Whether the stance in what a source says is another party's, by who is named before the words that show it."""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, mentions_in, parties_in
from nonpaper.claims.sides import side_of
from nonpaper.claims.stances.cues import IF_FIRST
from nonpaper.claims.stances.parts import NEAR
from nonpaper.claims.who import parties_of
from nonpaper.model.claim import Claim
from nonpaper.model.codes import Stance
from nonpaper.model.span import Span, hull

_SUBJECT = re.compile(
    r"\W*(?:that\s+)?(?P<name>[A-Z][\w’'-]+)(?:\s[A-Z][\w’'-]+)?(?:,[^,;.]{1,40},)?\s+(?:has|have|had|is|was|will|would|does|did|can|could|\w+s)\b"
)
_BODY = re.compile(
    r"\s+(?:government|side|delegation|army|leadership|leaders?|negotiators?|rebels?|fighters|cabinet|authorities|presidency|parliament|ministry|officials?|president|premier)\b",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(r"\W*(?:that\s+)?(?P<who>it|they)\b", re.IGNORECASE)
_NOBODY = frozenset(
    {
        "We",
        "It",
        "He",
        "She",
        "They",
        "I",
        "The",
        "This",
        "That",
        "There",
        "Nobody",
        "No",
        "Our",
        "Its",
        "His",
        "Her",
        "Their",
    }
)
_OBJECT = re.compile(
    r"\b(?:to|of|for|on|in|with|from|against|by|at|over|between|after|before|about)\s+(?:the\s+)?$", re.IGNORECASE
)
_BOTH = re.compile(
    r"^\W*(?:that\W+)?(?:both|all|the(?: (?:two|other|warring))?|neither) (?:of the )?(?:sides|parties|party|side|leaders|presidents|delegations|governments|countries|capitals|belligerents|armies|forces|troops|camps?)\b|^\W*(?:that\s+)?they (?:both|have both)\b"
    r"|^\W*(?:that\W+)?(?:both|neither|each(?: (?:side|party|camp|delegation|government))?|the two|all (?:three|four|of them)) (?:of them )?(?:has|have|had|is|are|was|were|would|will|could|can|ha(?:s|d|ve) (?:now|already)|(?:accept|agree|sign|reject|refus|back|support|welcom|want|approv)\w*)\b",
    re.IGNORECASE,
)
# Who speaks of "they" in his own words speaks of others: "“They wanted the port back,” the president said".
_QUOTED_OTHER = re.compile(
    r"\s*[“\"‘]\s*(?:(?:But|And|Yet|So|Of course),? )?(?:They|He|She|You)\b(?![’'](?:re all)?\b$)"
)
_OTHER_SIDE = re.compile(
    r"\W*(?:that\s+)?(?P<who>(?:the )?(?:rebels?|rebel (?:group|movement|side)|insurgents|militants|guerrillas|militia|separatists|other(?: (?:side|party|one|minister|official|delegation|man|woman))?|latter|former|opposing side|enemy|adversary|opponents?|mediators?)|(?:one|two|some|another) of (?:the|them)(?: [\w-]+){0,2}?|(?:an?|one|another|some) (?:[\w-]+ ){0,2}?(?:person|people|man|woman|source|expert|analyst|scholar|lawyer|journalist|reporter|witness(?:es)?))\s",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby (?:the )?$", re.IGNORECASE)
_DUTY = re.compile(r"must|ha(?:s|ve) to be|needs? to be", re.IGNORECASE)


def of_another(page: Page, claim: Claim, content: Span, shown: tuple[Stance, re.Match[str]]) -> bool:
    """Whether the stance in the content is another party's: its nearest name before the stance is not the speaker's."""
    said = content.quote(page.text)
    if _BOTH.search(said) or _taken_up(page, claim, content):
        return True
    if _QUOTED_OTHER.match(said) and not (shown[0] == "demands" and _DUTY.fullmatch(shown[1].group().strip())):
        return True
    condition = IF_FIRST.match(said)
    subject = _SUBJECT.match(said, condition.end() if condition else 0)
    if subject and subject["name"] not in (claim.party, *_NOBODY):
        named_by = [
            m.party for m in mentions_in(page, content) if m.span.start == content.start + subject.start("name")
        ]
        if claim.party not in named_by and "Europe" not in named_by:
            return True
    at = content.start + (shown[1].start() or shown[1].end())  # a cue that begins with the subject holds its name
    if _of_the_other_side(page, claim, content) or _by_another(page, claim, content, shown[1].end()):
        return True
    if shown[0] == "demands" and _DUTY.fullmatch(shown[1].group().strip()) and _bears_it(page, content, at):
        return False  # what another must do is the speaker's demand
    before = parties_in(page, Span(content.start, max(content.start + 1, at)))
    named = [m for m in before if _acts(page, m) and not _OBJECT.search(page.text[content.start : m.span.start])]
    return bool(named) and named[-1].party not in (claim.party, "Europe")


def _acts(page: Page, mention: Mention) -> bool:
    """Whether a name may be who takes a stance: a party, a person, "the Lenthians", "the Lenthian government"."""
    people = mention.kind == "adjective" and page.text[mention.span.end - 1] == "s"
    body = mention.kind == "adjective" and _BODY.match(page.text, mention.span.end) is not None
    return mention.kind in ("party", "metonym", "person") or people or body


def _of_the_other_side(page: Page, claim: Claim, content: Span) -> bool:
    """Whether the content is about "the rebels" or "the other side", and these are not the speaker's."""
    other = _OTHER_SIDE.match(page.text, content.start, content.end)
    return other is not None and side_of(page, Span(*other.span("who"))) != claim.party


def _by_another(page: Page, claim: Claim, content: Span, after: int) -> bool:
    """Whether another party is named after "by": "could be swallowed by the Keldrians"."""
    start = content.start + after
    return any(
        m.party and m.party != claim.party and _BY.search(page.text[max(start, m.span.start - NEAR) : m.span.start])
        for m in (mentions_in(page, Span(start, content.end)) if start < content.end else ())
    )


def _bears_it(page: Page, content: Span, at: int) -> bool:
    """Whether a name stands right before "must"."""
    named = mentions_in(page, Span(content.start, at)) if at > content.start else ()
    return bool(named) and at - named[-1].span.end <= NEAR


def _taken_up(page: Page, claim: Claim, content: Span) -> bool:
    """Whether "it" or "they" at the start takes up a party named before, while somebody else is credited after."""
    opens = _TAKES_UP.match(page.text, content.start, content.end)
    if opens is None or not claim.source or hull(claim.source).start < content.start:
        return False
    before = parties_of(page, Span(*opens.span("who")))
    return bool(before) and before[0] != claim.party
