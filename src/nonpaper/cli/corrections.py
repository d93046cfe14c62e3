"""`nonpaper corrections`: a file to start correcting from."""

from __future__ import annotations

import sys
from typing import Annotated

import typer


def corrections(
    reports: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REPORT...]", help="Reports, or one dossier, whose items held for review are listed in the file."
        ),
    ] = None,
) -> None:
    """Print a corrections file to start from: TOML, commented, valid as it stands.

    Edit it, then: nonpaper brief REPORT... --corrections corrections.toml
    """
    from nonpaper.cli import say
    from nonpaper.dossier import corpus
    from nonpaper.errors import NonpaperError
    from nonpaper.judgements import template

    try:
        outcome = corpus(reports or (), stdin=sys.stdin.buffer, progress=say.progress()).outcome
    except NonpaperError as error:
        say.problem(str(error))
        raise typer.Exit(2) from None
    say.end_progress()
    say.findings((*outcome.left_out, *outcome.stale))
    sys.stdout.write(template(outcome.readings))
    raise typer.Exit(2 if reports and not outcome.readings else int(bool((*outcome.left_out, *outcome.stale))))
