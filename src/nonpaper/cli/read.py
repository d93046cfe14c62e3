"""`nonpaper read`: what was read in each report."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How readings are printed."""

    table = "table"
    jsonl = "jsonl"


def read(
    reports: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORT...", help="Files (.txt .md .html .pdf .jsonl), folders, or - for standard input."
        ),
    ],
    form: Annotated[
        Format, typer.Option("--format", "-f", help="A table for people, or one JSON record a line.", show_default=True)
    ] = Format.table,
    corrections: Annotated[
        Path | None, typer.Option("--corrections", "-c", metavar="FILE", help="A TOML file of a person's corrections.")
    ] = None,
) -> None:
    """Print what is read in each report: claims, provisions, positions, origins, findings.

    Records stand in the order of the reports. Items marked unsure are for review, not statements.
    """
    from nonpaper.cli import say
    from nonpaper.dossier import nothing_read, read_reports
    from nonpaper.errors import CorrectionsError
    from nonpaper.judgements import load_corrections
    from nonpaper.present import record_line, table

    try:
        decided = load_corrections(str(corrections)) if corrections else None
    except CorrectionsError as error:
        say.problem(str(error))
        raise typer.Exit(2) from None
    outcome = read_reports(reports, corrections=decided, stdin=sys.stdin.buffer, progress=say.progress())
    say.end_progress()
    say.findings((*outcome.left_out, *outcome.stale))
    if not outcome.readings:
        if not outcome.left_out:
            say.problem(str(nothing_read(())))
        raise typer.Exit(2)
    for reading in outcome.readings:
        if form is Format.jsonl:
            sys.stdout.write(record_line(reading) + "\n")
        else:
            sys.stdout.write(table(reading) + "\n")
    raise typer.Exit(outcome.status)
