"""The brief of some reports, as one page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

from nonpaper.claims.shipped import checksum
from nonpaper.dossier.reading import Outcome, Progress, nothing_read, put_together, read_reports, silent
from nonpaper.dossier.scenario import analysed
from nonpaper.drafts import how_known
from nonpaper.judgements import NONE, confirmed, copied, load_corrections, load_sources


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
    from nonpaper.present import brief_html, brief_view  # Jinja is needed here alone

    decided = load_corrections(corrections) if corrections else None
    letters = load_sources(sources) if sources else {}
    followed = analysed(scenario) if scenario else None
    outcome = read_reports(paths, corrections=decided, stdin=stdin, progress=progress, jobs=jobs)
    if not outcome.readings:
        raise nothing_read(outcome.left_out)
    consolidation, stands = put_together(outcome.readings, decided)
    known = how_known(
        outcome.readings,
        consolidation,
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
        outcome.readings,
        consolidation,
        stands,
        left_out=left_out,
        now=now,
        model=checksum(),
        scenario=section,
        known=known,
        reliability=letters,
    )
    return brief_html(view), outcome
