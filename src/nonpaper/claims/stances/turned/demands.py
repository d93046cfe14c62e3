"""Demands that are none: not made, given up, or only the lead-in of a list."""

from __future__ import annotations

import re
from functools import cache

from nonpaper.claims.page import sentence_at
from nonpaper.claims.stances.cues import any_of
from nonpaper.claims.stances.objects import NO
from nonpaper.claims.stances.turned.doubtful import names_report
from nonpaper.claims.stances.turned.words import (
    APART,
    DENIALS,
    NEAR,
    REACH,
    Words,
    is_taken_back,
    plain,
    shows,
    taken_back,
    turning,
)


def unsaid(words: Words) -> bool:
    """A demand all of whose words are taken back: "would not insist on", "had never asked for"; it is no refusal either."""
    asked = [m for m in turning("demanding").finditer(words.text) if m.end() > words.start]
    stance = words.position.stance
    if stance not in ("demands", "rejects", "red_line") or not asked:
        return False
    if stance != "demands":
        at = asked[0]
        return is_taken_back(words.text, at.start()) and not _refused(words, at)
    if any(_LESS.match(words.text, m.end()) or not is_taken_back(words.text, m.start()) for m in asked):
        return False
    other = plain(turning("asking"), words.text, words.start)
    if other is None:
        return True
    between = words.text[asked[0].end() : other.start()]
    return other.start() > asked[0].start() and _TURN.search(between) is None


_LESS = re.compile(r"\s+(?:anything )?(?:less|other than|short of|but)\b", re.IGNORECASE)


_TURN = re.compile(r"[,;.]|\s(?:but|instead|only)\b", re.IGNORECASE)


def _refused(words: Words, demand: re.Match[str]) -> bool:
    """Whether a refusal is shown by other words than a demand that is taken back."""
    taken = taken_back().search(words.text, max(0, demand.start() - NEAR), demand.start())
    start = taken.start() if taken else demand.start()
    return shows(words.text[words.start : max(start, words.start)], NO) or shows(words.text[demand.end() :], NO)


@cache
def _given_up_words() -> re.Pattern[str]:
    gives, given = any_of("turned", "gives_up"), any_of("turned", "given_up")
    return re.compile(rf"(?<!\w){gives}\s+(?:\w+ly\s+)?{given}(?!\w)", re.IGNORECASE)


def given_up(words: Words) -> bool:
    """A demand that is given up or that somebody is to give up: "urged it to drop its demand", "stopped insisting on"."""
    found = plain(_given_up_words(), words.text) if words.position.stance in ("demands", "red_line") else None
    if found is None:
        return False
    stop = APART.search(words.text, found.end())
    return stop is None or plain(turning("demanding"), words.text, stop.end()) is None


def never_demanded(words: Words) -> bool:
    """Who says that he has demanded nothing denies no report that is named."""
    asked = [m for m in turning("demanding").finditer(words.text) if m.end() > words.start]
    if words.position.stance not in DENIALS or not asked:
        return False
    taken = all(is_taken_back(words.text, m.start()) for m in asked)
    sentence = sentence_at(words.page, words.position.span.start) or words.position.span
    stop = min(sentence.end, words.position.span.end + REACH)
    return taken and not names_report(words.page.text[words.origin : max(stop, words.origin)])


def only_leads(words: Words) -> bool:
    """The lead-in of a list says nothing by itself: each line of the list is a stance of its own."""
    text, end = words.page.text, words.position.span.end
    return _LIST.match(text, max(words.position.span.start, end - 1)) is not None or _LIST.match(text, end) is not None


_LIST = re.compile(r":[ \t]*\n")


def set_against(words: Words) -> bool:
    """A demand for the one or the other of two things: "by the fund and not by the army, as it had insisted"."""
    return words.position.stance == "demands" and _AGAINST.search(words.said) is not None


_AGAINST = re.compile(
    r"\bnot\b[^.;:]{2,80}?,? as (?:the )?(?:[\w’'-]+ ){1,5}?(?:insist|demand|want|ask|request|propos|sought|call)\w*",
    re.IGNORECASE,
)
