"""Whom the model sees bound, served and vouching; where it sees nobody, whom the words name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.page import Page, parties_in
from nonpaper.claims.provisions.deeds import bare
from nonpaper.claims.provisions.modality import by_force
from nonpaper.claims.provisions.roles.antecedent import subject_before
from nonpaper.claims.provisions.roles.asked import asked_of
from nonpaper.claims.provisions.roles.by_verb import done_to
from nonpaper.claims.provisions.roles.elided import elided
from nonpaper.claims.provisions.roles.guarantor import vouches
from nonpaper.claims.provisions.roles.idle import idle
from nonpaper.claims.provisions.roles.names import Names, languages_in
from nonpaper.claims.provisions.roles.obligor import PRIVATE
from nonpaper.claims.provisions.roles.of_term import roles_in
from nonpaper.claims.provisions.roles.verb_forms import opens_with_verb
from nonpaper.claims.provisions.terms_of_art import verifiers_in
from nonpaper.claims.terms import RawTerm
from nonpaper.claims.who import parties_of
from nonpaper.model.codes import Modality
from nonpaper.model.span import Span

# "the government pays …": an office without a name is who acts, and nobody who was named before it.
_OWN_SUBJECT = re.compile(
    r"\W*(?:the|a|an|each|every)\s+(?:[a-z]+\s+){0,2}?(?:government|army|president|parliament|council|commission|committee|movement|group|donors?|guarantors?|mediators?|rebels|ministry|authorities|mission)\s+(?:[a-z]+s|will|would|shall|must|may)\b",
    re.IGNORECASE,
)
_ON = re.compile(r"\s*(?:,|,?\s+and)\s+")
# Bare verbs that are no deeds of a text elsewhere, where they are nouns as well.
_BASE = re.compile(
    r"(?:reserve|amnesty|pardon|name|nominate|invite|publish|repair|rebuild|register|report|vacate)\s", re.IGNORECASE
)


def roles_seen(page: Page, term: RawTerm) -> tuple[Names, Names]:
    """Whom the model sees bound and served; where it sees nobody, or nobody known, whom the words name."""
    alone = _OWN_SUBJECT.match(page.text, term.span.start, term.span.end) is not None
    obligors = [o for o in term.obligors if not alone or o.overlaps(term.span)]
    obligors = [o for o in obligors if not (term.span.contains(o) and idle(page.text, term.span, o))]
    bound = named_by(page, [o for o in obligors if not languages_in(page, o)])
    served = named_by(page, [b for b in term.beneficiaries if not languages_in(page, b)])
    modality = by_force(term.span.quote(page.text), term.modality)
    if (modality == "may") != (term.modality == "may"):
        turned = (served, bound) if not (served if modality == "may" else bound) else (bound, served)
        bound, served = turned if bound or served else roles_in(page, term.span, modality)
    if vouches(term.span.quote(page.text)):
        return roles_in(page, term.span, modality)
    if term.modality == "lapses_if":
        return bound, served
    said_so = done_to(page, term.span)
    if said_so is not None:
        return said_so
    must, may = roles_in(page, term.span, modality)
    if must and set(must) < set(bound) and _opens_with(page, term.span):
        bound = must  # "would have X leave": X alone, whoever was named before
    if may and not must and set(bound) <= set(may):
        bound, served = (), may  # "X has one vote": the words grant it
    if must and obligors and not any(o.overlaps(term.span) for o in obligors):
        bound = must  # "the withdrawal of X's armour; a parallel one | of Y's teams": the term's own words name Y
    watching = verifiers_in(term.span.quote(page.text))
    obligor = bound or tuple(p for p in must if p not in served and p not in watching)
    if modality != "may":
        obligor = obligor or subject_before(page, term.span)
    gains = served or tuple(p for p in may if p not in obligor or len(obligor) > 1)
    return (() if len(gains) == 1 and set(obligor) <= set(gains) else obligor), gains


def _verb(said: str) -> bool:
    """Whether words open with a bare verb."""
    return bare().match(said) is not None or _BASE.match(said) is not None


def carried(page: Page, before: tuple[Span, Names], term: RawTerm) -> Names:
    """Who goes on doing: whom the term just before binds, where a bare verb follows it in a row ("…, and lift the ban")."""
    last, bound = before
    row = bound and last.end <= term.span.start and _ON.fullmatch(page.text, last.end, term.span.start)
    goes_on = row and _verb(term.span.quote(page.text)) and term.modality in ("must", "may", None)
    return bound if goes_on and not _as_object(page, last, bound) else ()


def before_it(page: Page, term: RawTerm, modality: Modality | None, served: Names) -> Names:
    """Whom a term binds that names nobody: the subject that it goes on from, or of whom a question asks what it gives up."""
    if modality in ("may", "lapses_if"):
        return ()
    found = elided(page, term.span) or (() if served else asked_of(page, term.span))
    return tuple(p for p in found if p not in served)


# Where a thing is done, or to whom: no one who does it.
_WHERE = re.compile(r"\b(?:in|of|into|at|from|to|against)\s+(?:the\s+)?$")


def bound_in_sight(page: Page, term: Span, sight: RawTerm) -> Names:
    """Whom the model sees bound within a rule's term, but for a place where a thing is done, and whose goods it is done with."""
    inside = [o for o in sight.obligors if term.contains(o) and not PRIVATE.match(page.text, o.end, term.end)]
    return named_by(page, [o for o in inside if not _WHERE.search(page.text[term.start : o.start])])


def _as_object(page: Page, span: Span, bound: Names) -> bool:
    """Whether words name those bound only as the object of a text's verb that opens them: "limit | X's army to …"."""
    named = next((m for m in parties_in(page, span) if m.party in bound), None)
    return named is not None and opens_with_verb(page.text[span.start : named.span.start])


def vouching(seen: Names, obligor: Names) -> Names:
    """Those who vouch, with whoever does the same beside one of them: "A and B are guarantors"."""
    return tuple(dict.fromkeys((*obligor, *seen))) if set(seen) & set(obligor) else seen


def _opens_with(page: Page, span: Span) -> bool:
    """Whether a party's name opens some words."""
    named = next(iter(parties_in(page, span)), None)
    return named is not None and named.span.start - span.start <= len("the ")


def named_by(page: Page, actors: Sequence[Span]) -> Names:
    """Whom the words that the model sees as actors name, each party once."""
    return tuple(dict.fromkeys(party for actor in actors for party in parties_of(page, actor)))
