"""Whom a term binds that leaves its subject out: whoever the words before it have as theirs."""

from __future__ import annotations

import re

from nonpaper.claims.page import Page, parties_in, sentence_at, sentence_before
from nonpaper.claims.provisions.deeds import bare
from nonpaper.claims.provisions.frame import Frame
from nonpaper.claims.provisions.roles.elided import elided
from nonpaper.claims.provisions.roles.names import Names, names_of
from nonpaper.claims.provisions.roles.subject import DOES_NEXT, with_joined
from nonpaper.claims.sides import bound_before
from nonpaper.model.span import Span

_ITS = re.compile(r"(?<!\w)(?:its|their)(?!\w)", re.IGNORECASE)
_ITSELF = re.compile(r"(?:the|an?)\s+(?:[\w-]+\s+){1,3}to\s+[a-z]+\s+(?:its|their)\b", re.IGNORECASE)
"""A subject of a term that is no party's, and "its" after it: "the preamble to name its rights" binds nobody."""
# What a text leaves, and what others do to the one before: "defers any decision", "be replaced by police".
_TEXTS_OWN = re.compile(
    r"\W*(?:and\s+)?(?:defers?\b|postpones?\b|puts? off\b|leaves?\s+(?:open|undecided)\b|leaves?\s+[^,;.]{2,60}?\s+(?:open|for later|undecided|to (?:the )?(?:leaders|presidents))\b|(?:be|is|are)\s+(?:\w+ly\s+)?\w+(?:ed|en)\s+by\b)",
    re.IGNORECASE,
)
# "It would have no missile …": whoever the sentence before has as its subject.
_IT_WOULD = re.compile(
    r"\W*(?:[Ii]n return,? |[Ii]n exchange,? |[Tt]hen |[Ii]nstead,? )?[Ii]t (?:also |then |further )?(?:would|will|must|shall|may|is to|has to|undertakes|commits|pledges|keeps|gives|pays|withdraws|releases)\b(?: (?:also|then|further|in turn)\b)?"
)
OPENS = 3
"""Words before a name that is the subject of its sentence."""
_JOINED = 40
"""Characters after a subject in which another would be joined to it: "X and the Y would …"."""


def goes_on(said: str) -> bool:
    """Whether a term leaves its subject to the one before: it opens with a verb, and with none that only a text does or that is done to it."""
    return bare().match(said) is not None and not _TEXTS_OWN.match(said)


def required(page: Page, term: Span, frame: Frame, sentence: Span) -> Names:
    """The party the frame obliges ("would require X to …"), the subject before, or the antecedent of "it" and "its"."""
    if frame.obligor:
        return frame.obligor
    again = subject_before(page, term)
    if again:
        return again
    before = [m for m in parties_in(page, sentence) if m.span.end <= term.start]
    after_cue = [m for m in before if frame.cue is None or m.span.start >= frame.cue.end]
    doing = [m for m in after_cue if DOES_NEXT.match(page.text[m.span.end : term.end])]
    both, at = bound_before(page, sentence, term.start)
    if both and all(m.span.start < at for m in doing):
        return both
    if doing:
        return names_of(with_joined(page, before, doing[-1]))
    goes_on_from = elided(page, term)
    if goes_on_from:
        return goes_on_from
    said = term.quote(page.text)
    if _ITS.search(said) and before and not _ITSELF.match(said) and frame.presented_as != "demand":
        return names_of(before[-1:])
    return ()


def subject_before(page: Page, term: Span) -> Names:
    """The one party that is the subject of the sentence before, for a term whose sentence goes on with "it". O(log n)."""
    sentence = sentence_at(page, term.start)
    if sentence is None:
        return ()
    it = _IT_WOULD.match(page.text, sentence.start, sentence.end)
    last = sentence_before(page, sentence.start) if it and term.start <= it.end() + 1 else None
    if last is None:
        return ()
    named = parties_in(page, last)
    first = named[0] if named else None
    if first is None or len(page.text[last.start : first.span.start].split()) > OPENS:
        return ()
    alone = len({m.party for m in named if m.span.start < first.span.end + _JOINED}) == 1
    return names_of([first]) if alone and DOES_NEXT.match(page.text[first.span.end : last.end]) else ()
