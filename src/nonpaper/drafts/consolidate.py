"""Statements of several reports as terms of texts: the same term once, with every account of it beside the others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from nonpaper.drafts.dating import doubtful_dates
from nonpaper.drafts.origins import origins_of_term
from nonpaper.drafts.relations import Place, Said
from nonpaper.drafts.terms import Terms, short_hash, terms_of
from nonpaper.drafts.when import newest_first
from nonpaper.judgements import NONE, Corrections, pairs
from nonpaper.model.draft import Consolidation, Draft, Wording
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.remembered import by_key, each

Decided = dict[frozenset[Place], bool]


def consolidate(readings: Sequence[Reading], corrections: Corrections = NONE) -> Consolidation:
    """All texts with their terms. The order of reports does not matter; unsure statements take no part.

    Statements are compared within one text and topic: see `comparison` and `linkage` for the method and its cost.
    """
    misdated = dict(doubtful_dates(readings))
    ordered = _oldest_first(readings, misdated)
    decided = _decided(readings, corrections)
    inside = by_key("wordings", each("wordings", ordered, _wordings))
    beside = _put("", inside.get(None, ()), decided)
    oldest = {of[0].report for of in inside.values()} - misdated.keys()
    dates = {r.report.id: r.report.published or None for r in ordered if r.report.id in oldest}
    named = [
        (dates.get(of[0].report), name, _put(name, of, decided)) for name, of in inside.items() if name is not None
    ]
    named.sort(key=lambda n: (not n[1], *newest_first(n[0]), n[1]))  # the text reported last first, the unnamed last
    every = [made for *_, made in named] + [beside]
    return Consolidation(
        drafts=tuple(
            Draft(id=short_hash("draft", name), name=name or None, terms=made.terms, first_reported=first)
            for first, name, made in named
        ),
        outside=beside.terms,
        questions=tuple(q for made in every for q in made.questions),
        narrower=tuple(n for made in every for n in made.narrower),
        misdated=misdated,
    )


def _oldest_first(readings: Sequence[Reading], misdated: Mapping[str, Finding]) -> list[Reading]:
    """The undated last, and those whose date cannot be right."""
    keys: Iterable[tuple[str, str]] = each("oldest first", readings, _age)
    if misdated:
        keys = [("~", report) if report in misdated else (age, report) for age, report in keys]
    return [reading for _, reading in sorted(zip(keys, readings, strict=True), key=itemgetter(0))]


def _age(reading: Reading) -> tuple[str, str]:
    return reading.report.published or "~", reading.report.id


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


def _put(name: str, listed: tuple[Wording, ...], decided: Decided) -> Terms:
    """The terms of one text, of its statements oldest first."""
    here = {(w.report, w.index) for w in listed} if decided else set()
    return terms_of(name, listed, tuple(_said(pair, decided[pair]) for pair in decided if pair <= here))


def _said(pair: frozenset[Place], same: bool) -> Said:
    one, other = sorted(pair)
    return one, other, same
