"""Who does what a term says without a subject of its own: the subject of the clause that it goes on from.

"Norvia leaves the dam, and | drops its claim" binds Norvia: a name opens a clause, its verb follows, and the term's verb has
the same form. "The plan would limit Norvia's army and | place the dam under customs" binds nobody: there Norvia is an object.
"""

from __future__ import annotations

import re

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, parties_in, sentence_at
from nonpaper.claims.provisions.roles.names import BACK, Names, names_of
from nonpaper.claims.provisions.roles.subject import with_joined
from nonpaper.claims.provisions.roles.verb_forms import ASIDE, OWNS, Pattern, verb_of_subject
from nonpaper.model.span import Span

_REACH = 320
"""Characters before a term in which the subject of its clause may stand."""
_JOINED = re.compile(r"(?:,|,?\s(?:and|but|or))\s+(?:then\s+|also\s+)?$")
# What opens a clause whose subject a name is: the sentence, a stop within it, or a word that joins or leads.
_OPENS = re.compile(
    r"(?:^|[;:,–—“\"]|\b(?:and|but|while|whereas|that|whereby|because|then|return|exchange|\d))\W{0,6}(?:the\s+)?(?:rebel\s+)?"
    r"(?:(?:fighters|forces|members|troops|soldiers|army|government)\s+of\s+(?:the\s+)?)?$",
    re.IGNORECASE,
)
# Another subject between: "…, the fund would pay", "…; its guns", "and the mission checks the depots".
_SOMEBODY = (
    r"(?:the|an?|its|their|both|each|all|no|every|some|those|these|it|they|which|who|he|she|(?-i:[A-Z])[\w’'-]+)\b"
)
_VERB = r"[^,;]{0,60}?\s(?:would|will|shall|must|may|can|is|are|has|have|had|was|were|does|do|did|[a-z]{2,}(?<!s)s\s(?:the|its|their|all|an?|no|any|every|\d))"
_OTHER = re.compile(
    r"[;:?!]|,\s+who\s"
    # Whoever sees, lets or believes another do a thing: the other goes on doing.
    r"|\b(?:sees?|lets?|watch(?:es)?|wants?|expects?|believes?|fears?|thinks?|hopes?|knows?|trusts?|(?:would|will|shall|must)\s+have)\s+(?:that|the|its|their|monitors|inspectors|others|(?-i:[A-Z])[a-z]+)\b"
    rf"|,\s+(?:(?:and|but|while|whereas)\s+)?{_SOMEBODY}{_VERB}\b|\b(?:and|but|while|whereas)\s+{_SOMEBODY}{_VERB}\b",
    re.IGNORECASE,
)
# Who is bound or ready to do it, just before: "Norvia, bound to | hand over …".
_BOUND_TO = re.compile(
    rf"{OWNS}{ASIDE},?\s+(?:(?:is|are|was|were|would be|will be)\s+)?(?:also\s+)?(?:bound|obliged|required|committed|ready|prepared|willing|proposes|proposed|offers|offered|undertakes|undertook|agrees|agreed|pledges|pledged|promises|promised)\s+(?:in principle\s+)?to\s+(?:also\s+)?",
    re.IGNORECASE,
)
# Whom a text's verb binds under a pronoun: "gives Norvia a year and obliges | it to stop".
_IT_TO = re.compile(
    r"(?P<verb>(?:oblige|require|commit|force|bind|compel|forbid|bar)s\s+)?(?:it|them)\s+(?:to|from)\s+[a-z]"
)
_OBLIGES = re.compile(r"\b(?:oblig|requir|committ?|forc|bind|compell?|forbidd?|barr?)(?:e|es|s|ing)?\s+$")


def elided(page: Page, term: Span) -> Names:
    """The party that is the subject of the clause before, or whom a text's verb binds under a pronoun. O(_REACH)."""
    sentence = sentence_at(page, term.start)
    start = max(sentence.start, term.start - _REACH) if sentence else term.start
    before = parties_in(page, Span(start, term.start)) if start < term.start else []
    if not before:
        return ()
    if _BOUND_TO.fullmatch(page.text, before[-1].span.end, term.start):
        return names_of(before[-1:])
    if _bound_under_pronoun(page.text, start, term):
        return names_of(before) if len({m.party for m in before}) == 1 else ()
    form = verb_of_subject(term.quote(page.text)) if _JOINED.search(page.text, start, term.start) else None
    subject = next((m for m in reversed(before) if form and _is_subject(page.text, start, m, form)), None)
    if subject is None or _OTHER.search(page.text, subject.span.end, term.start):
        return ()
    return names_of(with_joined(page, before, subject))


def _bound_under_pronoun(text: str, start: int, term: Span) -> bool:
    """Whether a text's verb, in the term or just before it, takes "it" or "them" as its object."""
    found = _IT_TO.match(text, term.start, term.end)
    return found is not None and bool(found["verb"] or _OBLIGES.search(text, start, term.start))


def _is_subject(text: str, start: int, mention: Mention, form: Pattern) -> bool:
    """Whether a name opens a clause and its verb follows."""
    if not form.match(text, mention.span.end):
        return False
    near = max(start, mention.span.start - BACK)
    return _OPENS.search(("" if near == start else "…") + text[near : mention.span.start]) is not None
