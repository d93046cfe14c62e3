"""`nonpaper mark`: who may see a report."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from nonpaper.cli.dossier.session import Named, opened


def mark(
    name: Named,
    word: Annotated[str, typer.Argument(metavar="WORD", help="open, internal, restricted, or a word of your own.")],
    reports: Annotated[
        list[str], typer.Argument(metavar="REPORT...", help="Reports in the dossier: id, path, file name or title.")
    ],
    rank: Annotated[
        int | None,
        typer.Option(metavar="N", help="The place of a word of your own; open is 0, internal 10, restricted 20."),
    ] = None,
) -> None:
    """Mark who may see reports. A brief with --max-handling WORD leaves out what is marked higher, or not at all."""
    from nonpaper.cli import say

    with opened(name) as dossier:
        done = dossier.mark(word, *reports, rank=rank)
    print(f"{name}: {say.many(len(done), 'report')} marked {word}", file=sys.stderr)
