"""`nonpaper read`: what was read in each report."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from nonpaper.cli.given import By, Corrected, Jobs, Reports, Scheduler, Which, reader_at

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nonpaper.dossier.reader import Reader
    from nonpaper.model.finding import Finding
    from nonpaper.model.reading import Reading


class Format(StrEnum):
    """How readings are printed."""

    table = "table"
    jsonl = "jsonl"


def read(
    reports: Reports,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="A table for people, or one JSON record a line.", show_default=True)
    ] = Format.table,
    corrections: Corrected = None,
    jobs: Jobs = 1,
    by: By = Which.thorough,
    scheduler: Scheduler = None,
) -> None:
    """Print what is read in each report: claims, provisions, positions, origins, findings.

    Records stand in the order of the reports, each printed as soon as it is read. Items marked unsure are for review,
    not statements.
    """
    from nonpaper.cli import say
    from nonpaper.errors import NonpaperError

    try:
        with reader_at(scheduler, jobs, by) as reader:
            status = _read(reports, form, str(corrections) if corrections else None, jobs, reader)
    except NonpaperError as error:
        say.end_progress()
        say.problem(str(error))
        raise typer.Exit(2) from None
    raise typer.Exit(status)


def _read(reports: list[str], form: Format, decided: str | None, jobs: int, reader: Reader | None) -> int:
    from nonpaper.cli import say
    from nonpaper.dossier import corpus, each_reading
    from nonpaper.store import is_dossier

    given = sys.stdin.buffer
    if decided is None and not any(is_dossier(path) for path in reports):
        return _printed(each_reading(reports, stdin=given, jobs=jobs, reader=reader), (), form)
    made = corpus(reports, corrections=decided, stdin=given, progress=say.progress(), jobs=jobs, reader=reader)
    say.end_progress()
    return _printed((*made.outcome.readings, *made.outcome.left_out), made.outcome.stale, form)


def _printed(items: Iterable[Reading | Finding], more: Iterable[Finding], form: Format) -> int:
    """Prints readings as they come, then what was left out and `more`; the exit status of the call."""
    from nonpaper.cli import say
    from nonpaper.dossier import exit_status, nothing_read
    from nonpaper.errors import ClusterError
    from nonpaper.model.finding import Finding
    from nonpaper.present import record_line, table

    count, findings, progress = 0, list[Finding](), say.progress()
    try:
        for item in items:
            if isinstance(item, Finding):
                findings += [item] if item.level == "left_out" else []
                continue
            count += 1
            progress(item.report.path)
            sys.stdout.write((record_line(item) if form is Format.jsonl else table(item)) + "\n")
    except ClusterError:
        say.end_progress()
        say.findings(findings)
        raise
    say.end_progress()
    findings += more
    say.findings(findings)
    if not count and not findings:
        say.problem(str(nothing_read(())))
    return exit_status(count, findings)
