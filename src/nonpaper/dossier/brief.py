"""The brief of some reports, as one page or as one record."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from nonpaper.claims.shipped import checksum
from nonpaper.dossier.codes import code_rows
from nonpaper.dossier.reading import Outcome, Progress, nothing_read, put_together, read_reports, silent
from nonpaper.dossier.scenario import analysed
from nonpaper.drafts import how_known
from nonpaper.drafts.versions import known_from, versions
from nonpaper.judgements import NONE, confirmed, copied, load_corrections, load_sources

if TYPE_CHECKING:
    from nonpaper.present import BriefView
    from nonpaper.present.material import Material


def brief(
    paths: Iterable[str],
    *,
    now: datetime,
    corrections: str | None = None,
    scenario: str | None = None,
    sources: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
    jobs: int = 1,
) -> tuple[str, Outcome]:
    """The brief as one HTML page, and the outcome it was made from.

    `sources` is a file of reliabilities by outlet. Raises ReportError where nothing could be read, CorrectionsError and
    ScenarioError where the corrections, the reliabilities or the scenario's model cannot be used.
    """
    from nonpaper.present import brief_html  # Jinja is needed here alone

    view, _, outcome = _view(paths, now, corrections, scenario, sources, stdin, progress, jobs)
    return brief_html(view), outcome


def brief_data(
    paths: Iterable[str],
    *,
    now: datetime,
    corrections: str | None = None,
    scenario: str | None = None,
    sources: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
    jobs: int = 1,
) -> tuple[str, Outcome]:
    """The same brief as one JSON document, and the outcome it was made from; errors as in `brief`."""
    from nonpaper.present.record import brief_json, brief_record

    view, of, outcome = _view(paths, now, corrections, scenario, sources, stdin, progress, jobs)
    return brief_json(brief_record(view, of, now, code_rows(outcome.readings))), outcome


def brief_schema() -> str:
    """The JSON Schema of what `brief_data` writes."""
    from nonpaper.present.record import brief_schema as schema

    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


def _view(
    paths: Iterable[str],
    now: datetime,
    corrections: str | None,
    scenario: str | None,
    sources: str | None,
    stdin: BinaryIO | None,
    progress: Progress,
    jobs: int,
) -> tuple[BriefView, Material, Outcome]:
    """The sections, what they are made of, and the outcome behind both."""
    from nonpaper.present import brief_view
    from nonpaper.present.material import material

    decided = load_corrections(corrections) if corrections else None
    letters = load_sources(sources) if sources else {}
    followed = analysed(scenario) if scenario else None
    outcome = read_reports(paths, corrections=decided, stdin=stdin, progress=progress, jobs=jobs)
    if not outcome.readings:
        raise nothing_read(outcome.left_out)
    told = versions(outcome.readings)
    consolidation, stands = put_together(told.readings, decided)
    together = known_from(consolidation, told)
    known = how_known(
        told.readings,
        together,
        judged=copied(outcome.readings, decided or NONE)[0],
        confirmed=confirmed(outcome.readings, decided or NONE)[0],
        reliability=letters,
    )
    left_out = (*outcome.left_out, *outcome.stale)
    section = None
    if followed and scenario:
        from nonpaper.present.scenario.section import scenario_view

        section = scenario_view(followed, scenario)
    view = brief_view(
        told.readings,
        together,
        stands,
        left_out=left_out,
        now=now,
        model=checksum(),
        scenario=section,
        told=told,
        known=known,
        reliability=letters,
    )
    return view, material(told.readings, together, stands, known, letters), outcome
