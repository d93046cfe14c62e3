"""What is new since a day, a moment or an earlier brief: reports, terms, stances, judgements; and what is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime

import msgspec

from nonpaper.judgements.records import Entry
from nonpaper.model.draft import Cell
from nonpaper.model.reading import Reading
from nonpaper.present.decided import decided_about
from nonpaper.present.difference import difference
from nonpaper.present.gone import ChangedView, GoneView, LostReport, Was, changed_views, gone_views, known_then, lost
from nonpaper.present.made_of import MadeOf, Making, Statement, decisions_of, statements
from nonpaper.present.material import Material, Quote, day, iso, many, named, when
from nonpaper.present.stands import StandView, stand_view
from nonpaper.present.terms import DraftView, TermView

BY_ADDING = "Counted by the day on which a report was added to the dossier, or a judgement recorded in it."
BY_MOMENT = "Counted by when a report was added to the dossier: after the last judgement that a person recorded in it."
BY_PUBLISHING = (
    "Counted by the day of publication, or of a judgement: no dossier was given that says what was known when."
)
BY_BRIEF = "Counted by what that brief says it was made of."


class Undone(msgspec.Struct, frozen=True, kw_only=True):
    """A decision that acted and does not any more: what it was, who took it back, when (ISO time) and why."""

    entry: Entry
    by: str
    at: str
    reason: str


class Since(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked: new since the day `first`, after the moment `after`, or beside the brief `before`; one of these.

    `added` holds ISO times by report id and is None where no dossier says; `decided` pairs ISO times with decisions;
    `then` are readings as they stood before, by id, where decisions changed them since. `withheld` says that reports
    may not be named which are not shown.
    """

    first: date | None = None
    after: datetime | None = None
    before: MadeOf | None = None
    added: dict[str, str] | None = None
    decided: tuple[tuple[str, Entry], ...] = ()
    undone: tuple[Undone, ...] = ()
    then: dict[str, Reading] = {}
    withheld: bool = False


class NewReport(msgspec.Struct, frozen=True, kw_only=True):
    """A report that is new, by its id; `title` is its title or file."""

    report: str
    outlet: str
    title: str
    published: str


class NewTerm(msgspec.Struct, frozen=True, kw_only=True):
    """A term, or one account of a term known before, that is new. `where` says in which text.

    `old_report` says that its report is not new: a person, or another state of the reader, read it so since.
    """

    anchor: str
    where: str
    topic: str
    value: str
    quote: Quote
    known_before: bool
    old_report: bool
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


class UndoneJudgement(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided, and that it was taken back since: by whom, when and why."""

    was: NewJudgement
    by: str
    on: str
    reason: str


class SinceView(msgspec.Struct, frozen=True, kw_only=True):
    """The section. `point` is the day or brief counted from; `undated` are reports that may be new or not.

    `lost` are reports no longer shown, `gone` what is no longer stated of those that are, `changed` what is read
    otherwise; `notes` say why the two may not be compared plainly.
    """

    point: str
    counted: str
    notes: tuple[str, ...]
    reports: tuple[NewReport, ...]
    undated: tuple[NewReport, ...]
    terms: tuple[NewTerm, ...]
    outside: tuple[NewTerm, ...]
    stances: tuple[NewStance, ...]
    changed: tuple[ChangedView, ...]
    lost: tuple[LostReport, ...]
    gone: tuple[GoneView, ...]
    judgements: tuple[NewJudgement, ...]
    undone: tuple[UndoneJudgement, ...]


class _Known(msgspec.Struct, frozen=True, kw_only=True):
    """Reports known before, reports new, those of which nobody can say, and anchors of statements that are new."""

    before: frozenset[str]
    new: frozenset[str]
    undated: frozenset[str]
    fresh: frozenset[str]


def since_view(
    of: Material,
    texts: Sequence[DraftView],
    beside: Mapping[str, Sequence[TermView]],
    asked: Since,
    making: Making | None = None,
) -> SinceView:
    """What is new, of what the page shows. O(statements)."""
    before, new, undated = _sorted(of, asked)
    was = known_then(of, asked.before) if asked.before else Was(statements=tuple(_then(of, asked, before)))
    now = _now(of, before | new)
    changes = difference(was.statements, now)
    known = _Known(before=before, new=new, undated=undated, fresh=changes.fresh)
    return SinceView(
        point=_point(asked),
        counted=_counted(asked),
        notes=tuple(_notes(asked, making or Making(), was)),
        reports=tuple(_report(of, one) for one in of.readings if one in new),
        undated=tuple(_report(of, one) for one in of.readings if one in undated),
        terms=tuple(n for d in texts for t in d.terms for n in _new(t, d.heading, known)),
        outside=tuple(n for kind, terms in beside.items() for t in terms for n in _new(t, kind, known)),
        stances=tuple(n for c in of.matrix.cells for n in _newer(of, c, known)),
        changed=tuple(changed_views(of, changes.changed, now)),
        lost=tuple(lost(one) for one in was.lost) if not asked.withheld else (),
        gone=tuple(gone_views(of, changes.gone)),
        judgements=tuple(_judgement(of, at, e) for at, e in _decided(asked)),
        undone=tuple(_undone(of, one) for one in asked.undone),
    )


def _sorted(of: Material, asked: Since) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Ids of the reports known before, of the new ones, and of those of which it cannot be said."""
    if asked.before is not None:
        there = known_then(of, asked.before).reports
        return there, frozenset(of.readings) - there, frozenset()
    if asked.after is not None:
        after, added = asked.after, asked.added or {}
        new = frozenset(one for one in of.readings if datetime.fromisoformat(added[one]) > after)
        return frozenset(of.readings) - new, new, frozenset()
    first = asked.first or date.min
    days = {one: when(of, one) if asked.added is None else iso(asked.added.get(one)) for one in of.readings}
    new = frozenset(one for one, on in days.items() if on is not None and on >= first)
    undated = frozenset(one for one, on in days.items() if on is None)
    return frozenset(of.readings) - new - undated, new, undated


def _then(of: Material, asked: Since, before: frozenset[str]) -> Iterator[Statement]:
    """Statements of the reports known before, as they stood."""
    for number, (one, reading) in enumerate(of.readings.items()):
        if one in before:
            yield from (s for _, s in statements(asked.then.get(one, reading), number))


def _now(of: Material, reports: Iterable[str]) -> dict[str, Statement]:
    chosen = frozenset(reports)
    return {
        anchor: statement
        for number, (one, reading) in enumerate(of.readings.items())
        if one in chosen
        for anchor, statement in statements(reading, number)
    }


def _point(asked: Since) -> str:
    if asked.before is not None:
        at = asked.before.at
        return f"the brief of {moment(at)}"
    return f"the judgement of {moment(asked.after)}" if asked.after else day((asked.first or date.min).isoformat())


def moment(at: datetime) -> str:
    """A time for people, with its zone."""
    return f"{at.day} {at:%B %Y, %H:%M} {at.tzname() or at.strftime('%z')}".rstrip()


def _counted(asked: Since) -> str:
    if asked.before is not None:
        return BY_BRIEF
    return BY_MOMENT if asked.after else BY_PUBLISHING if asked.added is None else BY_ADDING


def _notes(asked: Since, making: Making, was: Was) -> Iterator[str]:
    """Why what differs may not all be news, each in a sentence."""
    before = asked.before
    if before is None:
        return
    if before.reader != making.reader:
        yield "That brief was made by another version of the program: what is read otherwise may come of that alone."
    if before.ceiling != making.ceiling:
        yield "That brief was made up to another handling: reports may have come or gone by that alone."
    if not was.reports and before.reports:
        yield "None of its reports is here: it was made of other reports, or of another dossier."
    elif was.lost:
        yield f"Of its {many(len(before.reports), 'report')}, {len(was.lost)} {_are(len(was.lost))} not shown here."
    unknown = set(before.decisions) - set(making.decisions) - set(decisions_of(u.entry for u in asked.undone))
    if unknown:
        yield f"{many(len(unknown), 'judgement')} of that brief {_are(len(unknown))} not known here."


def _are(count: int) -> str:
    return "is" if count == 1 else "are"


def _decided(asked: Since) -> Iterator[tuple[str, Entry]]:
    """Decisions made since, with their times."""
    known = set(asked.before.decisions) if asked.before else set()
    for at, entry in asked.decided:
        if asked.before is not None:
            new = decisions_of([entry])[0] not in known
        elif asked.after is not None:
            new = False  # it is the moment of the last one
        else:
            new = (iso(at) or date.min) >= (asked.first or date.min)
        if new:
            yield at, entry


def _report(of: Material, report: str) -> NewReport:
    about = of.readings[report].report
    return NewReport(
        report=report,
        outlet=named(of.readings[report]),
        title=about.title or about.path,
        published=day(about.published),
    )


def _new(term: TermView, where: str, known: _Known) -> Iterator[NewTerm]:
    """The whole term once, where it has no words known before; else each account that has none."""
    whole = all(w.anchor in known.fresh for _, wordings in term.accounts for w in wordings)
    fresh = [(v, ws[0]) for v, ws in term.accounts if ws and all(w.anchor in known.fresh for w in ws)]
    for value, wording in fresh:
        yield NewTerm(
            anchor=term.anchor,
            where=where,
            topic=term.topic,
            value=value or "",
            quote=wording.quote,
            known_before=not whole,
            old_report=wording.quote.report in known.before,
            denied=term.denied,
            text_status=term.text_status,
        )


def _newer(of: Material, cell: Cell, known: _Known) -> Iterator[NewStance]:
    """New stances with a later day than all known before; what repeats the latest of these is no news."""
    dated = [(when(of, s.report), s, f"s-{s.report}-{s.index}" in known.fresh) for s in cell.stands]
    had = [(on, s) for on, s, fresh in dated if not fresh]
    last = max((on for on, _ in had if on is not None), default=None)
    latest = [s for on, s in had if on == last]
    for on, stand, fresh in dated:
        if not fresh or (had and stand.report in known.new and (on is None or last is None or on <= last)):
            continue
        if stand.position.stance not in {s.position.stance for s in latest}:
            yield NewStance(now=stand_view(of, stand), before=tuple(stand_view(of, s) for s in latest))


def _judgement(of: Material, at: str, entry: Entry) -> NewJudgement:
    places = [p for p in (entry.place, entry.right) if p is not None]
    return NewJudgement(
        kind=entry.kind,
        item=decided_about(of, entry),
        words="” and “".join(p.quote for p in places if p.quote),
        by=entry.by,
        on=day(at),
        reason=entry.reason,
    )


def _undone(of: Material, one: Undone) -> UndoneJudgement:
    return UndoneJudgement(was=_judgement(of, one.entry.at, one.entry), by=one.by, on=day(one.at), reason=one.reason)
