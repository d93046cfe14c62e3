"""Stances that stand in a noun or before "by": "Kessara's refusal to …", "the clause was rejected by Kessara"."""

from __future__ import annotations

import re
from functools import cache

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.stances.cues import openings_in, pattern, rows_for
from nonpaper.claims.stances.found import Found
from nonpaper.claims.stances.objects import object_of
from nonpaper.model.span import Span

REACH = 300
"""Characters beside a name in which such words stand."""
# Between "rejected by" and the name: nothing, an article, titles and offices, or the first of two.
_BESIDE = re.compile(r"\s*(?:(?:the|both|by)\s+)?(?:[A-Z][\w.’-]*\s+){0,3}(?:and\s+)?(?:the\s+)?")
_CLAUSE = re.compile(r"[;:]\s|,?\s+(?:but|while|whereas|although|though|and|that)\s|,\s", re.IGNORECASE)
_ENDS = re.compile(
    r"\s(?:remains?|remained|has|have|had|is|are|was|were|would|will|could|can|stalled|met|drew|prompted|led|came|means?|meant|threatens?|makes?|made|surprised|angered|alarmed|followed|caused|blocked|delayed|collapsed)\b|[,;:.“”\"]",
    re.IGNORECASE,
)


def done_by(page: Page, sentence: Span, mention: Mention) -> Found | None:
    """What was done by a party, or is unacceptable to it; the words before name the object."""
    start = max(sentence.start, mention.span.start - REACH)
    before = page.text[start : mention.span.start]
    for cue, stance in rows_for("passive", openings_in(before)):
        for found in cue.finditer(before):
            if not _BESIDE.fullmatch(before[found.end() :]):
                continue
            clause = _CLAUSE.split(before[: found.start()])[-1]
            if _SUPPOSED.search(clause) or not clause.strip():
                return None
            span = Span(start + found.start() - len(clause.lstrip()), mention.span.end)
            return stance, span, object_of(clause)
    return None


_SUPPOSED = re.compile(
    r"\b(?:if|unless|whether|may|might|could|would|should|nothing|no|not|never|none|neither|nobody|little|once|until|reports?|rumou?rs|claims?)\b",
    re.IGNORECASE,
)
_NEAR = 25
"""Half the characters before a name in which a word takes back what follows it."""


def held(page: Page, sentence: Span, mention: Mention) -> Found | None:
    """What a party is said to have: its demand, refusal, threat; what follows names the object."""
    stop = min(sentence.end, mention.span.end + REACH)
    before = page.text[max(sentence.start, mention.span.start - 2 * _NEAR) : mention.span.start]
    if pattern("taken_back", "say").search(before):
        return None
    rest = page.text[mention.span.end : stop]
    for cue, stance in rows_for("noun", openings_in(rest[:_WORDS])):
        found = _behind(cue).match(rest)
        if found is None or pattern("taken_back", "say").search(found["lead"]):
            continue
        ends = _ENDS.search(rest, found.end())
        about = rest[found.end() : ends.start() if ends else len(rest)]
        after = rest[ends.start() :] if ends else ""
        topic = object_of(about)
        if topic is None or not about.strip() or _GONE.match(after):
            return None
        return stance, Span(mention.span.start, mention.span.end + found.end() + len(about.rstrip())), topic
    return None


_WORDS = 60
_GONE = re.compile(
    r"\s(?:has|have|had|is|are|was|were)(?: been)? (?:dropped|abandoned|withdrawn|met|over|buried|gone|lifted|softened|no longer)",
    re.IGNORECASE,
)


@cache
def _behind(cue: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(
        r"(?P<lead>(?:[’']s?)?\s+(?:(?!(?:and|or|an?|the)\b)[\w-]+\s+){0,2}?)" + cue.pattern.removeprefix(r"(?<!\w)"),
        re.IGNORECASE,
    )
