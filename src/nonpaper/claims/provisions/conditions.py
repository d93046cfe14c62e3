"""Conditions that stand with a term, with their words."""

from __future__ import annotations

import re

from nonpaper.claims.provisions.cues import words
from nonpaper.model.codes import ConditionKind
from nonpaper.model.provision import Condition
from nonpaper.model.span import Span

_KINDS: tuple[ConditionKind, ...] = ("reciprocal", "sequence", "precondition")
# A term stands within one sentence, so that a stop inside it is an abbreviation's; the main clause may follow unmarked.
_END = re.compile(
    r"[,;]|\s(?=(?:the|all|any|its|these|those|global)\s+(?:[\w-]+\s+){0,2}"
    r"(?:guarantees?|sanctions|deal|agreement|truce|benefits|commitments)\s+(?:would|will|are|is|lapse|end|snap|return|expire)\w*)|[.]?$",
    re.IGNORECASE,
)
_SAME = re.compile(r"\b(?:does the same|do the same|in turn|likewise|mutual\w*|reciprocat\w*|also)\b", re.IGNORECASE)


def without(text: str, span: Span, conditions: tuple[Condition, ...]) -> str:
    """The words of a stretch but for its conditions: what it is about, not what it hangs on."""
    out, at = [], span.start
    for condition in sorted(conditions, key=lambda c: c.span):
        out.append(text[at : max(at, condition.span.start)])
        at = max(at, condition.span.end)
    return " ".join([*out, text[at : span.end]]).strip()


def conditions_in(text: str, span: Span, *, lapses: bool = False) -> tuple[Condition, ...]:
    """Clauses of condition inside a stretch: from the cue to the next comma or the end. At most one of each kind."""
    said = span.quote(text)
    out = []
    taken: list[tuple[int, int]] = []
    for kind in _KINDS:
        found = words("conditions", kind).search(said)
        if found is None or any(a <= found.start() < b for a, b in taken):
            continue
        stop = _END.search(said, found.end())
        end = stop.start() if stop else len(said)
        if len(said[found.end() : end].split()) < 2 and kind != "reciprocal":
            continue
        taken.append((found.start(), end))
        both = kind == "precondition" and _SAME.search(said[found.start() : end]) is not None
        named: ConditionKind = "lapse" if lapses and kind == "precondition" else "reciprocal" if both else kind
        out.append(Condition(span=Span(span.start + found.start(), span.start + max(end, found.end())), kind=named))
    return tuple(out)
