"""What the commands on drafts share: the reports, the form of the output, and reading them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from nonpaper.cli.output import Format

if TYPE_CHECKING:
    from nonpaper.dossier import Drafts
    from nonpaper.model.finding import Finding


Form = Annotated[
    Format, typer.Option("--format", "-f", help="Text for people, 100 columns wide, or JSON.", show_default=True)
]
Output = Annotated[
    Path, typer.Option("--output", "-o", metavar="FILE", help="Where it is written; - for standard output.")
]
STDOUT = Path("-")


def read(reports: list[str], corrections: Path | None, jobs: int) -> Drafts:
    """The drafts of some reports; leaves with status 2 where nothing can be read."""
    from nonpaper.cli import say
    from nonpaper.dossier import read_drafts
    from nonpaper.errors import NonpaperError

    named = str(corrections) if corrections else None
    try:
        drafts = read_drafts(reports, corrections=named, stdin=sys.stdin.buffer, progress=say.progress(), jobs=jobs)
    except (NonpaperError, OSError) as error:
        say.end_progress()
        refuse(str(error))
    say.end_progress()
    say.findings((*drafts.outcome.left_out, *drafts.outcome.stale))
    return drafts


def refuse(message: str) -> NoReturn:
    """Says on one line why a call cannot be done, and leaves with status 2."""
    from nonpaper.cli import say

    say.problem(message)
    raise typer.Exit(2)


def unwritable(output: Path | str, error: OSError) -> str:
    """What is said where a file cannot be written: the place as it was given, why, and what to do."""
    return f"{output}: cannot be written ({error.strerror or error}); name a folder that exists and may be written to"


def write(text: str, output: Path, drafts: Drafts, found: tuple[Finding, ...] = ()) -> NoReturn:
    """Prints, and leaves with 0, or 1 where something was left out or found."""
    from nonpaper.cli.output import write as to

    try:
        to(text, output)
    except OSError as error:
        refuse(unwritable(output, error))
    raise typer.Exit(max(drafts.outcome.status, int(bool(found))))
