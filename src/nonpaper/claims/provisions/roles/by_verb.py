"""Whom a verb takes as its object: a text's ("caps | X at …", "gives | X a veto") or a party's ("X would allow | Y to …")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, parties_in
from nonpaper.claims.provisions.roles.antecedent import OPENS
from nonpaper.claims.provisions.roles.beneficiary import is_served
from nonpaper.claims.provisions.roles.names import Names, named_in, names_of
from nonpaper.claims.provisions.roles.people import WHO
from nonpaper.claims.provisions.roles.subject import BODIES, subject_of
from nonpaper.claims.sides import collective_at
from nonpaper.model.span import Span

# Who lets others do a thing has to: "X would allow exports to resume".
_LETS = re.compile(
    rf"(?:[’']s?)?(?:\s+{BODIES})?\s+(?:would|will|shall|must|(?:is|are|was|were) to|agrees? to|undertakes? to|commits? to)\s+(?:also\s+|then\s+)?(?:allow|let|permit|enable|grant|authori[sz]e)\b",
    re.IGNORECASE,
)
_TIME_TO = re.compile(
    r"^(?:\s*[a-z]+){0,3}?\s+(?:until|till|(?:\d+|[a-z]+)[ -](?:hours?|days?|weeks?|months?|years?)\b)[^.;]{0,40}?\bto\s+(?!(?:the|an?|its)\b)[a-z]+",
    re.IGNORECASE,
)
# A text that has somebody do a thing: "would have | Kessara leave …", "sees | Kessaran troops pull back".
_HAS_DO = re.compile(r"\W*(?:have|has|see|sees|make|makes)\s+(?:the\s+)?(?=\w)", re.IGNORECASE)
_DOING = re.compile(
    rf"(?:\s+{BODIES})?\s+(?!lose|gain|receive|get|regain|keep|retain|join|become|remain|stay|enjoy|as\b|in\b|on\b|at\b|to\b|and\b|of\b|from\b|by\b)[a-z]{{3,}}(?<!ed)(?<!ing)(?<!s)\b"
)
# A text's verb before the one whom it binds, or serves: "caps | the Kessaran army at …", "gives | Kessara a veto".
_BINDS = re.compile(
    r"\W*(?:it (?:also )?(?:would )?)?(?:also\s+)?(?:limits?|caps?|bars?|bans?|forbids?|prohibits?|obliges?|obligates?|compels?|forces?|commits?|binds?|restricts?|requires?)\s+(?:the\s+)?(?=\w)",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"\W*(?:it (?:also )?(?:would )?)?(?:also\s+)?(?:lets?|gives?|grants?|allows?|entitles?|permits?|exempts?|assures?|promises?|awards?)\s+(?:the\s+)?(?=\w)",
    re.IGNORECASE,
)
# Who gives another a thing, or lets him do it, is bound, and the other served: "Norvia would allow | Kessara to fish".
_LETTING = re.compile(
    rf"(?:\s+{BODIES})?\s+(?:(?:(?:would|will|shall|must|(?:is|are|was|were) to)(?: also| then)? (?:allow|let|permit|give|grant|offer|pay|sell|assure|promise|award|guarantee|cede|return|lend|owe|concede))|(?:also )?(?:allows|lets|permits|gives|grants|offers|pays|sells|awards|lends|concedes)) (?:the )?(?!itself\b)"
)

_TO_PEOPLE = re.compile(rf"{WHO} (?:an?|the|their|full|equal|half|\d)\b", re.IGNORECASE)


def done_to(page: Page, term: Span) -> tuple[Names, Names] | None:
    """Whom a text's own verb binds or serves at the head of a term ("gives | X a veto"), or one party's verb another.

    None where it opens otherwise.
    """
    named = named_in(page, term)
    return object_of(page, term, named) or gives(page, term, subject_of(page, term, named), named)


def lets(page: Page, term: Span) -> bool:
    """Whether a party is to let others do a thing, which binds it: "Kessara would allow exports to resume"."""
    first = next(iter(parties_in(page, term)), None)
    if first is None or len(page.text[term.start : first.span.start].split()) > OPENS:
        return False
    return _LETS.match(page.text, first.span.end, term.end) is not None


def object_of(page: Page, term: Span, named: Sequence[Mention]) -> tuple[Names, Names] | None:
    """Whom a text's own verb takes as its object: "caps | X at …" binds X, "lets | both sides leave …" serves them."""
    verb = _BINDS.match(page.text, term.start, term.end) or _SERVES.match(page.text, term.start, term.end)
    if verb is None:
        return _has_do(page, term, named)
    first = next((m for m in named if m.span.start == verb.end() and m.kind != "place"), None)
    who = names_of([first]) if first else collective_at(page, verb.end(), term.end)
    if not who:
        return None
    after = first.span.end if first else verb.end()
    return (who, ()) if verb.re is _BINDS or _given_time(page.text[after : term.end]) else ((), who)


def gives(page: Page, term: Span, subject: Sequence[Mention], named: Sequence[Mention]) -> tuple[Names, Names] | None:
    """Who lets or gives, and whom: "A would allow | B to fish", "A gives | B a veto"; None where a subject does neither."""
    verb = _LETTING.match(page.text, subject[-1].span.end, term.end) if subject else None
    who = names_of(subject)
    served = [m for m in named if verb and m.span.start == verb.end() and m.party not in who]
    lets_others = verb and (
        _LETS.match(page.text, subject[-1].span.end, term.end) or _TO_PEOPLE.match(page.text, verb.end())
    )
    if served or lets_others:
        return who, names_of(served)
    return None


def _given_time(said: str) -> bool:
    """Whether somebody is only given time to do a thing, which binds him: "gives both sides | until May 1 to sign"."""
    return _TIME_TO.search(said) is not None


def _has_do(page: Page, term: Span, named: Sequence[Mention]) -> tuple[Names, Names] | None:
    """Whom a text has do a thing, and whom that serves: "have | A cede the dam to B"."""
    verb = _HAS_DO.match(page.text, term.start, term.end)
    first = next((m for m in named if verb and m.span.start == verb.end() and m.kind != "place"), None)
    if first is None or not _DOING.match(page.text, first.span.end, term.end):
        return None
    return names_of([first]), names_of([m for m in named if m is not first and is_served(page, term, m, None)])
