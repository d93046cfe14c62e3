"""What a party does as the subject of its verb: "Norvia firmly rejected …"."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page, mentions_in
from nonpaper.claims.provisions.no_terms import WHEN_ONLY
from nonpaper.claims.stances.deeds import deed
from nonpaper.claims.stances.found import Found
from nonpaper.claims.stances.hints import Hints, answered
from nonpaper.claims.stances.objects import NO, TELLING, USUAL, WISHES, object_of
from nonpaper.claims.subjects import Subject
from nonpaper.model.span import Span


def does(page: Page, sentence: Span, subject: Subject, hints: Hints) -> Found | None:
    """The party as subject: "Norvia firmly rejected …"."""
    found = deed(page, subject.verb, sentence.end)
    if found is None or (found.stance in WISHES and (WHEN_ONLY.fullmatch(found.about) or goes_on(found.about))):
        return None  # "the fund, which it has demanded since 2023": what is wanted stands before
    if found.stance == "accepts" and _backs_somebody(page, found.end - len(found.about), found.end):
        return None  # who backs an ally says yes to no text
    span = Span(subject.start, found.end)
    topic = object_of(found.about) or (None if found.stance in USUAL else object_of(span.quote(page.text)))
    bare = "plan" if found.stance == "criticises" and not found.about.strip() else None
    topic = topic or USUAL.get(found.stance) or bare  # type: ignore[assignment] # a literal
    if topic is None and found.stance in NO and not found.about.strip():
        return found.stance, span, answered(page, subject.start)
    if topic is None and found.stance in TELLING and (found.stance not in WISHES or len(found.about.split()) >= _SOME):
        topic = hints.topic(span)
    return found.stance, span, topic


# "the six it had asked for, | and another battalion will …" names nothing that was asked for; "what it wants | is a truce" does.
_GOES_ON = re.compile(
    r"\s*(?:,\s*)?(?:(?:and|but|while|whereas|which|who|has|have|had|will|would)\b"
    r"|(?:is|are|was|were)\b(?!\s+(?:an?|the|that|for|to|more|its|their|\w+ing)\b))",
    re.IGNORECASE,
)


def goes_on(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether the next clause follows where the object of a wish would stand: what is wanted stands before then."""
    return _GOES_ON.match(text, start, len(text) if end is None else end) is not None


def _backs_somebody(page: Page, start: int, end: int) -> bool:
    """Whether what a verb of support has for its object is a party or a person, and nothing of theirs."""
    if start >= end or not _BACKS.search(page.text, max(0, start - _WORD), start):
        return False
    named = mentions_in(page, Span(start, end))
    first = named[0] if named and named[0].kind != "adjective" else None
    bare = first is not None and _ARTICLE.fullmatch(page.text, start, first.span.start)
    return first is not None and bool(bare) and _ALONE.match(page.text, first.span.end) is not None


_BACKS = re.compile(r"\b(?:back|support|endorse)(?:s|ed)?\W*$", re.IGNORECASE)
_ARTICLE, _ALONE = (
    re.compile(r"\s*(?:the\s+)?", re.IGNORECASE),
    re.compile(r"(?:\s*[.,;]|\s*$|\s+(?:in|on|over|at|and|as|against)\b)"),
)
_WORD = 20
"""Characters before an object in which its verb stands."""
_SOME = 2
"""Words in which a wish or an offer names its object, where no topic is known by them."""
