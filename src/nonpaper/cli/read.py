"""`nonpaper read`: what was read in each report."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from nonpaper.model.finding import Finding
    from nonpaper.model.reading import Reading


class Format(StrEnum):
    """How readings are printed."""

    table = "table"
    jsonl = "jsonl"


def read(
    reports: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORT...", help="Files (.txt .md .html .pdf .jsonl .xml), folders, or - for standard input."
        ),
    ],
    form: Annotated[
        Format, typer.Option("--format", "-f", help="A table for people, or one JSON record a line.", show_default=True)
    ] = Format.table,
    corrections: Annotated[
        Path | None, typer.Option("--corrections", "-c", metavar="FILE", help="A TOML file of a person's corrections.")
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read side by side.")
    ] = 1,
) -> None:
    """Print what is read in each report: claims, provisions, positions, origins, findings.

    Records stand in the order of the reports, each printed as soon as it is read. Items marked unsure are for review,
    not statements.
    """
    from nonpaper.cli import say
    from nonpaper.dossier import each_reading, read_reports
    from nonpaper.errors import CorrectionsError
    from nonpaper.judgements import load_corrections

    if corrections is None:
        raise typer.Exit(_printed(each_reading(reports, stdin=sys.stdin.buffer, jobs=jobs), form))
    try:
        decided = load_corrections(str(corrections))
    except CorrectionsError as error:
        say.problem(str(error))
        raise typer.Exit(2) from None
    outcome = read_reports(reports, corrections=decided, stdin=sys.stdin.buffer, progress=say.progress(), jobs=jobs)
    say.end_progress()
    raise typer.Exit(_printed((*outcome.readings, *outcome.left_out, *outcome.stale), form))


def _printed(items: Iterable[Reading | Finding], form: Format) -> int:
    """Prints readings as they come, then what was left out; the exit status of the call."""
    from nonpaper.cli import say
    from nonpaper.dossier import exit_status, nothing_read
    from nonpaper.model.finding import Finding
    from nonpaper.present import record_line, table

    count, findings, progress = 0, [], say.progress()
    for item in items:
        if isinstance(item, Finding):
            findings += [item] if item.level == "left_out" or item.code == "stale_correction" else []
            continue
        count += 1
        progress(item.report.path)
        sys.stdout.write((record_line(item) if form is Format.jsonl else table(item)) + "\n")
    say.end_progress()
    say.findings(findings)
    if not count and not findings:
        say.problem(str(nothing_read(())))
    return exit_status(count, findings)
