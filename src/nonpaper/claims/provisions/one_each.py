"""Stretches of rules, cut to what the model plainly sees in them: "A takes half, and B adds another" are two terms.

What stands beside the one term that it sees in a stretch is left out: "the third, a bank says, goes to the fund".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.provisions.split.trim import trimmed
from nonpaper.claims.terms import RawTerm
from nonpaper.model.span import Span
from nonpaper.text.near import Near

SURE = 0.8
"""How sure the model must be of each term."""
PLAIN, PART = 0.85, 0.7
"""How sure it must be of a term that it sees alone, and the share of the stretch up to which that is only a part of it."""
FEWEST = 3
"""Words of each at least."""
_INSIDE = 0.9
"""Share of each that must lie in the rule's stretch: its ends may take a mark or a linking word more."""
_CONDITION = re.compile(
    r"\W*(?:if|should|unless|once|after|until|before|when|provided|in exchange|in return)\b", re.IGNORECASE
)
# A clause of its own: somebody or something, and a verb near it. The first may have its verb before the stretch.
_CLAUSE = re.compile(
    r"\W*(?:[\w$’'.,-]+\s+){0,6}?"
    r"(?:would|will|shall|must|may|can|is|are|has|have|(?-i:[a-z]{3,}(?:s|ed)))\b",
    re.IGNORECASE,
)


def one_each(text: str, term: Span, seen: Sequence[RawTerm], sights: Near) -> tuple[Span, ...]:
    """The terms that the model sees in a rule's stretch, where each is a clause of its own, or it sees one alone; else the stretch.

    `sights` is the grid over the spans of `seen`. O(found).
    """
    over = [seen[i] for i in sights.overlapping(term) if seen[i].sure >= SURE]
    inside = [s.span for s in over if _lies_in(text, s.span, term)]
    alone = len(over) == len(inside) == 1 and over[0].sure >= PLAIN and _is_part(inside[0], term)
    if not alone and not _are_clauses(text, inside):
        return (term,)
    cut = (trimmed(text, max(s.start, term.start), min(s.end, term.end)) for s in inside)
    return tuple(span for span in cut if span is not None)


def _are_clauses(text: str, inside: Sequence[Span]) -> bool:
    """Whether there are several, none is a condition of another, and all but the first are clauses of their own."""
    apart = not any(_CONDITION.match(text, s.start, s.end) for s in inside)
    return len(inside) > 1 and apart and all(_CLAUSE.match(text, s.start, s.end) for s in inside[1:])


def _is_part(sight: Span, term: Span) -> bool:
    """Whether a term leaves much of a stretch aside."""
    return sight.end - sight.start < PART * (term.end - term.start)


def _lies_in(text: str, sight: Span, term: Span) -> bool:
    enough = term.shared(sight) >= _INSIDE * (sight.end - sight.start)
    return enough and len(sight.quote(text).split()) >= FEWEST
