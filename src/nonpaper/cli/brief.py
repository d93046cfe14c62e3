"""`nonpaper brief`: the reporting as one page."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from nonpaper.cli.given import Corrected, Jobs, Reports


class Format(StrEnum):
    """What is written."""

    html = "html"
    json = "json"


def _schema(wanted: bool) -> None:
    if wanted:
        from nonpaper.dossier import brief_schema

        sys.stdout.write(brief_schema())
        raise typer.Exit


def brief(
    reports: Reports,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="Where it is written; - for standard output. By default brief.html, or brief.json.",
        ),
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", "-f", help="The page, or the same sections as one JSON document.")
    ] = Format.html,
    corrections: Corrected = None,
    scenario: Annotated[
        Path | None,
        typer.Option("--scenario", metavar="MODEL", help="A scenario's model of yours, shown in a section of its own."),
    ] = None,
    sources: Annotated[
        Path | None,
        typer.Option(
            "--sources",
            metavar="FILE",
            help='Reliabilities that you set: TOML, "Outlet" = "B" a line, A to F. All others: F, not judged.',
        ),
    ] = None,
    ceiling: Annotated[
        str | None,
        typer.Option(
            "--max-handling", metavar="WORD", help="Of a dossier, only reports marked so or lower: open, internal, ..."
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(
            metavar="DATE|BRIEF|corrected",
            help="Show what is new, and what is gone: from a day on (2031-03-05), by when it came into the dossier or "
            "was published; beside a brief made earlier (its HTML or JSON file); or after the last judgement in the "
            "dossier (corrected).",
        ),
    ] = None,
    jobs: Jobs = 1,
    now: Annotated[
        datetime | None,
        typer.Option(
            help="The time the page says it was made at; by default the clock's, or SOURCE_DATE_EPOCH.",
            formats=["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M%z"],
        ),
    ] = None,
    _: Annotated[
        bool,
        typer.Option("--schema", is_eager=True, callback=_schema, help="Print the JSON Schema of the JSON and leave."),
    ] = False,
) -> None:
    """Write the brief: one HTML file that loads nothing from outside, or the same as JSON.

    It is a reconstruction from reporting, not a draft; each statement opens to the words it rests on.
    """
    from nonpaper.cli import say
    from nonpaper.cli.output import write
    from nonpaper.dossier import brief as as_page
    from nonpaper.dossier import brief_data as as_data
    from nonpaper.errors import NonpaperError

    output = output or Path(f"brief.{form}")
    try:
        page, outcome = (as_page if form is Format.html else as_data)(
            reports,
            now=now or clock(),
            corrections=str(corrections) if corrections else None,
            scenario=str(scenario) if scenario else None,
            sources=str(sources) if sources else None,
            ceiling=ceiling,
            since=since,
            stdin=sys.stdin.buffer,
            progress=say.progress(),
            jobs=jobs,
        )
        say.end_progress()
        write(page, output)
    except (NonpaperError, OSError) as error:
        say.end_progress()
        say.problem(str(error))
        raise typer.Exit(2) from None
    say.findings((*outcome.left_out, *outcome.stale))
    if str(output) != "-":
        print(
            f"{output}: {say.many(len(outcome.readings), 'report')} read, {len(outcome.left_out)} left out",
            file=sys.stderr,
        )
    raise typer.Exit(outcome.status)


def clock() -> datetime:
    """Now with its zone, or the time that SOURCE_DATE_EPOCH fixes for builds that must repeat."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isdigit():
        return datetime.fromtimestamp(int(fixed)).astimezone()
    return datetime.now().astimezone()
