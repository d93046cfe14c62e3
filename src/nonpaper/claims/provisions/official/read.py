"""Every term of a negotiating text, in text order, with its number, who is bound, what ties it, and its value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.conditions import without
from nonpaper.claims.provisions.official.actors import Actor, inside
from nonpaper.claims.provisions.official.amounts import amount
from nonpaper.claims.provisions.official.clauses import clauses
from nonpaper.claims.provisions.official.meaning import about, defines, modality, only_when, plainly
from nonpaper.claims.provisions.official.recognise import official_units
from nonpaper.claims.provisions.official.roles import Setting, roles, subject_of
from nonpaper.claims.provisions.official.sides import Cast, cast_of
from nonpaper.claims.provisions.official.ties import due, ties
from nonpaper.claims.provisions.official.units import Unit
from nonpaper.claims.provisions.official.words import NOUN_FIRST, PREAMBLE, binds, binds_plainly, goes_on
from nonpaper.claims.provisions.terms_of_art import deadline_in, verifiers_in
from nonpaper.model.codes import Status, Topic
from nonpaper.model.provision import Condition, Provision
from nonpaper.model.span import Span

_DONE = re.compile(
    r"\b(?:done (?:at|in)|signed|in witness whereof|participants of the|signator(?:y|ies))\b", re.IGNORECASE
)
_UNDER_WATCH = re.compile(r"\b(?:under|with)\s+(?P<who>[A-Z][\w/-]*(?:\s+[A-Z][\w/-]*){0,4})\s+(?:monitoring|supervision|verification|observation)\b")
_INTRODUCES = re.compile(r"\b(?:following|as follows|pillars|foresees|envisages)\b[^.]{0,60}[:;]?$|\b(?:shall|will|must|to|that)\s*:$", re.IGNORECASE)
_TIES_BACK = re.compile(r"\W*(?:starting|beginning|ending|provided|on condition|subject to|unless|if)\b", re.IGNORECASE)
_OTHER = re.compile(r"\W*provided that (?:paragraph|point|article) (?P<n>\d{1,3})\b", re.IGNORECASE)
_BY = re.compile(r"\bby (?:the )?(?:[\w-]+ ){0,14}$", re.IGNORECASE)
_FRAGMENT = re.compile(r"\W*(?:for|from|in|to|by|with|of|within)\b|.{0,60}?\s[-–]\s(?:by|at|to)\b", re.IGNORECASE)


_PRONOUN = re.compile(r"\W*(?:they|it|he|she)\b", re.IGNORECASE)
TITLE = 30
"""Words of a title at most."""
_BLANKS = dict.fromkeys(map(ord, "\n\r\t\u00a0\u202f\u2007"), " ")


class _Running:
    """What the walk carries from one term to the next."""

    def __init__(self) -> None:
        self.leads: dict[Span, tuple[tuple[str, ...], bool, tuple[str, ...], Topic | None]] = {}
        self.number: str | None = None
        self.unit: tuple[str, ...] = ()
        self.defining: Span | None = None
        self.title: Topic | None = None


def official_terms(page: Page) -> tuple[Provision, ...]:
    """Every term of a text that is read as itself, in text order; none where the page is a report. Linear in the text."""
    units = official_units(page)
    if not units:
        return ()
    cast, running = cast_of(page, units), _Running()
    page = msgspec.structs.replace(page, text=page.text.translate(_BLANKS))
    status: Status = "signed" if _DONE.search(page.text) else "published"
    terms = [term for unit in units for term in _terms(page, unit, cast, running, status)]
    bound = {term.number: term.obligor for term in reversed(terms) if term.number and term.obligor}
    return tuple(_by_reference(page.text, term, bound) for term in terms)


def _by_reference(text: str, term: Provision, bound: Mapping[str, tuple[str, ...]]) -> Provision:
    """A proviso that another point be carried out falls on whoever that point binds."""
    found = _OTHER.match(term.span.quote(text))
    who = bound.get(found["n"]) if found else None
    return msgspec.structs.replace(term, obligor=who) if who else term


def _terms(page: Page, unit: Unit, cast: Cast, running: _Running, status: Status) -> Iterator[Provision]:
    said = unit.span.quote(page.text)
    if unit.number != running.number:
        running.number, running.unit = unit.number, ()
    if unit.role == "preamble" and running.title is None and len(said.split()) <= TITLE:
        running.title = plainly(said)
    defined = unit.lead is not None and unit.lead == running.defining
    made = _of_sentence(page, unit, cast, running, status) if defined or _is_term(unit, said) else ()
    running.defining = unit.span if unit.role == "lead" and defines(said) else None
    if unit.role == "lead" or said.rstrip().endswith(":") or unit.role == "signature":
        running.leads[unit.span] = _lead(page, unit, cast, made)
    yield from made


def _is_term(unit: Unit, said: str) -> bool:
    """Whether a unit states a term: every item does, a lead-in where it binds by itself, other prose where it binds plainly."""
    if unit.role in ("heading", "signature"):
        return False
    if unit.role == "lead":
        whole = len(said.split()) > 8 and not _INTRODUCES.search(said.rstrip(" :;") + ":")
        if PREAMBLE.search(said):
            return False
        return (whole and binds(said)) or (NOUN_FIRST.search(said[:80]) is not None and " by the " in said)
    if unit.role == "item" and unit.marked:
        return True
    if unit.role == "item" and unit.number is not None:
        return goes_on(said) or (unit.lead is not None and (said.endswith(";") or _FRAGMENT.match(said) is not None))
    return binds(said) if unit.role == "item" and unit.lead is not None else binds_plainly(said)


def _of_sentence(page: Page, unit: Unit, cast: Cast, running: _Running, status: Status) -> tuple[Provision, ...]:
    out: list[Provision] = []
    before: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    lead = running.leads.get(unit.lead) if unit.lead else None
    for term in clauses(page.text, unit.span):
        said = term.quote(page.text)
        how = None if unit.lead is not None and unit.lead == running.defining else modality(said)
        hangs = ties(page.text, term, lapses=how == "lapses_if")
        fragment = _FRAGMENT.match(said) is not None and lead is not None
        above = lead[3] if lead else running.title if unit.role == "lead" else None
        bare = Span(term.start, hangs[0].span.start) if hangs and hangs[0].span.start > term.start else term
        here = inside(cast.actors, term)
        acted = _PRONOUN.match(said) is not None or bool(subject_of(page.text, bare, here)[0])
        matter = _unled(page.text, term, hangs, here)
        topic = (
            above
            if fragment and above
            else about(said, matter, out[-1].topic if out else above, further=bool(out), acted=acted)
        )
        names, bodies, area, _ = lead or ((), False, (), None)
        own = fragment and [a for a in here if a.kind in ("state", "area")]
        setting = Setting(before, running.unit, names, bodies, area, last)
        obligor, beneficiary = roles(page.text, term, cast, (how, topic), bare, setting)
        if own and lead is not None and said.lower().startswith("for"):
            obligor = own[0].names
        last = next((a.names for a in reversed(inside(cast.actors, term))), last)
        if _TIES_BACK.match(said) and out:
            out[0] = _tied(out[0], hangs)
            topic = topic if topic == "deadline" and only_when(said) else out[0].topic
            obligor = out[0].obligor
        before = obligor or before
        running.unit = running.unit or obligor
        out.append(
            Provision(
                span=term,
                topic=topic,
                obligor=obligor,
                beneficiary=beneficiary,
                modality=how,
                value=amount(said),
                deadline=due(said) or deadline_in(said),
                verifier=_verifiers(said),
                status=status,
                conditions=hangs,
                number=unit.number,
            )
        )
    return tuple(out)


def _unled(text: str, term: Span, hangs: tuple[Condition, ...], here: Sequence[Actor]) -> str:
    """The words of a term without its conditions and without the armed forces by which it is done."""
    said = without(text, term, hangs)
    for actor in here:
        if actor.forces and _BY.search(text, term.start, actor.start):
            said = said.replace(text[actor.start : actor.end], " ")
    return " ".join(said.split())


def _tied(term: Provision, more: tuple[Condition, ...]) -> Provision:
    """The first term of a sentence with what a later part of it ties it to."""
    return msgspec.structs.replace(term, conditions=(*term.conditions, *more))


def _verifiers(said: str) -> tuple[str, ...]:
    named = [m["who"] for m in _UNDER_WATCH.finditer(said)]
    return tuple(dict.fromkeys([*verifiers_in(said), *named]))


def _lead(page: Page, unit: Unit, cast: Cast, made: Sequence[Provision]) -> tuple[tuple[str, ...], bool, tuple[str, ...], Topic | None]:
    """What a lead-in gives its items: who is bound, whether they are bodies, the area it is for, its topic."""
    here = inside(cast.actors, unit.span)
    area = tuple(dict.fromkeys(n for a in here if a.kind == "area" and not a.forces for n in a.names))
    subject, _ = subject_of(page.text, unit.span, here)
    opening = [a for a in here[:1] if a.start - unit.span.start < 30]
    chosen = subject or ([] if made and made[0].obligor else opening)
    names = tuple(dict.fromkeys(n for a in chosen for n in a.names)) or (made[0].obligor if made else ())
    bodies = bool(chosen) and all(a.kind == "body" for a in chosen)
    said = unit.span.quote(page.text)
    topic = made[0].topic if made else about(said, said, None)
    if unit.role == "signature":
        names = ()
    return names, bodies, area, topic if made or plainly(said) == topic else None
