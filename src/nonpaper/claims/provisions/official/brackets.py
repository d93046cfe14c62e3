"""What a draft leaves open: words in square brackets, and points that a label calls somebody's proposal or not agreed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from nonpaper.claims.provisions.official.words import MODAL
from nonpaper.model.codes import TextStatus
from nonpaper.model.span import Span

_SHORT = 120
"""Characters of a label at most."""
_OPEN_LABEL = re.compile(
    r"\b(?:propos(?:al|als|ed|es)|position|amendment|(?:not|yet to be|to be) (?:yet |further |finally )*(?:agreed|determined|decided|negotiated|discussed|confirmed|completed|drafted|defined|specified)"
    r"|under (?:discussion|negotiation|consideration|review)|no agreement|disputed|open|pending|tbd|tbc|tba|reserv(?:ed|es|ation)|alternative|option|variant|bracketed|unresolved|objection)\b",
    re.IGNORECASE,
)
_DROPPED_LABEL = re.compile(
    r"\W*(?:deleted|removed|struck out|withdrawn|dropped|omitted|intentionally left blank)\W*", re.IGNORECASE
)
_LABEL = re.compile(r"\W*[\[(]?(?P<said>[^\[\]()]{2,120})[\])]?\W*")
_AFTER = re.compile(r"[\s.;,]*(?P<mark>[\[(])(?P<said>[^\[\]()\n]{2,120})[\])]")
_BEFORE = re.compile(
    r"(?:\[(?P<said>[^\[\]\n]{2,120})\]|\b(?P<option>(?:option|alternative|variant)\s+(?:\d{1,2}|[A-H]|[IVX]{1,4})))\s*[:.–—-]?\s*\[?$",
    re.IGNORECASE,
)
_LOOK = 140


def brackets_in(text: str) -> tuple[Span, ...]:
    """The outermost stretches in square brackets, in order; what never closes is none. Linear."""
    out: list[Span] = []
    deep, start = 0, 0
    for found in re.finditer(r"[\[\]]", text):
        if found.group() == "[":
            start = start if deep else found.start()
            deep += 1
        elif deep:
            deep -= 1
            if not deep:
                out.append(Span(start, found.end()))
    return tuple(out)


def is_label(said: str) -> bool:
    """Whether a whole unit only says how a point stands: "[to be agreed]", "(deleted)", "[Proposal of the south]".

    >>> is_label("[to be agreed]"), is_label("The date is to be agreed by both sides.")
    (True, False)
    """
    found = _LABEL.fullmatch(said.strip()) if len(said) <= _SHORT else None
    if found is None or MODAL.search(re.sub(r"\b(?:is |are )?to be\b", " ", found["said"])):
        return False
    framed = said.strip()[:1] in "[(" or _DROPPED_LABEL.fullmatch(said) is not None
    return framed and (_OPEN_LABEL.search(said) or _DROPPED_LABEL.fullmatch(said)) is not None


def standing(text: str, term: Span, brackets: Sequence[Span]) -> TextStatus:
    """How a term stands in its draft: "open" in brackets or under a label that says so. O(log n)."""
    verb = MODAL.search(text, term.start, term.end)
    if _within(term, brackets) or (verb and _within(Span(verb.start(), verb.end()), brackets)):
        return "open"
    after = _AFTER.match(text, term.end, min(len(text), term.end + _LOOK))
    before = _BEFORE.search(text, max(0, term.start - _LOOK, text.rfind("\n", 0, term.start) + 1), term.start)
    if after and is_label(after.group().strip(" \n.;,")):
        return "dropped" if _DROPPED_LABEL.fullmatch(after["said"]) else "open"
    return "open" if before and (before["option"] or is_label(f"[{before['said']}]")) else "in"


def agreed(text: str, term: Span, brackets: Sequence[Span]) -> str:
    """The words of a term without what stands in brackets inside it: a figure that is open is none yet."""
    said = list(text[term.start : term.end])
    at = bisect_right(brackets, term.start, key=lambda b: b.start)
    for inner in brackets[at:]:
        if inner.start >= term.end:
            break
        said[inner.start - term.start : inner.end - term.start] = " " * (min(inner.end, term.end) - inner.start)
    return "".join(said)


def _within(term: Span, brackets: Sequence[Span]) -> bool:
    at = bisect_right(brackets, term.start, key=lambda b: b.start) - 1
    return at >= 0 and term.end <= brackets[at].end
