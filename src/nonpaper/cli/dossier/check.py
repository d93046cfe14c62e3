"""`nonpaper check`: whether all in a dossier is as it was written."""

from __future__ import annotations

import sys

import typer

from nonpaper.cli.dossier.session import Named, opened


def check(name: Named) -> None:
    """Check every page, reference, hash and span of a dossier, and that judgements find their words.

    Each fault is one line on standard error; exit status 1 where there is any.
    """
    from nonpaper.cli import say

    with opened(name) as dossier:
        found = tuple(dossier.check())
        reports = dossier.status().counts.reports
    say.findings(found)
    print(
        f"{name}: {reports} reports checked, {len(found)} faults"
        if found
        else f"{name}: {reports} reports, all as written"
    )
    sys.stdout.flush()
    raise typer.Exit(int(bool(found)))
