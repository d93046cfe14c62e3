"""Denials and dismissals of no report: somebody is denied a thing, or is dismissed."""

from __future__ import annotations

import re

from nonpaper.claims.stances.turned.doubtful import names_report
from nonpaper.claims.stances.turned.words import DENIALS, Words, turning


def denies_a_thing(words: Words) -> bool:
    """Whether somebody is denied something: "denied the crew the use of the lift", "was denied a seat"; no report is."""
    if words.position.stance not in DENIALS:
        return False
    found = [m for m in _DENY.finditer(words.text) if m.end() > words.start]
    if not found or not _of_a_thing(words.text, found[0]):
        return False
    return all(_of_a_thing(words.text, m) or _OF_A_REPORT.match(words.text, m.end()) is None for m in found[1:])


_DENY = re.compile(r"\b(?P<passive>(?:was|were|been|being|be|get|got) )?(?:den(?:y|ies|ied|ying))\b", re.IGNORECASE)


_OF_A_REPORT = re.compile(
    r",? (?:(?:too|also|again|flatly|later),? )*(?:that|having|any|it\b|this|the (?:reports?|claims?|accusations?|charges?|story|rumou?rs?))",
    re.IGNORECASE,
)


def _of_a_thing(text: str, found: re.Match[str]) -> bool:
    if found["passive"]:
        return _BY.match(text, found.end()) is None
    given = _GIVEN.match(text, found.end())
    return given is not None and turning("told_of").search(given["whom"]) is None


_BY = re.compile(r"(?: \w+ly| at once| on \w+day| again| yesterday)* by\b", re.IGNORECASE)
_TIME = r"(?:\w+ )?(?:times?|days?|weeks?|months?|mornings?|evenings?|hours?|minutes?|nights?|years?|afternoons?|moments?|breath)\b"
_NOT_WHOM = r"(?:that|having|being|ever|as|and|but|or|of|in|on|at|over|to|for|from|by|with|about|has|had|have|is|was|were|would|will|could|can|did|does)\b"
# "it | a second boiler", "two historians | entry", "himself | a cigarette": whom, and what.
_GIVEN = re.compile(
    rf"(?P<whom>(?: (?:it|him|her|them|us|me|you)| (?:it|him|her|them|my|our)sel(?:f|ves)| (?!any\b|both\b|all\b|{_NOT_WHOM})[\w’'-]+(?: (?!{_NOT_WHOM})[\w’'-]+){{1,4}}?))"
    rf" (?!(?:the|an?) (?:\w+ )?{_TIME})(?:an?|the|his|her|their|its|any|entry|access|bail|leave|permission|water|food|shelter|asylum|treatment|visas?|passage) ?(?![\w’'-]+ {_TIME})",
    re.IGNORECASE,
)


def dismisses_somebody(words: Words) -> bool:
    """Whether it is a person who is dismissed, from an office: "dismissed two colonels over a contract for boots"."""
    if words.position.stance not in DENIALS or words.cue >= len(words.text):
        return False
    return _DISMISSED.match(words.text, words.cue) is not None and not names_report(words.said)


_DISMISSED = re.compile(
    r"(?:\w+ )??dismiss(?:es|ed) (?:(?:the|an?|his|her|its|their|two|three|four|five|six|several|some|\d+) )(?![^.;]*\bas\b)(?:[\w’'-]+ ){0,3}?\w+",
    re.IGNORECASE,
)
