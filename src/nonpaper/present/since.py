"""What is new since a day: reports, terms and accounts that only these carry, newer stances, judgements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from nonpaper.judgements.records import Entry
from nonpaper.model.draft import Cell
from nonpaper.present.material import Material, Quote, day, iso, named, when
from nonpaper.present.stands import StandView, stand_view
from nonpaper.present.terms import DraftView, TermView

BY_ADDING = "Counted by the day on which a report was added to the dossier, or a judgement recorded in it."
BY_PUBLISHING = (
    "Counted by the day of publication, or of a judgement: no dossier was given that says what was known when."
)


class Since(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked: the first day that counts as new, when each report was added, and when each decision was made.

    `added` holds ISO times by report id and is None where no dossier says; `decided` pairs ISO times with decisions.
    """

    first: date
    added: dict[str, str] | None = None
    decided: tuple[tuple[str, Entry], ...] = ()


class NewReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report that is new, by its id; `title` is its title or file."""

    report: str
    outlet: str
    title: str
    published: str


class NewTerm(msgspec.Struct, frozen=True, kw_only=True):
    """A term, or one account of a term known before, that only new reports carry. `where` says in which text."""

    anchor: str
    where: str
    topic: str
    value: str
    quote: Quote
    known_before: bool
    denied: bool
    text_status: str


class NewStance(msgspec.Struct, frozen=True, kw_only=True):
    """A stance later than any known before of a party on a topic, and the latest known before; none where empty."""

    now: StandView
    before: tuple[StandView, ...]


class NewJudgement(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided since."""

    kind: str
    item: str
    words: str
    by: str
    on: str
    reason: str


class SinceView(msgspec.Struct, frozen=True, kw_only=True):
    """The section. `undated` are reports of which it cannot be said whether they are new."""

    day: str
    counted: str
    reports: tuple[NewReport, ...]
    undated: tuple[NewReport, ...]
    terms: tuple[NewTerm, ...]
    outside: tuple[NewTerm, ...]
    stances: tuple[NewStance, ...]
    judgements: tuple[NewJudgement, ...]


def since_view(
    of: Material, texts: Sequence[DraftView], beside: Mapping[str, Sequence[TermView]], asked: Since
) -> SinceView:
    """What is new, of what the page shows. O(statements)."""
    days = {one: _known_on(of, one, asked) for one in of.readings}
    new = {one for one, on in days.items() if on is not None and on >= asked.first}
    return SinceView(
        day=day(asked.first.isoformat()),
        counted=BY_PUBLISHING if asked.added is None else BY_ADDING,
        reports=tuple(_report(of, one) for one in days if one in new),
        undated=tuple(_report(of, one) for one, on in days.items() if on is None),
        terms=tuple(n for d in texts for t in d.terms for n in _new(t, d.heading, new)),
        outside=tuple(n for kind, terms in beside.items() for t in terms for n in _new(t, kind, new)),
        stances=tuple(n for c in of.matrix.cells for n in _newer(of, c, new)),
        judgements=tuple(_judgement(at, e) for at, e in asked.decided if (iso(at) or date.min) >= asked.first),
    )


def _known_on(of: Material, report: str, asked: Since) -> date | None:
    return when(of, report) if asked.added is None else iso(asked.added.get(report))


def _report(of: Material, report: str) -> NewReport:
    about = of.readings[report].report
    return NewReport(
        report=report,
        outlet=named(of.readings[report]),
        title=about.title or about.path,
        published=day(about.published),
    )


def _new(term: TermView, where: str, new: set[str]) -> Iterator[NewTerm]:
    """The whole term once, where no report known before has it; else each account that none of these has."""
    whole = all(w.quote.report in new for _, wordings in term.accounts for w in wordings)
    fresh = [(v, ws[0]) for v, ws in term.accounts if ws and all(w.quote.report in new for w in ws)]
    for value, wording in fresh:
        yield NewTerm(
            anchor=term.anchor,
            where=where,
            topic=term.topic,
            value=value or "",
            quote=wording.quote,
            known_before=not whole,
            denied=term.denied,
            text_status=term.text_status,
        )


def _newer(of: Material, cell: Cell, new: set[str]) -> Iterator[NewStance]:
    """Stances of new reports with a later day than all known before; what repeats the latest of these is no news."""
    dated = [(when(of, s.report), s) for s in cell.stands]
    known = [(on, s) for on, s in dated if s.report not in new]
    last = max((on for on, _ in known if on is not None), default=None)
    latest = [s for on, s in known if on == last]
    for on, stand in dated:
        if stand.report not in new or (known and (on is None or last is None or on <= last)):
            continue
        if stand.position.stance not in {s.position.stance for s in latest}:
            yield NewStance(now=stand_view(of, stand), before=tuple(stand_view(of, s) for s in latest))


def _judgement(at: str, entry: Entry) -> NewJudgement:
    return NewJudgement(
        kind=entry.kind,
        item=entry.item,
        words=entry.place.quote,
        by=entry.by,
        on=day(at),
        reason=entry.reason,
    )
