"""`nonpaper draft redline`: how one held text became another."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from nonpaper.model.redline import Redline


class Format(StrEnum):
    """How a redline is printed."""

    table = "table"
    json = "json"
    html = "html"


def redline(
    old: Annotated[
        str,
        typer.Argument(metavar="OLD", help="The earlier text itself (.txt .md .html .pdf), or - for its stream."),
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later text itself.")],
    form: Annotated[
        Format,
        typer.Option("--format", "-f", help="Plain lines, the record as JSON, or one HTML page.", show_default=True),
    ] = Format.table,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where it is written; - for standard output.")
    ] = Path("-"),
) -> None:
    """Print how one held text became another, point by point and word by word.

    Each point is kept, reworded, moved, renumbered, split, merged, added or dropped; what the later text newly leaves
    open (in brackets, blank, “to be agreed”) is said. For texts that are held whole, not for what reports tell of one.

    Exit status: 0 done, 1 something found in the texts, 2 a text cannot be read.
    """
    from nonpaper.cli import say
    from nonpaper.cli.draft.options import unwritable
    from nonpaper.cli.output import write
    from nonpaper.dossier import redline_of
    from nonpaper.errors import NonpaperError

    try:
        made, found = redline_of(old, new, stdin=sys.stdin.buffer)
        write(_shown(made, form), output)
    except (NonpaperError, OSError) as error:
        say.problem(unwritable(output, error) if isinstance(error, OSError) else str(error))
        raise typer.Exit(2) from None
    say.findings(found)
    raise typer.Exit(1 if any(f.level != "note" for f in found) else 0)


def _shown(made: Redline, form: Format) -> str:
    from nonpaper.cli.output import as_json
    from nonpaper.present.redline import redline_html, redline_table, redline_view

    if form is Format.json:
        return as_json(made)
    view = redline_view(made)
    return redline_html(view) if form is Format.html else redline_table(view)
