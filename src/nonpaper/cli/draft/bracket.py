"""`nonpaper draft bracket`: one draft as negotiators write it, with brackets only where they left something open."""

from __future__ import annotations

import sys
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from nonpaper.cli.given import Corrected, Reports


class Format(StrEnum):
    """How a working text is written."""

    markdown = "markdown"
    html = "html"
    docx = "docx"


def bracket(
    reports: Reports,
    draft: Annotated[
        str, typer.Option("--draft", metavar="NAME", help='A name that "draft list" prints, or its beginning.')
    ],
    form: Annotated[
        Format,
        typer.Option("--format", "-f", help="Markdown, one HTML page, or a .docx document.", show_default=True),
    ] = Format.markdown,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where it is written; - for standard output.")
    ] = Path("-"),
    corrections: Corrected = None,
    now: Annotated[
        datetime | None,
        typer.Option(
            help="The time it says it was made at; by default the clock's, or SOURCE_DATE_EPOCH.",
            formats=["%Y-%m-%dT%H:%M:%S%z", "%Y-%m-%dT%H:%M%z"],
        ),
    ] = None,
) -> None:
    """Write one draft as a working text: brackets only where reports say that the negotiators left something open.

    It is a reconstruction from reporting, not a draft, and says so on every page. Every line is the exact words of a
    report, in quotation marks, with footnotes; accounts that differ are notes; demands do not enter the text.
    """
    from nonpaper.cli import say
    from nonpaper.cli.brief import clock
    from nonpaper.cli.draft.options import unwritable
    from nonpaper.cli.output import write
    from nonpaper.dossier import working_of
    from nonpaper.errors import NonpaperError

    try:
        made, outcome = working_of(
            reports,
            draft=draft,
            now=now or clock(),
            form=form.value,
            corrections=str(corrections) if corrections else None,
            stdin=sys.stdin.buffer,
            progress=say.progress(),
        )
        say.end_progress()
        write(made, output)
    except (NonpaperError, OSError) as error:
        say.end_progress()
        say.problem(unwritable(output, error) if isinstance(error, OSError) else str(error))
        raise typer.Exit(2) from None
    say.findings((*outcome.left_out, *outcome.stale))
    raise typer.Exit(outcome.status)
