"""The brief of some reports, or of a dossier, as one page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from nonpaper.dossier.reading import Outcome, Progress, nothing_read, put_together, read_reports, silent
from nonpaper.dossier.scenario import analysed
from nonpaper.errors import StoreError
from nonpaper.judgements import Corrections, load_corrections

if TYPE_CHECKING:
    from nonpaper.present.scenario_view import ScenarioView


def brief(
    paths: Iterable[str],
    *,
    now: datetime,
    corrections: str | None = None,
    scenario: str | None = None,
    ceiling: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
    jobs: int = 1,
) -> tuple[str, Outcome]:
    """The brief as one HTML page, and the outcome it was made from.

    `paths` are reports, or one dossier, of which `ceiling` leaves out what fewer may see. Raises ReportError where
    nothing could be read, StoreError, CorrectionsError and ScenarioError where the dossier, the corrections file or
    the scenario's model cannot be used.
    """
    decided = load_corrections(corrections) if corrections else None
    followed = analysed(scenario) if scenario else None
    given = list(paths)
    outcome, held = _from_dossier(given, decided, ceiling) or (
        read_reports(given, corrections=decided, stdin=stdin, progress=progress, jobs=jobs),
        decided,
    )
    section = None
    if followed and scenario:
        from nonpaper.present.scenario.section import scenario_view

        section = scenario_view(followed, scenario)
    return page_of(outcome, held, now=now, section=section), outcome


def page_of(
    outcome: Outcome, decided: Corrections | None, *, now: datetime, section: ScenarioView | None = None
) -> str:
    """The page of readings already corrected; ReportError where there are none."""
    from nonpaper.claims.shipped import checksum
    from nonpaper.present import brief_html, brief_view  # Jinja is needed here alone

    if not outcome.readings:
        raise nothing_read(outcome.left_out)
    together, stands = put_together(outcome.readings, decided)
    view = brief_view(
        outcome.readings,
        together,
        stands,
        left_out=(*outcome.left_out, *outcome.stale),
        now=now,
        model=checksum(),
        scenario=section,
    )
    return brief_html(view)


def _from_dossier(
    paths: list[str], decided: Corrections | None, ceiling: str | None
) -> tuple[Outcome, Corrections] | None:
    """What the one dossier named holds, and its judgements with `decided` after them; None where none is named."""
    from nonpaper.store import is_dossier

    if not any(is_dossier(path) for path in paths):
        if ceiling:
            raise StoreError("handling is marked in a dossier; name one, or add the reports to one")
        return None
    if len(paths) > 1:
        raise StoreError(f"{paths[0]}: a dossier is shown by itself; add the reports to it: nonpaper add")
    from nonpaper.dossier.file import open_dossier
    from nonpaper.dossier.handling import about_only

    with open_dossier(paths[0]) as dossier:
        if not dossier.status().counts.reports:
            raise StoreError(f"{paths[0]}: holds no report yet; add some: nonpaper add {paths[0]} REPORT...")
        own = dossier.corrections()
        if ceiling:
            if decided:
                raise StoreError(f"{paths[0]}: record the corrections in it first: nonpaper judge --file")
            outcome = dossier.up_to(ceiling)
            return outcome, about_only(own, [r.report.id for r in outcome.readings])
        entries = (*own.entries, *(decided.entries if decided else ()))
        return dossier.outcome(decided), msgspec.structs.replace(own, entries=entries)
