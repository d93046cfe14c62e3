"""`nonpaper add`: reports into a dossier."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from nonpaper.cli.dossier.session import Named, faults_told, opened
from nonpaper.cli.given import Jobs, Scheduler, reader_at


def add(
    name: Named,
    reports: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORT...", help="Files (.txt .md .html .pdf .jsonl), folders, or - for standard input."
        ),
    ],
    jobs: Jobs = 1,
    scheduler: Scheduler = None,
) -> None:
    """Add reports to a dossier, each once by its content, and read them.

    Each report is in as soon as it is read. Stopped half way, the same call adds the rest.
    """
    from nonpaper.cli import say

    with faults_told(), reader_at(scheduler, jobs) as reader, opened(name, reader) as dossier:
        done = dossier.add(*reports, stdin=sys.stdin.buffer, progress=say.progress(), jobs=jobs)
        say.end_progress()
    say.findings(done.left_out)
    there = f", {done.same} there already" if done.same else ""
    print(f"{name}: {say.many(len(done.added), 'report')} added{there}, {len(done.left_out)} left out", file=sys.stderr)
    raise typer.Exit(done.status)
