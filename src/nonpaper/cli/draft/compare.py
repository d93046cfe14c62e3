"""`nonpaper draft compare`: two drafts as far as reports show."""

from __future__ import annotations

from typing import Annotated

import typer

from nonpaper.cli.draft.options import STDOUT, Form, Output
from nonpaper.cli.given import Corrected, Jobs, Reports
from nonpaper.cli.output import Format


def compare(
    reports: Reports,
    left: Annotated[
        str, typer.Option("--from", metavar="A", help='A name that "draft list" prints, or its beginning.')
    ],
    right: Annotated[str, typer.Option("--to", metavar="B", help="The draft that it is compared with.")],
    form: Form = Format.table,
    corrections: Corrected = None,
    output: Output = STDOUT,
    jobs: Jobs = 1,
) -> None:
    """Two drafts matter by matter: a comparison of reports wherever one of the two is known only from reporting.

    For each matter: the same words, other words, another value, said to be dropped, said to be left open, or reported
    of one draft only. Reported of one only means that no report read here mentions it of the other; it never means
    that it was taken out. Where reports of one draft differ, no change is stated. Each side stands with its exact
    words, report and date.

    Exit status 0: done; 1: something left out; 2: a wrong call, a name that fits no draft or several, or nothing
    readable.

    Example: nonpaper draft compare reports/ --from 22-point --to 17-point
    """
    from nonpaper.cli.draft.options import read, refuse, write
    from nonpaper.errors import DraftError
    from nonpaper.present.draft import comparing, comparing_record

    drafts = read(reports, corrections, jobs)
    try:
        comparison = drafts.compare(left, right)
    except DraftError as error:
        refuse(str(error))
    write(comparing(comparison) if form is Format.table else comparing_record(comparison), output, drafts)
