"""What ties a term of a negotiating text to something else: an event that must come first, a proviso, a return, a lapse."""

from __future__ import annotations

import re
from itertools import islice

from nonpaper.model.codes import ConditionKind
from nonpaper.model.provision import Condition
from nonpaper.model.span import Span

_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|ten|twelve|fourteen|fifteen|twenty(?:[- ]\w+)?|thirty|forty[- ]?\w*|sixty|ninety|[\w-]+tieth|[\w-]+teenth)"
_PERIOD = rf"{_NUMBER}(?:\s*\(\d+\))?\s+(?:working\s+|calendar\s+)?(?:hours?|days?|weeks?|months?|years?)"
_NOUN = r"(?!(?:on|at|and|to|by|in|with|from|for|under|using|shall|will|must|may|is|are|an?|of|the)\b)[\w’'-]+"
_EVENT = (
    rf"(?:the\s+|an?\s+)?{_NOUN}(?:\s+{_NOUN}){{0,2}}(?:\s+of\s+(?:the\s+|this\s+)?{_NOUN}(?:\s+{_NOUN}){{0,2}}){{0,3}}"
)
# A day counted from an event, whatever stands before it: "from the day 1 of the withdrawal", "within 30 days after …".
_FROM_EVENT = re.compile(
    rf"\b(?:(?:starting|beginning|ending)\s+)?(?:(?:by\s+)?(?:no|not) later than|within|on|from|by|as of|as from|until|after)?\s*(?:the\s+)?"
    rf"(?:day\s+\d+|{_NUMBER}\s+day|{_PERIOD})\s+(?:of|after|following|from|before|prior to)\s+{_EVENT}(?:\s+at the latest)?",
    re.IGNORECASE,
)
_PLAIN_DATE = re.compile(
    r"\b(?:until|before|after|from)\s+(?:(?:the\s+)?(?:end|beginning|close)\s+of\s+)?(?:the\s+(?:year|month)\s+)?(?:\d{1,4}|(?:\d{1,2}\s+)?(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)",
    re.IGNORECASE,
)
_CUES: tuple[tuple[ConditionKind, str], ...] = (
    (
        "reciprocal",
        r"in (?:exchange|return)(?: for)?|on (?:a|the) (?:basis of )?(?:reciprocity|reciprocal basis)|on condition of reciprocity",
    ),
    (
        "precondition",
        (
            r"provided(?: always)? that|provided\b|on (?:the )?condition that|(?<!is )(?<!are )(?<!be )subject to|only if|unless|if|in the event (?:of|that)|in case (?:of|that)?|should(?=\s+(?:the|any|no|a|either|neither|one|both|it|they)\b)|(?-i:Should)(?=\s+[A-Z])|(?:in|upon|following) (?:any |a |the )?(?:(?:serious|material|proven|confirmed|grave|further|repeated) )?(?:event of )?(?:violation|breach)(?: of| by)"
            r"|as long as|for as long as|only upon|contingent (?:on|upon)|(?<!\w )(?<!\w)where(?=\s+(?:the|such|any|a|no)\b)|with the (?:prior )?(?:consent|agreement) of"
        ),
    ),
    (
        "sequence",
        (
            r"(?:starting |ending |beginning |only |immediately )?(?:after|upon|following)(?=\s+(?:the|its|their|an?|completion|certification|signature|verification|conclusion|entry|withdrawal|\w+(?:tion|ment|al|ance)\b))"
            r"|on(?=\s+(?:the\s+)?(?:confirmation|certification|verification|completion|receipt|notification|ratification|signature|entry into)\b)"
            r"|once|as soon as|until|till|pending|before(?=\s+(?:the|its|their|an?|any|such)\b)|prior to|simultaneously with|in parallel with"
        ),
    ),
)
_ANY = re.compile("|".join(f"(?P<{kind}>(?<![\\w-])(?:{cue})(?![\\w-]))" for kind, cue in _CUES), re.IGNORECASE)
_END = re.compile(r"[;,(]|\s+and\s+(?=ending|starting|the Parties|shall|will)|[.]?$", re.IGNORECASE)
_MEANS = re.compile(
    r"\bupon agreement|agreed upon|call(?:s|ed|ing)? upon|upon request|following (?:the following|measures|steps|terms)|subject to any",
    re.IGNORECASE,
)
_SHORT = 2
MOST = 24
"""Conditions looked at in one term; nobody drafts more, and hostile text may."""


def due(said: str) -> str | None:
    """The time that a term gives counted from an event, in its words: "within 30 days after signature"."""
    found = _FROM_EVENT.search(said)
    return found.group().strip() if found else None


def ties(text: str, span: Span, *, lapses: bool = False) -> tuple[Condition, ...]:
    """The conditions in a stretch, in order and apart. With `lapses`, what a term hangs on is what ends it."""
    said = span.quote(text)
    found = [(m.start(), m.end(), "sequence") for m in islice(_FROM_EVENT.finditer(said), MOST)]
    cues = [
        m for m in islice(_ANY.finditer(said), MOST) if not _MEANS.search(said, max(0, m.start() - 8), m.end() + 10)
    ]
    for at, cue in enumerate(cues):
        if any(a <= cue.start() < b for a, b, _ in found) or _PLAIN_DATE.match(said, cue.start()):
            continue
        end = _closed(said, cue.end())
        limits = [c.start() for c in cues[at + 1 :] if c.lastgroup != cue.lastgroup and cue.end() + 8 < c.start() < end]
        end = min([end, *limits])
        if len(said[cue.start() : end].split()) > _SHORT or cue.lastgroup == "reciprocal":
            found.append((cue.start(), end, cue.lastgroup or "sequence"))
    return tuple(_made(said, span.start, one, lapses) for one in _apart(sorted(found)))


def _closed(said: str, at: int) -> int:
    """Where a clause of condition ends: at its comma, bracket or semicolon, else with the words."""
    stop = _END.search(said, at)
    return stop.start() if stop else len(said)


def _apart(found: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    out: list[tuple[int, int, str]] = []
    for one in found:
        if not out or one[0] >= out[-1][1]:
            out.append(one)
    return out


def _made(said: str, base: int, one: tuple[int, int, str], lapses: bool) -> Condition:
    start, end, kind = one
    while said[start].isspace():
        start += 1
    words = said[start:end].rstrip(" ,;.")
    named: ConditionKind = "lapse" if lapses and kind == "precondition" else kind  # type: ignore[assignment]
    return Condition(span=Span(base + start, base + start + len(words)), kind=named)
