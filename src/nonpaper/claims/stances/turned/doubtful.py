"""Words that are near a denial, a refusal or an offer and are none: a doubt, a half-truth, silence, what another is to do."""

from __future__ import annotations

import re
from functools import cache

from nonpaper.claims.page import Page, parties_in
from nonpaper.claims.stances.cues import any_of, spelled
from nonpaper.claims.stances.turned.words import turning
from nonpaper.claims.subjects import BODIES
from nonpaper.model.span import Span

NEAR = 120
"""Characters after words of proposing in which is named who is to do it."""


def names_report(words: str) -> bool:
    """Whether a report, a claim or an accusation is named that may be denied, or words say that one is."""
    return any(turning(key).search(words) for key in ("told_of", "denying"))


@cache
def _half_true() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?<!not ){any_of('turned', 'half_true')}(?!\w)", re.IGNORECASE)


def is_half_true(words: str) -> bool:
    """Whether a report is said to be true in part: that denies it as little as it confirms it."""
    return _half_true().search(words) is not None


@cache
def _silent() -> re.Pattern[str]:
    mute = spelled("{mute}")
    would_not = r"(?:would|will|could|can|did|does|do)(?: not|n[’']t) (?:even )?(?:(?:want|wish) to )?"
    return re.compile(
        rf"\b(?:(?:refus|declin)(?:es|e|ed|ing) (?:even )?{mute}|{would_not}{mute.removeprefix('to ')})", re.IGNORECASE
    )


def silence(words: str) -> re.Match[str] | None:
    """Where somebody refuses to speak: "refused to elaborate"."""
    return _silent().search(words)


_PROPOSES = re.compile(
    r"\b(?:propos(?:e|es|ed|ing|als?)|suggest(?:s|ed|ing|ions?)?|offer(?:s|ed|ing)?)\s+(?:that\b|for\b|(?=[A-Z]|the\s|an?\s))",
    re.IGNORECASE,
)
_DOES = re.compile(
    rf"(?:(?:[’']s?)?\s+{BODIES})?\s+(?:should\s+|would\s+|to\s+|first\s+|also\s+)?(?!and\b|or\b|of\b|in\b|on\b|for\b|has\b|had\b|was\b|is\b)[a-z]{{3,}}"
)


def proposes_for_another(page: Page, words: Span, party: str) -> bool:
    """Whether what is proposed is for another party to do: "proposed that X release"; it is nothing that its author offers.

    What both are to do is the author's offer too.
    """
    found = _PROPOSES.search(page.text, words.start, words.end)
    if found is None or found.end() >= words.end:
        return False
    reach = min(words.end, found.end() + NEAR)
    named = parties_in(page, Span(found.end(), reach))
    if not named or any(m.party == party for m in named[:2]):
        return False
    lead = _LEAD.fullmatch(page.text, found.end(), named[0].span.start)
    if lead is None:
        return False
    return lead["deed"] is not None or _DOES.match(page.text, named[0].span.end, reach) is not None


_LEAD = re.compile(
    r"\s*(?:(?:under|in|as part of|by|within|after|at|from|on) [^,;:.]{2,60}?,?\s+)?(?:the\s+)?(?P<deed>(?:an?\s+)?(?:[\w-]+\s+){0,2}?"
    r"(?:(?:withdrawal|pull-?back|pull-?out|retreat|disarmament|departure)\s+(?:of|by)|[\w-]+\s+by)\s+(?:all\s+)?(?:the\s+)?)?",
    re.IGNORECASE,
)
