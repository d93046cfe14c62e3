"""Parties as the subjects of verbs of wanting and offering: what is a demand or a proposal, and no term of a text."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.cues import words
from nonpaper.claims.provisions.frame import PARTY_KINDS, Frame
from nonpaper.claims.subjects import subjects
from nonpaper.model.codes import PresentedAs
from nonpaper.model.span import Span

_CLEFT = re.compile(
    r"\W*What (?:(?:the |its |their )?[\w’'-]+(?: [\w’'-]+){0,4}?) (?:(?:really|still|also|now|most) )?(?:wants?|wanted|seeks?|sought|demands?|demanded|asks? for|asked for|insists? on|insisted on)"
    r"(?: (?:above all|instead|in return|first|now|most))?(?:,[^,]{2,60},)? (?:is|are|was|were) (?!that |not |to (?:know|see|hear|understand)|peace\b|a deal\b|an? (?:end to the war|agreement)\b)",
)
# "insists that the price is acceptable" states something; "insists that the army withdraw" demands it.
_INSISTS = re.compile(r"\binsist\w*(?! on\b)(?!\w)", re.IGNORECASE)
_ASSERTS = re.compile(
    r"(?:that )?(?!.{0,120}\b(?:must|should|has to|have to|needs? to|not)\b)[^,;.]{2,90}?\b(?:is|are|was|were|has|have|had|means?|stands?|remains?|does|did|will|would)\b(?! to\b)",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"\W*(?:that\s+)?(?:it|they|he|she|we|I|(?:its|their|our)\s+[\w-]+)\s+(?:(?:will|would|shall|can|could|do|does|did)(?:\s+(?:not|never)|n[’']t)|cannot|can[’']t|won[’']t)\b",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"\W*(?:(?:[Tt]he )?[\w’'-]+(?: [\w’'-]+){0,3}?(?:[’']s|s[’'])|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]he (?:group|movement|rebels|government|delegation)[’']?s?[’']?) (?:[\w-]+ ){0,2}?"
    r"(?:demands?|conditions?|preconditions?|red lines?|priorit(?:y|ies)|wish list)(?: (?:for|in) [^,.;:]{2,50}?)? (?:include|includes|included|is|are|was|were|remains?) (?!that |not |in |among |part |on |at |the same|unchanged|unacceptable|clear|well known|simple|known|being|under|met|rejected|unreasonable|excessive|to )",
)
_BE = re.compile(r"\s*(?:is|are|was|were|has|have|had|also|still|now|reportedly|again|further|\s)*\s*", re.IGNORECASE)
# Of whom something is asked, who is offered something: "would be required to", "were offered".
SUFFERED = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+\s+)?(?:demanded|required|requested|sought|proposed|suggested|offered|asked|wanted)\b",
    re.IGNORECASE,
)
_OFFERS = re.compile(r"\boffer", re.IGNORECASE)
_NO_OFFER = re.compile(
    r"(?:no|nothing|neither|little|not)\b|(?:(?!to\b|that\b)[\w’'-]+\s+){1,6}?(?:nothing|neither)\b", re.IGNORECASE
)
_WANTING: tuple[tuple[PresentedAs, tuple[str, ...]], ...] = (
    ("demand", ("demand", "wants")),
    ("proposal", ("proposal", "offers")),
)


def asserts(cue: str, said: str) -> bool:
    """Whether somebody who insists only says that something is so, or what it will not do itself."""
    return _INSISTS.search(cue) is not None and (_ASSERTS.match(said) or _REFUSES.match(said)) is not None


def _nothing(cue: str, said: str) -> bool:
    """Whether the words after a verb of wanting or offering are no demand and no offer: "insists that it is so", "offered no money"."""
    return asserts(cue, said) or (_OFFERS.search(cue) is not None and _NO_OFFER.match(said) is not None)


def party_frame(page: Page, sentence: Span) -> Frame | None:
    """A party as the subject of a verb of wanting or proposing, or "What they want is …"."""
    cleft = _CLEFT.match(page.text, sentence.start, sentence.end) or _THEIRS.match(
        page.text, sentence.start, sentence.end
    )
    if cleft:
        return Frame(span=Span(cleft.end(), sentence.end), presented_as="demand", cue=Span(*cleft.span()))
    for subject in subjects(page, sentence):
        if subject.mention is not None and subject.mention.kind not in (*PARTY_KINDS, "adjective"):
            continue
        rest_at = subject.verb + len(_BE.match(page.text[subject.verb : sentence.end]).group())  # type: ignore[union-attr]
        rest = page.text[rest_at : sentence.end]
        for presented, keys in _WANTING:
            found = next((m for key in keys if (m := words("party", key).match(rest))), None)
            if found and SUFFERED.search(page.text[subject.verb : rest_at] + found.group()):
                return None
            if found and rest_at + found.end() < sentence.end:
                start = rest_at + found.end()
                if _nothing(found.group(), page.text[start : sentence.end].lstrip()):
                    return None
                return Frame(
                    span=Span(start, sentence.end),
                    presented_as=presented,
                    party=subject.party,
                    cue=Span(rest_at, start),
                )
    return None
