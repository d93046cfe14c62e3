"""Sights that end before what they hang on, or hold no more than a condition: with the clause that they lack."""

from __future__ import annotations

import re

from msgspec.structs import replace

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.conditions import clause_alone
from nonpaper.claims.provisions.cues import words
from nonpaper.claims.provisions.modality import modality_of
from nonpaper.claims.terms import RawCondition, RawTerm
from nonpaper.model.codes import ConditionKind, Modality
from nonpaper.model.span import Span

_SHORTLY = 20
"""Characters at a sight's end in which it may break off."""
_IF_ALONE = clause_alone()
_BROKEN = re.compile(r"\b(?:as|so) (?:soon|long)$", re.IGNORECASE)
_HANGS_ON = re.compile(r"\s+as\b[^.,;:\n]{3,160}", re.IGNORECASE)
_MAIN = re.compile(r",\s+(?P<clause>[^.;:?!\n“”\"]{8,240}?)\s*(?=[.;\n]|$)")
FALLS = re.compile(
    r"\b(?:returns?|reinstated|reimposed|stops?|ends?|called off|cancel\w*|revoked|suspended|halted|(?:is|be|are) off|loses?|no longer|released from|free to)\b",
    re.IGNORECASE,
)


def to_the_end(page: Page, term: RawTerm) -> RawTerm:
    """A sight that breaks off in "as soon | as …" with the clause that it hangs on, which is its condition."""
    broken = _BROKEN.search(page.text, max(term.span.start, term.span.end - _SHORTLY), term.span.end)
    rest = _HANGS_ON.match(page.text, term.span.end) if broken else None
    if broken is None or rest is None:
        return term
    tied = RawCondition(span=Span(broken.start(), rest.end()), kind="sequence", sure=1.0)
    others = [c for c in term.conditions if not c.span.overlaps(tied.span)]
    return replace(term, span=Span(term.span.start, rest.end()), conditions=(*others, tied))


def with_main_clause(page: Page, term: RawTerm) -> RawTerm:
    """A sight of no more than a condition, with the main clause that follows it: the condition alone is no term."""
    said = term.span.quote(page.text)
    main = _MAIN.match(page.text, term.span.end - said.endswith(","))
    if main is None or not _IF_ALONE.fullmatch(said) or words("words", "lapses").search(said):
        return term
    falls = words("words", "lapses").search(main["clause"]) or FALLS.search(main["clause"])
    modality: Modality = "lapses_if" if falls else modality_of(main["clause"], main["clause"], "must") or "must"
    kind: ConditionKind = "lapse" if falls else "precondition"
    tied = RawCondition(span=Span(term.span.start, main.start()), kind=kind, sure=1.0)
    return replace(term, span=Span(term.span.start, main.end("clause")), modality=modality, conditions=(tied,))
