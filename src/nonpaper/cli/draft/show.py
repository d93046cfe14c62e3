"""`nonpaper draft show`: one draft as known from reporting."""

from __future__ import annotations

from typing import Annotated

import typer

from nonpaper.cli.draft.options import STDOUT, Form, Output
from nonpaper.cli.given import Corrected, Jobs, Reports
from nonpaper.cli.output import Format


def show(
    reports: Reports,
    draft: Annotated[
        str,
        typer.Option("--draft", metavar="NAME", help='A name that "draft list" prints, its beginning, or "unknown".'),
    ],
    form: Form = Format.table,
    corrections: Corrected = None,
    output: Output = STDOUT,
    jobs: Jobs = 1,
) -> None:
    """One draft: its terms as reported, accounts that differ side by side, and what depends on what.

    Every line leads to exact words, the report that has them and its date. Conditions stand with their words;
    exchanges in which nobody is said to go first and steps that wait for one another are pointed out; what each party
    says that a step hangs on stands side by side, undecided.

    "--draft unknown" shows the terms of which no report says, or can be told to say, which text they stand in.

    Exit status 0: done; 1: something left out; 2: a wrong call, a name that fits no draft or several, or nothing
    readable.

    Example: nonpaper draft show reports/ --draft 22-point
    """
    from nonpaper.cli.draft.options import read, refuse, write
    from nonpaper.errors import DraftError
    from nonpaper.present.draft import showing, showing_record

    drafts = read(reports, corrections, jobs)
    try:
        version, found = drafts.draft(draft)
    except DraftError as error:
        refuse(str(error))
    made = showing if form is Format.table else showing_record
    write(made(found, version, drafts.versions, drafts.dependencies, drafts.known().support), output, drafts)
