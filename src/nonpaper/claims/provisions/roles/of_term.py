"""Who must deliver and who is served, from the words of a term and its frame."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.provisions.frame import Frame
from nonpaper.claims.provisions.roles.antecedent import goes_on, required
from nonpaper.claims.provisions.roles.asked import asked_of
from nonpaper.claims.provisions.roles.beneficiary import BE_SERVED, is_served
from nonpaper.claims.provisions.roles.by_verb import gives, object_of
from nonpaper.claims.provisions.roles.demander import for_them
from nonpaper.claims.provisions.roles.favour import served_in
from nonpaper.claims.provisions.roles.guarantor import bound_by_voucher, vouches
from nonpaper.claims.provisions.roles.holder import held_by
from nonpaper.claims.provisions.roles.names import Names, named_in, names_of
from nonpaper.claims.provisions.roles.obligor import bound_in
from nonpaper.claims.provisions.roles.subject import subject_of
from nonpaper.claims.provisions.roles.unnamed import agents_in
from nonpaper.claims.provisions.roles.watcher import watchers_in
from nonpaper.claims.sides import mutual, subject_together
from nonpaper.model.codes import Modality
from nonpaper.model.span import Span

# A subject of its own that names no party: nothing is taken over from the words before.
_UNKNOWN = re.compile(
    r"(?!to\b|also\b|not\b|its\b|their\b)(?:[\w’'“”,-]+\s+){1,8}?(?:would|will|must|shall|(?:is|are|has|have) to)\b"
)
# Whom or what a text recognises does nothing by that: "recognise | the Kessaran government as …".
_RECOGNISED = re.compile(r"\brecogni[sz](?:e|es|ed|ing)\s+(?:the\s+)?$", re.IGNORECASE)
# What nobody does: "no exchange of prisoners is foreseen".
_NOBODY = re.compile(r"(?:no|neither|nobody|none)\b", re.IGNORECASE)
# What is not to be done to the other's is for both not to do: "no drones over the other side's towns".
_OTHERS = re.compile(r"\b(?:the other(?: (?:side|party|army|country|state|nation))?[’']s|each other)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:if|should|in case)\s+(?:the\s+)?$", re.IGNORECASE)


def roles(
    page: Page,
    term: Span,
    frame: Frame,
    modality: Modality | None,
    sentence: Span,
    before: Names = (),
    tied: Sequence[Span] = (),
) -> tuple[Names, Names]:
    """(obligor, beneficiary), normalised party names in order; empty where the words do not say.

    An entitlement makes its subject the beneficiary; what lapses is lost by whoever the condition names. `before` is
    the obligor of the term before in the same sentence, on whom a bare noun phrase after it falls too. Who is named only
    in `tied`, its conditions, has no part in the term itself.
    """
    said = term.quote(page.text)
    does = goes_on(said)
    bound, served = _roles(
        page, term, modality, lambda: required(page, term, frame, sentence) or (before if does else ()), tied
    )
    if not bound and not served and modality not in ("may", "lapses_if"):
        bound = asked_of(page, term)
    if frame.presented_as == "demand" and frame.party and for_them(said):
        served = tuple(dict.fromkeys((*served, *(() if frame.party in bound else (frame.party,)))))
    return (
        (frame.obligor, tuple(p for p in served if p not in frame.obligor))
        if does and frame.obligor
        else (bound, served)
    )


def roles_in(page: Page, term: Span, modality: Modality | None) -> tuple[Names, Names]:
    """(obligor, beneficiary) by the words of a term alone, whatever stands before it."""
    return _roles(page, term, modality, tuple)


def _roles(
    page: Page, term: Span, modality: Modality | None, otherwise: Callable[[], Names], tied: Sequence[Span] = ()
) -> tuple[Names, Names]:
    """The roles that a term's own words give; where they give no obligor, the one that stands before it."""
    named = named_in(page, term)
    if modality != "lapses_if":
        named = [m for m in named if not any(t.contains(m.span) for t in tied)]
    subject = subject_of(page, term, named)
    plainly = _by_form(page, term, modality, named) or gives(page, term, subject, named)
    if plainly is not None:
        return plainly
    served = [m for m in named if is_served(page, term, m, modality)]
    who = _bound(page, term, modality, named, subject, served, otherwise)
    if modality == "may" or (subject and BE_SERVED.match(page.text[subject[-1].span.end : term.end])):
        return _granted(page, term, named, subject, who or names_of(served))
    return who, tuple(dict.fromkeys((*names_of(served), *served_in(page, term, named, who))))


def _by_form(page: Page, term: Span, modality: Modality | None, named: Sequence[Mention]) -> tuple[Names, Names] | None:
    """The roles where a term's form alone tells: somebody vouches, a thing lapses, a text's verb, both together."""
    if vouches(term.quote(page.text)):
        return bound_by_voucher(page, term, named), ()
    if modality == "lapses_if":
        return (), names_of([m for m in named if _IF.search(page.text[term.start : m.span.start])][:1])
    done_to = object_of(page, term, named)
    if done_to is not None:
        return done_to
    together, verb = subject_together(page, term)
    return _joint(page, term, verb, together, modality, named) if together else None


def _bound(
    page: Page,
    term: Span,
    modality: Modality | None,
    named: Sequence[Mention],
    subject: Sequence[Mention],
    served: Sequence[Mention],
    otherwise: Callable[[], Names],
) -> Names:
    """Who must deliver: the subject, whoever is told beside his name, before the term or without a name; at last both sides."""
    said = term.quote(page.text)
    known = {m for m in named if _RECOGNISED.search(page.text[term.start : m.span.start])}
    who = names_of(subject or [m for m in bound_in(page, term, named) if m not in served and m not in known])
    if not who and not (served and modality == "recognises") and not _UNKNOWN.match(said):
        who = otherwise()
    who = who or held_by(page, term, named) or agents_in(page, term)
    nobody = _NOBODY.match(said) and not _OTHERS.search(said)
    who = who or (() if served or modality == "may" or nobody else mutual(page, term))
    return who or (() if served else watchers_in(page, term, named))


def _granted(
    page: Page, term: Span, named: Sequence[Mention], subject: Sequence[Mention], served: Names
) -> tuple[Names, Names]:
    """The roles of what somebody is granted: its subject is served, and whoever else is told of is bound."""
    gains = served or served_in(page, term, named, ())
    binds = names_of(bound_in(page, term, [m for m in named if m not in subject])) or agents_in(page, term)
    return tuple(p for p in binds if p not in gains), gains


def _joint(
    page: Page, term: Span, verb: int, together: Names, modality: Modality | None, named: Sequence[Mention]
) -> tuple[Names, Names]:
    """What both sides must do binds them; what both may do, are granted or do for each other, serves them."""
    granted = modality == "may" or BE_SERVED.match(page.text, verb, term.end)
    return ((), together) if granted else (together, served_in(page, term, named, together))
