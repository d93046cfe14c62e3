"""Statements of several reports as terms of texts: the same term once, with every account of it beside the others."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from nonpaper.drafts.accounts import accounts
from nonpaper.drafts.dating import doubtful_dates
from nonpaper.drafts.origins import origins_of_term
from nonpaper.drafts.relations import Place, Relations
from nonpaper.drafts.when import newest_first
from nonpaper.judgements import NONE, Corrections, pairs
from nonpaper.model.draft import Consolidation, Dispute, Draft, Narrower, Term, Wording
from nonpaper.model.reading import Reading

Dates = dict[str, str | None]
Decided = dict[frozenset[Place], bool]


def consolidate(readings: Sequence[Reading], corrections: Corrections = NONE) -> Consolidation:
    """All texts with their terms. The order of reports does not matter; unsure statements take no part.

    Statements are compared within one text and topic: see `comparison` and `linkage` for the method and its cost.
    """
    ordered = sorted(readings, key=lambda r: (r.report.published or "~", r.report.id))
    wordings = [w for reading in ordered for w in _wordings(reading)]
    decided = _decided(readings, corrections)
    inside: dict[str, list[Wording]] = defaultdict(list)
    for wording in wordings:
        if wording.provision.presented_as == "draft":
            inside[wording.provision.draft or ""].append(wording)
    outside = [w for w in wordings if w.provision.presented_as != "draft"]
    misdated = dict(doubtful_dates(readings))
    dates = {r.report.id: None if r.report.id in misdated else r.report.published for r in readings}
    named = [(_first(inside[name], dates), name, _put(name, inside[name], decided, dates)) for name in inside]
    named.sort(key=lambda n: (not n[1], *newest_first(n[0]), n[1]))  # the text reported last first, the unnamed last
    stated = _put("", outside, decided, dates)
    every = [made for *_, made in named] + [stated]
    return Consolidation(
        drafts=tuple(
            Draft(id=_hash("draft", name), name=name or None, terms=made.terms, first_reported=first)
            for first, name, made in named
        ),
        outside=stated.terms,
        questions=tuple(q for made in every for q in made.questions),
        narrower=tuple(n for made in every for n in made.narrower),
        misdated=misdated,
    )


class _Stated:
    """All that is stated of one text, oldest first, and what a person said of pairs of it; equal where all is."""

    def __init__(self, name: str, listed: Sequence[Wording], decided: Decided) -> None:
        self.name, self.listed, self.decided = name, listed, decided
        pairs = [(sorted(pair), same) for pair, same in decided.items()]
        self._digest = hashlib.sha256(msgspec.json.encode((name, listed, pairs))).digest()

    def __hash__(self) -> int:
        return hash(self._digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Stated) and self._digest == other._digest


class _Terms(NamedTuple):
    """The terms of one text, those that may be one, and those of which one lies inside the other."""

    terms: tuple[Term, ...]
    questions: tuple[Dispute, ...]
    narrower: tuple[Narrower, ...]


def _first(wordings: Sequence[Wording], dates: Dates) -> str | None:
    return min((d for w in wordings if (d := dates[w.report])), default=None)


def _decided(readings: Sequence[Reading], corrections: Corrections) -> Decided:
    """What a person said of two statements, by unordered pair; a later word overrules an earlier one."""
    found, _ = pairs(readings, corrections)
    return {
        frozenset({(pair.left.report, pair.left.place), (pair.right.report, pair.right.place)}): pair.same
        for pair in found
    }


def _wordings(reading: Reading) -> list[Wording]:
    return [
        Wording(
            report=reading.report.id,
            index=index,
            quote=provision.span.quote(reading.text),
            provision=provision,
            origins=origins_of_term(reading, provision),
        )
        for index, provision in enumerate(reading.provisions)
        if not provision.unsure
    ]


def _put(name: str, wordings: list[Wording], decided: Decided, dates: Dates) -> _Terms:
    listed = sorted(wordings, key=lambda w: (dates[w.report] or "~", w.report, w.index))
    here = {(w.report, w.index) for w in listed}
    return _terms(_Stated(name, listed, {pair: same for pair, same in decided.items() if pair <= here}))


@lru_cache(maxsize=32)  # in an open dossier a text that no new report tells of is put together once
def _terms(stated: _Stated) -> _Terms:
    """The terms of one text."""
    name, listed = stated.name, stated.listed
    related = Relations(listed, stated.decided)
    grouped = sorted(related.groups(), key=lambda group: (_number([listed[i] for i in group]), group))
    terms = _told_apart([_term(name, [listed[i] for i in group]) for group in grouped])
    questions: list[Dispute] = []
    narrower: list[Narrower] = []
    for left, right, kin in related.kin(grouped):
        ids = terms[left].id, terms[right].id
        if kin.kind == "unsure":
            questions.append(Dispute(left=ids[0], right=ids[1], why=kin.why))
        else:
            narrow, wide = ids if kin.kind == "narrower" else ids[::-1]
            narrower.append(Narrower(narrow=narrow, wide=wide, why=kin.why))
    return _Terms(terms, tuple(questions), tuple(narrower))


def _told_apart(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Terms of the same words get the place of their first statement into their id, the others keep theirs."""
    count = Counter(t.id for t in terms)
    firsts = [min((w.report, w.index) for w in t.wordings) for t in terms]
    return tuple(
        msgspec.structs.replace(t, id=_hash(t.id, first[0], str(first[1]))) if count[t.id] > 1 else t
        for t, first in zip(terms, firsts, strict=True)
    )


def _number(group: list[Wording]) -> int:
    numbers = sorted(int(n) for w in group if (n := w.provision.number or "").isdecimal())
    return numbers[0] if numbers else 10_000


def _term(name: str, group: list[Wording]) -> Term:
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
