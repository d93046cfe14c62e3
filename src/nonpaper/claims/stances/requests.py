"""Whose wish brought something into a text or out of it: "the clause was struck out at Kessara's request"."""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.stances.found import Found
from nonpaper.claims.stances.hints import Hints, answered
from nonpaper.claims.stances.objects import object_of
from nonpaper.model.codes import Stance, Topic
from nonpaper.model.span import Span

REACH = 200
"""Characters before a name in which what was done stands."""
_CLOSE = 130
"""Characters before it in which the verb stands."""
_WISH = r"(?:insistence|requests?|behest|demand|urging|wish)\b"
_AT = re.compile(r"\b(?:at|on)\s+(?:the\s+)?$")
_THEIRS = re.compile(rf"[’']s?\s+(?:[\w-]+\s+){{0,2}}?{_WISH}")
_AT_WISH_OF = re.compile(rf"\b(?:at|on)\s+the\s+{_WISH}\s+of\s+(?:the\s+)?$")
_OUT = (
    r"(?:removed|dropped|deleted|taken out|struck (?:out|off)|crossed out|cut|went|scrapped|left out|omitted|withdrawn)"
)
_IN = r"(?:added|inserted|included|put in|written in|restored|retained|introduced|brought in|went in|came in)"
_DONE = re.compile(
    rf"(?:(?:was|were|has been|have been|had been|is|are)\s+)?(?:\w+ly\s+)?\b(?:(?P<into>{_IN})|(?P<out>{_OUT}))(?:,[^,.;“”\"]{{3,90}},)?\s+$"
)
_CLAUSE = re.compile(r"[;:]\s+|\s(?:but|while|although|though|that)\s|,\s+(?:and|which)\s")
_NOT = re.compile(
    r"\b(?:not|never|if|unless|nothing|could|might|(?-i:may)|would|should|will|whether|to be)\b|n[’']t\b", re.IGNORECASE
)


def at_request(page: Page, sentence: Span, mention: Mention, hints: Hints) -> Found | None:
    """A refusal of what was taken out at a party's wish, a demand for what was put in."""
    start = max(sentence.start, mention.span.start - REACH)
    before = page.text[start : mention.span.start]
    theirs = _THEIRS.match(page.text, mention.span.end, sentence.end)
    at = _AT.search(before) if theirs is not None else _AT_WISH_OF.search(before)
    done = _DONE.search(before, max(0, at.start() - _CLOSE), at.start()) if at is not None else None
    if done is None or _NOT.search(before, 0, done.start()):
        return None
    own = _CLAUSE.split(before[: done.start()])[-1]
    span = Span(start + done.start() - len(own.lstrip()), theirs.end() if theirs is not None else mention.span.end)
    stance: Stance = "demands" if done["into"] else "rejects"
    return stance, span, object_of(own) or _before(page, span, hints)


def _before(page: Page, span: Span, hints: Hints) -> Topic | None:
    """What "it went" is about: the sentence before names it, or the text's term there."""
    return answered(page, span.start) or hints.topic(span)
