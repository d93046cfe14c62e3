"""`nonpaper brief`: the reporting as one page."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer


def brief(
    reports: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORT...",
            help="Files (.txt .md .html .pdf .jsonl), folders, - for standard input; or one dossier.",
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where the page is written; - for standard output.")
    ] = Path("brief.html"),
    corrections: Annotated[
        Path | None, typer.Option("--corrections", "-c", metavar="FILE", help="A TOML file of a person's corrections.")
    ] = None,
    scenario: Annotated[
        Path | None,
        typer.Option("--scenario", metavar="MODEL", help="A scenario's model of yours, shown in a section of its own."),
    ] = None,
    ceiling: Annotated[
        str | None,
        typer.Option(
            "--max-handling", metavar="WORD", help="Of a dossier, only reports marked so or lower: open, internal, ..."
        ),
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read side by side.")
    ] = 1,
    now: Annotated[
        datetime | None,
        typer.Option(
            help="The time the page says it was made at; by default the clock's, or SOURCE_DATE_EPOCH.",
            formats=["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M%z"],
        ),
    ] = None,
) -> None:
    """Write the brief: one HTML file that loads nothing from outside.

    It is a reconstruction from reporting, not a draft; each statement opens to the words it rests on.
    """
    from nonpaper.cli import say
    from nonpaper.dossier import brief as make
    from nonpaper.errors import NonpaperError

    try:
        page, outcome = make(
            reports,
            now=now or clock(),
            corrections=str(corrections) if corrections else None,
            scenario=str(scenario) if scenario else None,
            ceiling=ceiling,
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
        print(f"{output}: {len(outcome.readings)} reports read, {len(outcome.left_out)} left out", file=sys.stderr)
    raise typer.Exit(outcome.status)


def clock() -> datetime:
    """Now with its zone, or the time that SOURCE_DATE_EPOCH fixes for builds that must repeat."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isdigit():
        return datetime.fromtimestamp(int(fixed)).astimezone()
    return datetime.now().astimezone()


def write(page: str, output: Path) -> None:
    """Writes the page whole or not at all: to a neighbour first, then in its place."""
    if str(output) == "-":
        sys.stdout.write(page)
        return
    part = output.with_name(output.name + ".part")
    part.write_text(page, encoding="utf-8")
    part.replace(output)
