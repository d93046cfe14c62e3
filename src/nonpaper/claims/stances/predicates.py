"""The further verbs of a subject: "Kessara welcomed the truce | but rejected the annex", "… while ruling out a vote"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from nonpaper.claims.page import Page
from nonpaper.claims.stances.cues import openings_in, rows_for
from nonpaper.claims.subjects import Subject, subjects
from nonpaper.model.span import Span

REACH = 400
"""Characters after a subject in which its further verbs stand."""
_FEW = 6
"""Joining words looked at: a hostile sentence of many costs no more."""
_FINITE = re.compile(
    r"(?:has|have|had|is|are|was|were|will|would|does|do|did|can|could|[a-z]+(?:ed|s)|said|told|took|gave|made|put|kept|spoke|saw|went|met|swore|held|sent|left|came|sat|stood|flew|wrote|rose|brought|found|broke|began|chose)\b"
)
_JOINS = re.compile(
    r"(?P<mark>,)?\s+(?P<word>and|but|yet|while)\s+(?:(?:also|then|still|instead|now|again|[a-z]+ly)\s+)?(?=[a-z])"
)
# "and offers of help", "and demands for more": nouns as often as verbs.
_NOUNS = re.compile(
    r"(?:demands|offers|calls|supports|proposals?|requests|claims|threats|vows|objects|backs|seeks|rejects|insists|complaints?)\b"
)
_FIRST = re.compile(r"[\w’']+")


def further_verbs(page: Page, sentence: Span, subject: Subject) -> Iterator[int]:
    """Where further verbs of a subject begin that show a stance, while no other party is named. Linear in REACH."""
    end = min(sentence.end, subject.verb + REACH)
    if subject.verb >= end or _FINITE.match(page.text, subject.verb, end) is None:
        return
    others = (s.start for s in subjects(page, sentence) if s.party != subject.party and s.start > subject.verb)
    stop = min(others, default=end)
    for joint in islice(_JOINS.finditer(page.text, subject.verb, stop), _FEW):
        if _shows(page, joint, end):
            yield joint.end()


def _shows(page: Page, joint: re.Match[str], end: int) -> bool:
    """Whether a verb of stance follows a joining word."""
    at = joint.end()
    if joint["word"] == "and" and _NOUNS.match(page.text, at):
        return False
    word = _FIRST.match(page.text, at, end)
    words = page.text[at : min(end, at + REACH // 2)]
    return word is not None and any(cue.match(words) for cue, _ in rows_for("does", openings_in(word[0])))
