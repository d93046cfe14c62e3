"""Which parties a stretch of words stands for: by the names in it, by who speaks there, or by the name just before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.gazetteer.bracketed import is_movement, table_of_states
from nonpaper.claims.mediators import mediators
from nonpaper.claims.offices import body_of
from nonpaper.claims.page import Page, mentions_in, sentence_at, sentence_before
from nonpaper.claims.sides import both_of, opposite, side_of, together_before
from nonpaper.claims.sides.apart import blocs
from nonpaper.claims.sources.describe import describe
from nonpaper.claims.sources.owners import owner_before
from nonpaper.claims.sources.resolve import person_before, titled_before
from nonpaper.model.claim import Claim
from nonpaper.model.span import Span, hull

_BACK = re.compile(r"(?:it|they|he|she|its|their|his|her|itself|themselves|him|them|who|which)", re.IGNORECASE)
_OF_ONE = re.compile(
    r"(?:the (?:group|movement|rebels?|government|country|army|state|side|party)\b|its\b|his\b|her\b|their\b)",
    re.IGNORECASE,
)
_PERSONAL = re.compile(r"(?:(?P<alone>he|she)|(?P<whose>his|her) .+)\Z", re.IGNORECASE)
# "His government" is that of whoever spoke; his deputy or his newspaper may be anybody's.
_HIS_STATES = re.compile(r"\b(?:government|cabinet|ministry|country|delegation|side)\W*\Z")
_AGAIN = re.compile(
    r"\W*(?P<who>it|they|the (?:group|movement|rebels?|government|country|army|state|side|party))\b", re.IGNORECASE
)
SUBJECTS = ("party", "metonym", "group", "person", "office")


def parties_of(page: Page, words: Span) -> tuple[str, ...]:
    """Parties that the words name, in order; for a bare pronoun or "the group", the one named just before.

    "Both sides" are the two parties to the talks. Empty where nobody is named plainly.
    """
    side = side_of(page, words)
    if side is not None:
        return (side,)
    both = both_of(page, words) or together_before(page, words)
    if both:
        return both
    named = tuple(dict.fromkeys(m.party for m in mentions_in(page, words) if m.party))
    said = words.quote(page.text).strip()
    if named or not (_BACK.fullmatch(said) or _OF_ONE.match(said)):
        return named
    if _STATES.match(said) and len(_governing(page)) > _TWO and not _heads_here(page, words):
        return ()  # of three states each has its army
    before = _meant(page, said, _named_before(page, words))
    return (before,) if before else ()


_TWO = 2


@lru_cache(maxsize=4)
def _governing(page: Page) -> frozenset[str]:
    """The states that a report names as such, none of whom mediates. Linear in the names."""
    named = [m for m in page.mentions if m.party and m.kind in ("party", "metonym") and not is_movement(m.party)]
    states = (m.party for m in named if m.party in table_of_states() or _has_government(page, m.span))
    return frozenset(p for p in states if p) - mediators(page)


def _heads_here(page: Page, words: Span) -> bool:
    """Whether a party is named before some words in their own sentence."""
    sentence = sentence_at(page, words.start)
    return (
        sentence is not None and words.start > sentence.start and bool(_heads(page, Span(sentence.start, words.start)))
    )


_STATES = re.compile(r"the (?:government|country|state|army)\b", re.IGNORECASE)
_ARMED = re.compile(r"the (?:group|movement|rebels?)\b", re.IGNORECASE)


def _meant(page: Page, said: str, before: str | None) -> str | None:
    """The party named before, unless the words cannot stand for it: "the government" is no movement and no mediator's."""
    facing = opposite(page)
    if _ARMED.match(said) and facing is not None and before == facing[0]:
        return None
    if _ARMED.match(said) and before is not None and (governs(page, before) or before in blocs(page)):
        return facing[1] if facing is not None else None
    if not _STATES.match(said) or not (before is None or _no_state(page, before)):
        return before
    return facing[0] if facing is not None and before is not None else None


def _no_state(page: Page, party: str) -> bool:
    """Whether a party is a movement, a mediator or a group of states: "the government" is none of these."""
    return (
        is_movement(party)
        or party in mediators(page)
        or _called_the(page, party)
        or any(m.party == party and m.kind == "group" for m in page.mentions)
    )


def _called_the(page: Page, party: str) -> bool:
    """Whether a party that no word shows to be a state goes by "the": "the Guard", "the SF"."""
    named = (m for m in page.mentions if m.party == party and m.kind == "party")
    return not governs(page, party) and any(page.text[max(0, m.span.start - 4) : m.span.start] in _THE for m in named)


_THE = ("The ", "the ")


@lru_cache(maxsize=256)
def governs(page: Page, party: str) -> bool:
    """Whether a party is a state, known as one or named with its government: none of these is "the group" or "the rebels"."""
    if is_movement(party):
        return False
    return party in table_of_states() or any(
        m.party == party and m.kind in ("party", "metonym", "adjective") and _has_government(page, m.span)
        for m in page.mentions
    )


_GOVERNMENT = (
    r"(?:government|parliament|cabinet|(?:prime|foreign|defen[cs]e|interior|finance|deputy foreign) minist(?:er|ry)|premier|"
    r"state television|state media|border guards?|ambassador)"
)
_HAS = re.compile(rf"(?:[’']s?)?\s+(?:own )?{_GOVERNMENT}\b", re.IGNORECASE)
_OF = re.compile(
    rf"\b(?:{_GOVERNMENT}|president|presidency|republic|kingdom|king) of (?:the )?(?:republic of |kingdom of )?$",
    re.IGNORECASE,
)


def _has_government(page: Page, name: Span) -> bool:
    before = page.text[max(0, name.start - _NEAR) : name.start]
    return _HAS.match(page.text, name.end) is not None or _OF.search(before) is not None


_NEAR = 50
"""Characters before a name in which it may be said to be a state's."""


def holder_of(page: Page, words: Span, claims: Sequence[Claim]) -> str | None:
    """The one party for which the words speak: a name, a title with a name, or a source that was resolved."""
    sources = [c for c in claims if c.party and c.source and hull(c.source).overlaps(words)]
    if sources:
        return min(sources, key=lambda c: hull(c.source).end - hull(c.source).start).party
    described = describe(page, (words,)).party
    if described:
        return described
    said = words.quote(page.text)
    whose = _PERSONAL.match(said.strip())
    if whose is not None:
        owner = None if whose["alone"] else owner_before(page, words.start, whose["whose"])
        own = whose["alone"] or _HIS_STATES.search(said)
        return owner or (person_before(page, words.start, claims) if own else None)
    named = parties_of(page, words)
    if named:
        return named[0] if len(named) == 1 else None
    return body_of(page, said, words.start) or titled_before(page, words)


def _named_before(page: Page, words: Span, far: int = 2) -> str | None:
    """The party of the nearest sentence, this one or the one before, that names exactly one before the words.

    Where the one before names none and only goes on about "it" or "the movement", whoever that is, `far` sentences back.
    """
    sentence = sentence_at(page, words.start)
    if sentence is None:
        return None
    here = _heads(page, Span(sentence.start, words.start)) if words.start > sentence.start else []
    if here:
        return here[-1].party
    last = sentence_before(page, sentence.start)
    before = _heads(page, last) if last else []
    parties = {m.party for m in before}
    again = _AGAIN.match(page.text, last.start, last.end) if last and far and not mentions_in(page, last) else None
    if again is not None:
        return _named_before(page, Span(*again.span("who")), far - 1)
    opens = _UNNAMED.match(page.text, last.start, last.end) if last and len(parties) == 1 else None
    if opens is not None and opens.end() < before[0].span.start:
        return None  # "The ministry has no quarrel with X. It …": not X
    return before[0].party if len(parties) == 1 else None


# A subject that names nobody: what follows in its clause is no subject.
_UNNAMED = re.compile(
    r"\W*(?:\(?[a-z0-9]{1,2}[.)]\s*)?(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur) (?:[a-z-]+ ){0,2}?(?:[Rr]epublic|government|[Mm]inistry|minister|army|movement|group|front|rebels|president|delegation|state|country|side|council|party)"
    r"(?! of\b| in\b| from\b|,)\s+(?!and\b)[a-z]"
)


def _heads(page: Page, stretch: Span) -> list[Mention]:
    return [m for m in mentions_in(page, stretch) if m.party and m.kind in SUBJECTS]
