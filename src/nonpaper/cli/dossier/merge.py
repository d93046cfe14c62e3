"""`nonpaper merge`: what another dossier holds, taken in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from nonpaper.cli.dossier.session import Named, opened


def merge(
    name: Named,
    other: Annotated[Path, typer.Argument(metavar="OTHER.dossier", help="The dossier taken in; it stays as it is.")],
) -> None:
    """Take another dossier's reports and judgements into this one.

    Judgements that decide the same thing differently are all kept, act in the order of time, and are listed as
    questions; exit status 1 where there are any. Of two marks of a report, and of two ranks of a word for handling, the
    higher is kept; that a word had two is said.
    """
    from nonpaper.cli import say

    with opened(name) as dossier, opened(other) as second:
        done = dossier.merge(second)
    say.findings((*done.ranks, *done.questions))
    print(
        f"{name}: {say.many(done.reports, 'report')} and {say.many(done.judgements, 'judgement')} taken in",
        file=sys.stderr,
    )
    raise typer.Exit(int(bool(done.questions)))
