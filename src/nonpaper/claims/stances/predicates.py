"""The further verbs of a subject: "Kessara welcomed the truce | but rejected the annex", "… while ruling out a vote"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from operator import itemgetter

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
    joints = islice(_JOINS.finditer(page.text, subject.verb, end), _FEW)
    shown = [joint.end() for joint in joints if _shows(page, joint, end)]
    if shown:
        stop = _next_other(page, sentence, subject, end)
        yield from (at for at in shown if at < stop)


def _next_other(page: Page, sentence: Span, subject: Subject, end: int) -> int:
    """Where the next subject of another party begins after a verb, `end` at the latest. O(log s) and what stands before it."""
    starts = _starts(page, sentence)
    after = range(bisect_right(starts, subject.verb, key=itemgetter(0)), len(starts))
    return min(end, next((starts[i][0] for i in after if starts[i][1] != subject.party or starts[i][0] >= end), end))


@lru_cache(maxsize=256)  # asked for each subject of a sentence
def _starts(page: Page, sentence: Span) -> tuple[tuple[int, str], ...]:
    """Where the subjects of a sentence begin, with whose they are, in text order."""
    return tuple(sorted((s.start, s.party) for s in subjects(page, sentence)))


def _shows(page: Page, joint: re.Match[str], end: int) -> bool:
    """Whether a verb of stance follows a joining word."""
    at = joint.end()
    if joint["word"] == "and" and _NOUNS.match(page.text, at):
        return False
    word = _FIRST.match(page.text, at, end)
    words = page.text[at : min(end, at + REACH // 2)]
    return word is not None and any(cue.match(words) for cue, _ in rows_for("does", openings_in(word[0])))
