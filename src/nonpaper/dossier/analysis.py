"""What an analyst asks of reports or of a problem: the ledger, a problem to edit, the report on one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

from nonpaper.dossier.drafts import Drafts, read_drafts
from nonpaper.dossier.reading import Outcome, Progress, silent
from nonpaper.model.finding import Finding
from nonpaper.model.ledger import Ledger


def ledger_of(
    paths: Iterable[str],
    *,
    draft: str | None = None,
    baseline: str = "facts",
    corrections: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> tuple[Ledger, Outcome]:
    """The ledger of one draft against a named baseline, and the outcome it was made from.

    Raises ReportError where nothing could be read or there is no such draft or baseline.
    """
    drafts = read_drafts(paths, corrections=corrections, stdin=stdin, progress=progress)
    return ledger_from(drafts, draft=draft, baseline=baseline), drafts.outcome


def problem_from(
    paths: Iterable[str],
    *,
    draft: str | None = None,
    corrections: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> tuple[str, Outcome]:
    """A problem file for an analyst to edit, and the outcome it was made from; errors as in `ledger_of`."""
    drafts = read_drafts(paths, corrections=corrections, stdin=stdin, progress=progress)
    return problem_to_edit(drafts, draft=draft), drafts.outcome


def ledger_from(drafts: Drafts, *, draft: str | None = None, baseline: str = "facts") -> Ledger:
    """The ledger of one draft; ReportError where there is no such draft or baseline."""
    from nonpaper.analysis.ledger import ledger

    return ledger(drafts.versions.readings, drafts.together, drafts.matrix, draft=draft, baseline=baseline)


def problem_to_edit(drafts: Drafts, *, draft: str | None = None) -> str:
    """A problem file for an analyst to edit; ReportError where there is no such draft."""
    from nonpaper.analysis.propose import proposal

    return proposal(drafts.versions.readings, drafts.together, drafts.matrix, draft=draft)


def report_on(path: str, *, now: datetime, centre: bool = False) -> tuple[str | None, tuple[Finding, ...]]:
    """The report on a problem as one HTML page (None where it cannot be used), and what was found amiss.

    `centre` puts the centre of what is possible for unknown numbers where a method needs one, and says so.
    """
    from nonpaper.analysis import Assume, load_problem
    from nonpaper.analysis.whole import everything
    from nonpaper.present.html import analysis_html
    from nonpaper.present.report import Material, analysis_view

    problem, found = load_problem(path)
    if problem is None:
        return None, found
    made = everything(problem, Assume.centre if centre else Assume.nothing)
    material = Material(
        problem=problem,
        known=made.known,
        packages=made.packages,
        accepted=made.accepted,
        amended=made.amended,
        moved=made.moved,
        trades=made.trades,
        findings=found,
    )
    return analysis_html(analysis_view(material, now)), found
