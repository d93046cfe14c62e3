"""`nonpaper draft codes`: research codes proposed for provisions."""

from __future__ import annotations

import sys

import typer

from nonpaper.cli.given import Corrected, Reports
from nonpaper.cli.output import Form, Format, as_json


def codes(
    reports: Reports,
    form: Form = Format.table,
    corrections: Corrected = None,
) -> None:
    """Propose codes of PA-X and the Peace Accords Matrix for each provision, with the rule behind each.

    They are proposals for a person to confirm: no code is certain, and a provision without one is not uncoded, only not
    met by a rule. Unsure statements get none. Exit status 0 done, 1 something left out, 2 nothing readable.

    nonpaper draft codes agreement.html
    """
    from nonpaper.cli import say
    from nonpaper.dossier import coded
    from nonpaper.errors import NonpaperError
    from nonpaper.present.coding import code_lines

    decided = str(corrections) if corrections else None
    try:
        rows, outcome = coded(reports, corrections=decided, stdin=sys.stdin.buffer, progress=say.progress())
    except NonpaperError as error:
        say.end_progress()
        say.problem(str(error))
        raise typer.Exit(2) from None
    say.end_progress()
    if form is Format.json:
        sys.stdout.write(as_json(rows))
    else:
        sys.stdout.write("".join(line + "\n" for line in code_lines(outcome.readings, rows)))
    say.findings((*outcome.left_out, *outcome.stale))
    raise typer.Exit(outcome.status)
