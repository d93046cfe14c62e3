"""The condition that a party ties to its yes, with its words."""

from __future__ import annotations

import re

from nonpaper.model.codes import ConditionKind
from nonpaper.model.provision import Condition
from nonpaper.model.span import Span

_CUES: tuple[tuple[re.Pattern[str], ConditionKind], ...] = (
    (re.compile(r"\b(?:in exchange for|in return for)\b", re.IGNORECASE), "reciprocal"),
    (
        re.compile(
            r"\b(?:only if|if|provided(?: that)?|on (?:the )?(?:strict |sole )?(?:condition|understanding) that|(?:as|so) long as|unless|dependent on|conditional on|contingent on|subject to)\b",
            re.IGNORECASE,
        ),
        "precondition",
    ),
    (
        re.compile(
            r"\b(?:once|as soon as|after|until|when(?= (?!it comes to\b)(?:the|all|both|every|each|its|their|an?|[\w’-]+) [^,;.]{0,60}?(?:\b(?:has|have|is|are) |\b[a-z]{3,}s (?:the|its|their|all|an?)\b))"
            r"|the (?:day|moment|minute|instant)(?= (?!(?:of|after|before|in|at|for|when|that|on|to|from|by|is|was|and|or|with|following|next|previous)\b)[\w’-]+ ))\b",
            re.IGNORECASE,
        ),
        "sequence",
    ),
)
_END = re.compile(r"[.;”\"]|$")


def conditions_of(text: str, span: Span) -> tuple[Condition, ...]:
    """The first condition in a stretch, to the end of its sentence; none where there is no cue."""
    said = span.quote(text)
    for cue, kind in _CUES:
        found = cue.search(said)
        if found:
            stop = _END.search(said, found.end())
            end = len(said[: stop.start() if stop else len(said)].rstrip(" ,"))
            return (Condition(span=Span(span.start + found.start(), span.start + end), kind=kind),)
    return ()
