"""Sights that the network has broken at a comma, put together again: a term, and what only says more of it or when it holds.

"By the tenth day | the town elects a council" is one term; so is "may sell its grain, | free of duty". A condition that
was seen beside what hangs on it is no term but that one's condition: "Should a shot fall, | the truce is void". Parts of
a list stay apart, each of which is a term.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.beside import ASIDE
from nonpaper.claims.provisions.conditions import clause_alone
from nonpaper.claims.provisions.cues import words
from nonpaper.claims.provisions.hanging import FALLS
from nonpaper.claims.provisions.split.forms import kind_of
from nonpaper.claims.provisions.split.times import WHEN_ALONE
from nonpaper.claims.terms import RawCondition, RawTerm
from nonpaper.claims.topics import topic_scores
from nonpaper.model.codes import ConditionKind, Modality
from nonpaper.model.span import Span

FEW = 5
"""Words up to which what follows a comma, names no topic and has no verb only says more of the term before it."""
LONGEST = 400
"""Characters of a sight that may still grow: no term is longer, and hostile text may be."""
SEEN = 0.5
"""How sure a sight must be to be part of another."""
_GAP = re.compile(r"[ ,]{0,3}(?:namely |that is,? |to wit,? )?")
_SPELLED_OUT = re.compile(r"\bnamely $|\bthat is,? $|\bto wit,? $")
_AND = re.compile(r",? and ")
# What has no sense of its own: "though not formally …", "payable once …", "free of duty".
_HANGS = re.compile(
    r"(?:though|although|albeit|payable|free of|free from|subject to|exempt from|starting|beginning|renewable|extendable|to be)\b",
    re.IGNORECASE,
)
# Beside what may come or not: what will come, and what is done in return.
_WAITS_ALONE = clause_alone("once", "as soon as", "for each", "for every")
_RETURN = re.compile(r"\W*for (?:each|every)\b", re.IGNORECASE)
_VERB_ALONE = re.compile(
    r"(?!(?:that|while|and|but|or|which|who|as|to|the|an?|ha[sd]|have|not|no|if|so|for|in|on|of)$)[a-z]{3,}"
)
_MOOD_LAST = re.compile(r"\b(?:would|will|shall|must|may|not)$")
_LATER = re.compile(
    r"(?:an?|one|two|three|four|five|six|seven|ten|\d+|some|the) (?:hours?|days?|weeks?|months?|years?) (?:afterwards?|later|earlier|before|after that|before that|ahead|beforehand|in advance)\W*",
    re.IGNORECASE,
)


def made_whole(page: Page, seen: Sequence[RawTerm]) -> tuple[RawTerm, ...]:
    """The sights in text order, broken ones put together, conditions with what hangs on them. O(n log n)."""
    out: list[RawTerm] = []
    spelled_out = False
    for sight in sorted(seen, key=lambda s: s.span):
        gap = page.text[out[-1].span.end : sight.span.start] if out else ""
        if not out or not _next_to(out[-1], sight, gap, spelled_out):
            out.append(sight)
            spelled_out = False
        elif _is_condition(out[-1].span.quote(page.text), gap):
            out[-1] = _with_condition(page, out[-1], sight)
        elif spelled_out or _is_one(page, out[-1], sight, gap):
            spelled_out = spelled_out or _SPELLED_OUT.search(gap) is not None
            out[-1] = _together(out[-1], sight)
        else:
            out.append(sight)
            spelled_out = False
    return tuple(out)


def _next_to(before: RawTerm, sight: RawTerm, gap: str, spelled_out: bool) -> bool:
    """Whether nothing but a comma stands between two sights of one kind, each sure enough."""
    near = _GAP.fullmatch(gap) or (spelled_out and _AND.fullmatch(gap))
    alike = before.presented_as == sight.presented_as and before.span.end - before.span.start <= LONGEST
    return bool(near) and alike and min(before.sure, sight.sure) >= SEEN and before.span.end <= sight.span.start


def _is_condition(said: str, gap: str) -> bool:
    comma = said.rstrip().endswith(",") or gap.startswith(",")
    return comma and _WAITS_ALONE.fullmatch(said) is not None and not words("words", "lapses").search(said)


def _with_condition(page: Page, condition: RawTerm, sight: RawTerm) -> RawTerm:
    """A sight with the one before it as its condition, which opens it, but for what is done in return."""
    said = condition.span.quote(page.text)
    falls = sight.modality == "lapses_if" or FALLS.search(sight.span.quote(page.text)) is not None
    kind: ConditionKind = "reciprocal" if _RETURN.match(said) else "lapse" if falls else "precondition"
    span = Span(condition.span.start, condition.span.start + len(said.rstrip(" ,")))
    others = tuple(c for c in sight.conditions if not c.span.overlaps(span))
    tied = (RawCondition(span=span, kind=kind, sure=1.0), *others)
    modality: Modality | None = "lapses_if" if kind == "lapse" else sight.modality
    start = sight.span.start if kind == "reciprocal" else condition.span.start
    return replace(sight, span=Span(start, sight.span.end), modality=modality, conditions=tied)


def _is_one(page: Page, before: RawTerm, sight: RawTerm, gap: str) -> bool:
    """Whether the first only says when, or the second only more of it; or one is broken off from the other in mid-clause."""
    first, second = before.span.quote(page.text), sight.span.quote(page.text)
    if WHEN_ALONE.fullmatch(first) or _LATER.fullmatch(first) or gap.strip(" ,"):
        return True
    if ASIDE.fullmatch(first.rstrip(" ,")):
        return "," in first[-1] + gap
    if gap == " " and not first.rstrip().endswith(","):
        return _VERB_ALONE.fullmatch(first) is not None or _MOOD_LAST.search(first) is not None
    if _HANGS.match(second) or _LATER.fullmatch(second):
        return True
    few = len(second.split()) <= FEW and kind_of(second) is None and not topic_scores(second)
    return few and kind_of(_main(page, before)) is not None


def _main(page: Page, sight: RawTerm) -> str:
    """A sight's words behind a condition that opens it."""
    opens = next((c.span.end for c in sight.conditions if c.span.start == sight.span.start), sight.span.start)
    return page.text[opens : sight.span.end].lstrip(" ,")


def _together(before: RawTerm, sight: RawTerm) -> RawTerm:
    """One sight of two, with what the longer is taken for."""
    main = max(before, sight, key=lambda s: (s.span.end - s.span.start, s.sure))
    return replace(
        main,
        span=Span(before.span.start, sight.span.end),
        sure=max(before.sure, sight.sure),
        obligors=(*before.obligors, *sight.obligors),
        beneficiaries=(*before.beneficiaries, *sight.beneficiaries),
        guarantors=(*before.guarantors, *sight.guarantors),
        conditions=(*before.conditions, *sight.conditions),
    )
