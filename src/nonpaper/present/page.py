"""The brief as frozen data: what each section shows, in order. Templates only render it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import chain, compress

import msgspec

from nonpaper import __version__
from nonpaper.drafts.groups import grouped
from nonpaper.drafts.versions import versions
from nonpaper.drafts.when import newest_first
from nonpaper.model.codes import Topic
from nonpaper.model.draft import Cell, Consolidation, Matrix, Term
from nonpaper.model.finding import Finding
from nonpaper.model.known import Known
from nonpaper.model.reading import Reading
from nonpaper.model.support import Support
from nonpaper.model.version import Versions
from nonpaper.present import words
from nonpaper.present.absent import absent
from nonpaper.present.compare import CompareView, QuestionView, compared, questions
from nonpaper.present.decided import Apart, DecidedView, decided_views
from nonpaper.present.document import AspectView, EventView, about, ahead, denials
from nonpaper.present.ledger import LedgerView, ledger_view
from nonpaper.present.made_of import MadeOf, Making, made_of
from nonpaper.present.material import Material, many, material
from nonpaper.present.most import Most, Shown, most_of
from nonpaper.present.origins import OriginsView, origins_view
from nonpaper.present.review import Correction, Doubt, checked, corrections, doubts
from nonpaper.present.scenario_view import ScenarioView
from nonpaper.present.short import Sentence, short
from nonpaper.present.since import Since, SinceView, since_view
from nonpaper.present.stands import PartyView, RowView, by_party, refusing, rows
from nonpaper.present.terms import DraftView, TermView, drafts, kin_of, outside
from nonpaper.present.timeline import TimeView, time_view
from nonpaper.present.versions import VersionsView, versions_view
from nonpaper.present.whole import ReportView, report_view
from nonpaper.remembered import each, remembered


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A number and what it counts; `part` where it is a share of the one before."""

    number: int
    of: str
    part: bool = False


class BriefView(msgspec.Struct, frozen=True, kw_only=True):
    """The whole page."""

    title: str
    known_on: str
    checked: str
    counts: tuple[Count, ...]
    short: tuple[Sentence, ...]
    about: tuple[AspectView, ...]
    drafts: tuple[DraftView, ...]
    versions: VersionsView
    compared: CompareView | None
    outside: dict[str, tuple[TermView, ...]]
    questions: Sequence[QuestionView]
    hinged: tuple[TermView, ...]
    parties: tuple[str, ...]
    rows: tuple[RowView, ...]
    by_party: tuple[PartyView, ...]
    ledger: LedgerView | None
    denials: tuple[AspectView, ...]
    events: tuple[EventView, ...]
    origins: OriginsView
    time: TimeView
    absent: tuple[str, ...]
    review: tuple[Doubt, ...]
    corrections: tuple[Correction, ...]
    reports: tuple[ReportView, ...]
    left_out: tuple[Finding, ...]
    model: str
    made_of: MadeOf
    decided: tuple[DecidedView, ...] = ()
    scenario: ScenarioView | None = None
    since: SinceView | None = None
    graded: bool = False
    shown: Shown
    version: str = __version__


def brief_view(
    readings: Sequence[Reading],
    consolidation: Consolidation,
    matrix: Matrix,
    *,
    left_out: Iterable[Finding],
    now: datetime,
    model: str = "",
    scenario: ScenarioView | None = None,
    since: Since | None = None,
    making: Making | None = None,
) -> BriefView:
    """Everything the page shows, from readings put together; texts told apart and what is known are found here."""
    of = material(readings, consolidation, matrix)
    told = versions(readings)
    return view_of(of, told, left_out=left_out, now=now, model=model, scenario=scenario, since=since, making=making)


def view_of(
    of: Material,
    told: Versions,
    *,
    left_out: Iterable[Finding],
    now: datetime,
    model: str = "",
    scenario: ScenarioView | None = None,
    since: Since | None = None,
    making: Making | None = None,
    apart: Sequence[Apart] = (),
) -> BriefView:
    """Everything the page shows, from what its sections share.

    `told` are the texts told apart, `model` is the weights' checksum, `since` what asks for the section of what is new,
    `making` what else the page says it was made with, `apart` what people decided differently.
    """
    making = making or Making()
    kin = kin_of(of)
    texts = tuple(drafts(of, kin))
    terms = [t for d in texts for t in d.terms]
    beside = outside(of, kin)
    matrix_rows = tuple(rows(of))
    most = most_of(len(of.readings))
    stated = tuple(t for d in of.together.drafts for t in d.terms)
    hinged = tuple(compress(terms, each("hinged", stated, _hinged)))
    denied, events, missing = denials(of), ahead(of, now.date()), tuple(left_out)
    whole = _shown(of, most, (*(d.terms for d in texts), *beside.values()), events)
    latest = {anchor.removeprefix("report-") for anchor in whole.reports}
    return BriefView(
        title=_title(texts),
        known_on=now.strftime("%-d %B %Y, %H:%M ") + (now.tzname() or now.strftime("%z")),
        checked=checked(of),
        counts=_counts(of, terms, missing, _separate(of.known)),
        short=tuple(short(of, texts, tuple(refusing(of)), denied, events)),
        about=about(of),
        drafts=texts,
        versions=versions_view(of, told),
        compared=compared(of),
        outside=beside,
        questions=questions(of),
        hinged=hinged,
        parties=of.matrix.parties,
        rows=matrix_rows,
        by_party=tuple(by_party(of, most.cell)),
        ledger=ledger_view(of),
        denials=denied,
        events=events,
        origins=origins_view(of),
        time=time_view(of, events, now.date(), whole),
        absent=tuple(absent(of)),
        review=tuple(doubts(of)),
        corrections=tuple(corrections(of)),
        reports=each(
            "report",
            [(r, of.together.misdated.get(i), i in latest) for i, r in of.readings.items()],
            lambda row: report_view(*row),
        ),
        left_out=missing,
        model=model,
        made_of=made_of(of, making, now),
        decided=tuple(decided_views(of, apart)),
        scenario=scenario,
        since=since_view(of, texts, beside, since, making) if since else None,
        graded=bool(of.reliability),
        shown=whole,
    )


def _hinged(term: Term) -> bool:
    return any(w.provision.conditions for w in term.wordings)


def _shown(of: Material, most: Most, texts: Sequence[Sequence[TermView]], events: Sequence[EventView]) -> Shown:
    """Of each cell its first stances, of each text the terms that most reports state, the newest reports."""
    ranked = [sorted(terms, key=lambda t: -t.reports)[: most.terms] for terms in texts]
    readings = tuple(of.readings.values())
    ages = each("ages", readings, lambda r: newest_first(r.report.published))
    dated = [readings[at] for at in sorted(range(len(readings)), key=ages.__getitem__)]
    cells: dict[Topic, list[Cell]] = {}
    for cell in of.matrix.cells:
        cells.setdefault(cell.topic, []).append(cell)
    on = {words.topic(topic): _stands(tuple(of_topic), most.cell) for topic, of_topic in cells.items()}
    return Shown(
        most=most,
        stands=frozenset().union(*on.values()),
        on=on,
        terms=frozenset(t.anchor for terms in ranked for t in terms),
        events=frozenset(e.anchor for e in sorted(events, key=lambda e: e.past)[: most.listed]),
        reports=frozenset(f"report-{r.report.id}" for r in dated[: most.reports]),
    )


@remembered
def _stands(cells: tuple[Cell, ...], most: int) -> frozenset[str]:
    return frozenset(f"s-{s.report}-{s.index}" for c in cells for s in c.stands[:most])


def _title(texts: Sequence[DraftView]) -> str:
    names = [d.heading for d in texts if d.name]
    joined = " and ".join(n if i == 0 else n.replace("The", "the", 1) for i, n in enumerate(names[:2]))
    more = f" and {many(len(names) - 2, 'other text')}" if len(names) > 2 else ""
    return joined + more or "A text known from reporting"


def _separate(known: Known) -> int:
    """Separate origins behind all terms and demands; two that are one for some term are one."""
    of_each = each("names of origins", tuple(known.support.values()), _names)
    names = frozenset[str]().union(*(names for names, _ in of_each))
    one = frozenset[tuple[str, str]]().union(*(pairs for _, pairs in of_each if pairs))
    return len(set(grouped(names, one).values()))


def _names(support: Support) -> tuple[frozenset[str], frozenset[tuple[str, str]]]:
    """All names of the origins, and each other name of an origin with its first."""
    names = [origin.names for origin in support.origins]
    return frozenset(chain(*names)), frozenset((first, other) for first, *others in names for other in others)


def _counts(of: Material, terms: Sequence[TermView], missing: Sequence[Finding], origins: int) -> tuple[Count, ...]:
    known = [
        Count(number=sum(t.status == status for t in terms), of=says, part=True)
        for status, says in (("signed", "signed"), ("published", "published"), ("attested", "attested"))
    ]
    rows_of = [
        Count(number=len(of.readings), of="report read" if len(of.readings) == 1 else "reports read"),
        Count(number=origins, of="separate origin named" if origins == 1 else "separate origins named"),
        Count(number=len(terms), of="provisions"),
        *(c for c in known if c.number or c.of == "attested"),
        Count(number=sum(t.status == "reported" for t in terms), of="only reported", part=True),
        Count(number=sum(len(t.accounts) > 1 for t in terms), of="on which reports differ", part=True),
        Count(number=sum(t.denied for t in terms), of="denied", part=True),
        Count(number=sum(not t.origins for t in terms), of="of unstated origin", part=True),
    ]
    unread = sum(f.level == "left_out" for f in missing)
    return (*rows_of, Count(number=unread, of="left out")) if unread else tuple(rows_of)
