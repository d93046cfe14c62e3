"""The use cases: the only place where reports, reader, corrections and presentation meet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from nonpaper.claims.bulk import read_all
from nonpaper.claims.shipped import checksum
from nonpaper.drafts import consolidate
from nonpaper.errors import ReportError, ScenarioError
from nonpaper.judgements import Corrections, apply_corrections, load_corrections
from nonpaper.model.draft import Consolidation, Matrix
from nonpaper.model.finding import Finding
from nonpaper.model.ledger import Ledger
from nonpaper.model.reading import Reading
from nonpaper.model.report import ReportText
from nonpaper.positions import matrix
from nonpaper.reports.gather import gather

if TYPE_CHECKING:
    from nonpaper.scenarios import Analysis

Progress = Callable[[str], None]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """Readings in the order given, and what was left out, each with the reason."""

    readings: tuple[Reading, ...]
    left_out: tuple[Finding, ...] = ()
    stale: tuple[Finding, ...] = ()

    @property
    def status(self) -> int:
        """Exit status: 0 all read, 1 something left out or found stale, 2 nothing readable."""
        return exit_status(len(self.readings), (*self.left_out, *self.stale))


def exit_status(read: int, missing: Sequence[Finding]) -> int:
    """0 all read, 1 something left out or stale, 2 nothing readable."""
    return 2 if not read else 1 if missing else 0


def silent(_: str) -> None:
    """Reports no progress."""


def each_reading(paths: Iterable[str], *, stdin: BinaryIO | None = None, jobs: int = 1) -> Iterator[Reading | Finding]:
    """One reading a report, in the order given, as it is read; what could not be read comes as a finding.

    `jobs` processes read side by side; the result does not depend on their number, and memory stays flat.
    """
    return read_all(_once(gather(list(paths), stdin=stdin)), jobs)


def _once(items: Iterable[ReportText | Finding]) -> Iterator[ReportText | Finding]:
    seen: set[str] = set()
    for item in items:
        if isinstance(item, Finding) or item.report.id not in seen:
            seen |= set() if isinstance(item, Finding) else {item.report.id}
            yield item
        else:
            yield _again(item.report.path)


def _again(path: str) -> Finding:
    return Finding(
        code="same_report",
        level="note",
        where=path,
        what="the same report was given twice",
        remedy="it is read once; nothing to do",
    )


def read_reports(
    paths: Iterable[str],
    *,
    corrections: Corrections | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
    jobs: int = 1,
) -> Outcome:
    """Reads every report and applies the corrections; raises nothing for bad input."""
    readings: list[Reading] = []
    left_out: list[Finding] = []
    for item in each_reading(paths, stdin=stdin, jobs=jobs):
        if isinstance(item, Reading):
            readings.append(item)
            progress(item.report.path)
        elif item.level == "left_out":
            left_out.append(item)
    if corrections is None:
        return Outcome(readings=tuple(readings), left_out=tuple(left_out))
    corrected, stale = apply_corrections(tuple(readings), corrections)
    return Outcome(readings=tuple(corrected), left_out=tuple(left_out), stale=tuple(stale))


def put_together(readings: tuple[Reading, ...], corrections: Corrections | None = None) -> tuple[Consolidation, Matrix]:
    """The drafts as known from all readings, and who stands where."""
    together = consolidate(readings) if corrections is None else consolidate(readings, corrections)
    return together, matrix(readings)


def brief(
    paths: Iterable[str],
    *,
    now: datetime,
    corrections: str | None = None,
    scenario: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
    jobs: int = 1,
) -> tuple[str, Outcome]:
    """The brief as one HTML page, and the outcome it was made from.

    Raises ReportError where nothing could be read, CorrectionsError and ScenarioError where the corrections file or the
    scenario's model cannot be used.
    """
    from nonpaper.present import brief_html, brief_view  # Jinja is needed here alone

    decided = load_corrections(corrections) if corrections else None
    followed = analysed(scenario) if scenario else None
    outcome = read_reports(paths, corrections=decided, stdin=stdin, progress=progress, jobs=jobs)
    if not outcome.readings:
        raise nothing_read(outcome.left_out)
    consolidation, stands = put_together(outcome.readings, decided)
    left_out = (*outcome.left_out, *outcome.stale)
    section = None
    if followed and scenario:
        from nonpaper.present.scenario.section import scenario_view

        section = scenario_view(followed, scenario)
    view = brief_view(
        outcome.readings, consolidation, stands, left_out=left_out, now=now, model=checksum(), scenario=section
    )
    return brief_html(view), outcome


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
    from nonpaper.analysis.ledger import ledger

    outcome, together, stands = _together(paths, corrections, stdin, progress)
    return ledger(outcome.readings, together, stands, draft=draft, baseline=baseline), outcome


def problem_from(
    paths: Iterable[str],
    *,
    draft: str | None = None,
    corrections: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> tuple[str, Outcome]:
    """A problem file for an analyst to edit, and the outcome it was made from; errors as in `ledger_of`."""
    from nonpaper.analysis.propose import proposal

    outcome, together, stands = _together(paths, corrections, stdin, progress)
    return proposal(outcome.readings, together, stands, draft=draft), outcome


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


def _together(
    paths: Iterable[str], corrections: str | None, stdin: BinaryIO | None, progress: Progress
) -> tuple[Outcome, Consolidation, Matrix]:
    decided = load_corrections(corrections) if corrections else None
    outcome = read_reports(paths, corrections=decided, stdin=stdin, progress=progress)
    if not outcome.readings:
        raise nothing_read(outcome.left_out)
    return outcome, *put_together(outcome.readings, decided)


def analysed(model: str) -> Analysis:
    """The analysis of a scenario's model; ScenarioError where the file cannot be used."""
    from nonpaper.scenarios import analyse, game, load_scenario

    loaded = load_scenario(model)
    if loaded.scenario is None:
        first = next(f for f in loaded.findings if f.level == "left_out")
        raise ScenarioError(f"{first.where}: {first.what}; {first.remedy}")
    return analyse(game(loaded.scenario))


def nothing_read(left_out: Iterable[Finding]) -> ReportError:
    """The error for a call in which no report could be read."""
    first = next(iter(left_out), None)
    if first is None:
        return ReportError(
            "no reports were given", where="the command", remedy="name files, folders or - for standard input"
        )
    return ReportError(first.what, where=first.where, remedy=first.remedy, code=first.code)
