"""The brief as a record: the sections of the page as data, with ids in place of the page's geometry."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, Literal

import msgspec

from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.present.decided import DecidedView
from nonpaper.present.document import AspectView, EventView
from nonpaper.present.exports.rows import CodeRow
from nonpaper.present.ids import origin_anchor, report_anchor
from nonpaper.present.later import made
from nonpaper.present.ledger import LedgerView
from nonpaper.present.made_of import MadeOf
from nonpaper.present.material import Material
from nonpaper.present.origins import UNKNOWN, resting
from nonpaper.present.page import BriefView, Count
from nonpaper.present.review import Correction, Doubt
from nonpaper.present.scenario_view import ScenarioView
from nonpaper.present.short import Sentence
from nonpaper.present.since import SinceView
from nonpaper.present.stands import RowView
from nonpaper.present.terms import DraftView, TermView

NOTICE = "Reconstruction from reporting, not a draft."


class OriginRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One separate origin and the ids of the reports that rest on it; a common leaker behind several is not excluded.

    `known` is false for the one record of reports whose origin is not stated.
    """

    id: str
    name: str
    reports: tuple[str, ...]
    known: bool = True


class ReportRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One report whole. `published` is ISO 8601 as read; every quote's `start` and `end` count characters of `text`."""

    id: str
    anchor: str
    title: str | None
    outlet: str | None
    published: str | None
    language: str | None
    url: str | None
    path: str
    text: str
    origins: tuple[str, ...]
    findings: tuple[Finding, ...]


class BriefRecord(msgspec.Struct, frozen=True, kw_only=True):
    """The whole brief; sections as on the page. Every `anchor` is a stable id and the page's fragment.

    `hinged` are the ids of terms with conditions; the same terms stand in `drafts`. `codes` are proposals for single
    statements, for a person to confirm.
    """

    schema: Literal["nonpaper.brief/1"] = "nonpaper.brief/1"
    notice: str = NOTICE
    title: str
    as_known_on: datetime
    checked: str
    counts: tuple[Count, ...]
    in_short: tuple[Sentence, ...]
    about: tuple[AspectView, ...]
    drafts: tuple[DraftView, ...]
    outside: dict[str, tuple[TermView, ...]]
    may_be_one: tuple[tuple[str, str], ...]
    hinged: tuple[str, ...]
    parties: tuple[str, ...]
    matrix: tuple[RowView, ...]
    ledger: LedgerView | None
    denials: tuple[AspectView, ...]
    events: tuple[EventView, ...]
    origins: tuple[OriginRecord, ...]
    circles: tuple[tuple[str, ...], ...]
    absent: tuple[str, ...]
    review: tuple[Doubt, ...]
    corrections: tuple[Correction, ...]
    reports: tuple[ReportRecord, ...]
    codes: tuple[CodeRow, ...]
    left_out: tuple[Finding, ...]
    scenario: ScenarioView | None
    since: SinceView | None
    decided_differently: tuple[DecidedView, ...]
    made_of: MadeOf
    model: str
    version: str


def brief_record(view: BriefView, of: Material, now: datetime, codes: Iterable[CodeRow] = ()) -> BriefRecord:
    """The page's view, what it is made of, and the codes proposed, as one record."""
    return BriefRecord(
        title=view.title,
        as_known_on=now,
        checked=view.checked,
        counts=view.counts,
        in_short=view.short,
        about=view.about,
        drafts=view.drafts,
        outside=view.outside,
        may_be_one=tuple((f"term-{q.left}", f"term-{q.right}") for q in of.together.questions),
        hinged=tuple(t.anchor for t in view.hinged),
        parties=view.parties,
        matrix=view.rows,
        ledger=view.ledger,
        denials=view.denials,
        events=view.events,
        origins=_origins(of),
        circles=view.origins.circles,
        absent=view.absent,
        review=view.review,
        corrections=view.corrections,
        reports=tuple(
            _report(reading, v.findings) for reading, v in zip(of.readings.values(), view.reports, strict=True)
        ),
        codes=tuple(codes),
        left_out=view.left_out,
        scenario=view.scenario,
        since=view.since,
        decided_differently=view.decided,
        made_of=view.made_of,
        model=view.model,
        version=view.version,
    )


def brief_json(record: BriefRecord) -> bytes:
    """One JSON document in UTF-8, indented, text not escaped to ASCII."""
    return msgspec.json.format(msgspec.json.encode(record, enc_hook=made), indent=1) + b"\n"


def brief_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the record, made from its classes."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | msgspec.json.schema(BriefRecord)


def _origins(of: Material) -> tuple[OriginRecord, ...]:
    found = resting(of).reports
    return tuple(
        OriginRecord(
            id=origin_anchor(name),
            name=name,
            reports=tuple(sorted(found[name])),
            known=name != UNKNOWN,
        )
        for name in sorted(found, key=lambda o: (o == UNKNOWN, o.casefold()))
    )


def _report(reading: Reading, findings: Sequence[Finding]) -> ReportRecord:
    about = reading.report
    return ReportRecord(
        id=about.id,
        anchor=report_anchor(about.id),
        title=about.title,
        outlet=about.outlet,
        published=about.published,
        language=about.language,
        url=about.url,
        path=about.path,
        text=reading.text,
        origins=reading.origins,
        findings=tuple(findings),
    )
