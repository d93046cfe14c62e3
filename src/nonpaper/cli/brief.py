"""`nonpaper brief`: the reporting as one page."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nonpaper.cli.given import Corrected, Jobs, Reports

if TYPE_CHECKING:
    from nonpaper.dossier.brief import Asking
    from nonpaper.dossier.reading import Outcome

LOOK = 0.3
"""Seconds between two looks at a dossier that is watched."""


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
    watch: Annotated[
        bool, typer.Option("--watch", help="Of a dossier: write it again after each change by anybody, until Ctrl-C.")
    ] = False,
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
    asked: Asking = {
        "corrections": str(corrections) if corrections else None,
        "scenario": str(scenario) if scenario else None,
        "sources": str(sources) if sources else None,
        "ceiling": ceiling,
        "since": since,
        "stdin": sys.stdin.buffer,
        "progress": say.progress(),
        "jobs": jobs,
    }
    try:
        if watch:
            watched(reports, output, form, (lambda: now) if now else clock, asked)
            return
        page, outcome = (as_page if form is Format.html else as_data)(reports, now=now or clock(), **asked)
        say.end_progress()
        write(page, output)
    except (NonpaperError, OSError) as error:
        say.end_progress()
        say.problem(str(error))
        raise typer.Exit(2) from None
    said(outcome, output)
    raise typer.Exit(outcome.status)


def said(outcome: Outcome, output: Path) -> None:
    """What a brief was made of, on standard error."""
    from nonpaper.cli import say

    say.findings((*outcome.left_out, *outcome.stale))
    if str(output) != "-":
        print(
            f"{output}: {say.many(len(outcome.readings), 'report')} read, {len(outcome.left_out)} left out",
            file=sys.stderr,
        )


def watched(reports: list[str], output: Path, form: Format, now: Callable[[], datetime], asked: Asking) -> None:
    """Writes the brief of a dossier again and again; ends with Ctrl-C, or as the errors of a brief do."""
    from nonpaper.cli.output import write
    from nonpaper.dossier.brief import data_of, each_brief, page_of
    from nonpaper.errors import StoreError
    from nonpaper.store import is_dossier

    if len(reports) != 1 or not is_dossier(reports[0]) or str(output) == "-":
        raise StoreError("--watch needs one dossier, and a file to write to; name both, or leave --watch out")
    make: Callable[..., str | bytes] = page_of if form is Format.html else data_of
    made = each_brief(reports[0], make, now=now, wait=partial(time.sleep, LOOK), **asked)
    try:
        for page, outcome in made:
            write(page, output)
            said(outcome, output)
            print("watching; Ctrl-C ends", file=sys.stderr)
    except KeyboardInterrupt:
        made.close()


def clock() -> datetime:
    """Now with its zone, or the time that SOURCE_DATE_EPOCH fixes for builds that must repeat."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isdigit():
        return datetime.fromtimestamp(int(fixed)).astimezone()
    return datetime.now().astimezone()
