"""Statements of several reports as terms of texts: the same term once, with every account of it beside the others."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from nonpaper.drafts.accounts import accounts
from nonpaper.drafts.dating import doubtful_dates
from nonpaper.drafts.groups import grouped
from nonpaper.drafts.origins import origins_of_term
from nonpaper.drafts.relations import Place, Relations, Said
from nonpaper.drafts.statement import Names, SomeNames, names_in
from nonpaper.drafts.when import newest_first
from nonpaper.judgements import NONE, Corrections, pairs
from nonpaper.model.draft import Consolidation, Dispute, Draft, Narrower, Term, Wording
from nonpaper.model.reading import Reading
from nonpaper.remembered import by_key, each, remembered

Decided = dict[frozenset[Place], bool]


def consolidate(readings: Sequence[Reading], corrections: Corrections = NONE) -> Consolidation:
    """All texts with their terms. The order of reports does not matter; unsure statements take no part.

    Statements are compared within one text and topic: see `comparison` and `linkage` for the method and its cost.
    """
    misdated = dict(doubtful_dates(readings))
    dates = {r.report.id: None if r.report.id in misdated else r.report.published for r in readings}
    ordered = sorted(readings, key=lambda r: (dates[r.report.id] or "~", r.report.id))
    decided = _decided(readings, corrections)
    inside = by_key("wordings", each("wordings", ordered, _wordings))
    beside = _put("", inside.get(None, ()), decided)
    named = [
        (dates[of[0].report] or None, name, _put(name, of, decided)) for name, of in inside.items() if name is not None
    ]
    named.sort(key=lambda n: (not n[1], *newest_first(n[0]), n[1]))  # the text reported last first, the unnamed last
    every = [made for *_, made in named] + [beside]
    return Consolidation(
        drafts=tuple(
            Draft(id=_hash("draft", name), name=name or None, terms=made.terms, first_reported=first)
            for first, name, made in named
        ),
        outside=beside.terms,
        questions=tuple(q for made in every for q in made.questions),
        narrower=tuple(n for made in every for n in made.narrower),
        misdated=misdated,
    )


class _Terms(NamedTuple):
    """The terms of one text, those that may be one, and those of which one lies inside the other."""

    terms: tuple[Term, ...]
    questions: tuple[Dispute, ...]
    narrower: tuple[Narrower, ...]


def _decided(readings: Sequence[Reading], corrections: Corrections) -> Decided:
    """What a person said of two statements, by unordered pair; a later word overrules an earlier one."""
    found, _ = pairs(readings, corrections)
    return {
        frozenset({(pair.left.report, pair.left.place), (pair.right.report, pair.right.place)}): pair.same
        for pair in found
    }


def _wordings(reading: Reading) -> dict[str | None, list[Wording]]:
    """By the name of the text, empty where none is named; None where it is not said to be in one."""
    found: dict[str | None, list[Wording]] = {}
    for index, provision in enumerate(reading.provisions):
        if not provision.unsure:
            wording = Wording(
                report=reading.report.id,
                index=index,
                quote=provision.span.quote(reading.text),
                provision=provision,
                origins=origins_of_term(reading, provision),
            )
            where = provision.draft or "" if provision.presented_as == "draft" else None
            found.setdefault(where, []).append(wording)
    return found


def _put(name: str, listed: tuple[Wording, ...], decided: Decided) -> _Terms:
    """The terms of one text, of its statements oldest first."""
    here = {(w.report, w.index) for w in listed} if decided else set()
    return _text(name, listed, tuple(_said(pair, decided[pair]) for pair in decided if pair <= here))


def _said(pair: frozenset[Place], same: bool) -> Said:
    one, other = sorted(pair)
    return one, other, same


@remembered  # in an open dossier a text that no new report tells of is put together once
def _text(name: str, listed: tuple[Wording, ...], said: tuple[Said, ...]) -> _Terms:
    """Those of each topic, in the order of their numbers and of their first statements."""
    place = {(w.report, w.index): at for at, w in enumerate(listed)}
    names, topics = names_in(name, listed), _topics(listed, said, place)
    made = [_terms(name, tuple(of), _about(said, of), names.of(of)) for of in topics]
    terms = [term for each in made for term in each.terms]
    first = {t.id: min(place[w.report, w.index] for w in t.wordings) for t in terms}
    terms.sort(key=lambda t: (_number(t.wordings), first[t.id]))
    at = {t.id: n for n, t in enumerate(terms)}
    return _Terms(
        tuple(terms),
        tuple(sorted((q for each in made for q in each.questions), key=lambda q: (at[q.left], at[q.right]))),
        tuple(sorted((n for each in made for n in each.narrower), key=lambda n: sorted((at[n.narrow], at[n.wide])))),
    )


def _topics(listed: Sequence[Wording], said: Sequence[Said], place: Mapping[Place, int]) -> list[list[Wording]]:
    """The statements of each topic; topics that a person's word on two statements ties are one."""
    of = [w.provision.topic for w in listed]
    home = grouped(of, [(of[place[one]], of[place[other]]) for one, other, _ in said])
    found: dict[str, list[Wording]] = {}
    for wording in listed:
        found.setdefault(home[wording.provision.topic], []).append(wording)
    return list(found.values())


def _about(said: Sequence[Said], listed: Sequence[Wording]) -> tuple[Said, ...]:
    """What a person said of pairs among these statements."""
    here = {(w.report, w.index) for w in listed} if said else set()
    return tuple(sorted(s for s in said if s[0] in here))


@remembered  # and of the others what no new report speaks of
def _terms(name: str, listed: tuple[Wording, ...], said: tuple[Said, ...], names: SomeNames) -> _Terms:
    """The terms of one text on one topic, of its statements oldest first."""
    related = Relations(listed, said, Names(*map(frozenset, names)))
    made = related.groups()
    terms = [_term(name, tuple([listed[i] for i in group])) for group in made]
    questions: list[Dispute] = []
    narrower: list[Narrower] = []
    for left, right, kin in related.kin(made):
        ids = terms[left].id, terms[right].id
        if kin.kind == "unsure":
            questions.append(Dispute(left=ids[0], right=ids[1], why=kin.why))
        else:
            narrow, wide = ids if kin.kind == "narrower" else ids[::-1]
            narrower.append(Narrower(narrow=narrow, wide=wide, why=kin.why))
    return _Terms(tuple(terms), tuple(questions), tuple(narrower))


def _number(group: Sequence[Wording]) -> int:
    numbers = sorted(int(n) for w in group if (n := w.provision.number or "").isdecimal())
    return numbers[0] if numbers else 10_000


@remembered
def _term(name: str, group: tuple[Wording, ...]) -> Term:
    first = group[0]  # reported first: a later report that joins the group leaves the id as it is
    numbers = [w.provision.number for w in group if w.provision.number]
    return Term(
        id=_hash(name, first.report, str(first.index)),
        topic=group[0].provision.topic,
        number=numbers[0] if numbers else None,
        accounts=accounts(group),
    )


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]
