"""`nonpaper add`: reports into a dossier."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from nonpaper.cli.asked import Articles, Most, Private, Seconds, limits_of
from nonpaper.cli.dossier.session import Named, faults_told, opened
from nonpaper.cli.given import By, Jobs, Scheduler, Which, reader_at


def add(
    name: Named,
    reports: Annotated[
        list[str],
        typer.Argument(
            metavar="REPORT...",
            help="Files (.txt .md .html .pdf .jsonl .xml), folders, - for standard input, or addresses (http, https) "
            "of pages and feeds.",
        ),
    ],
    jobs: Jobs = 1,
    by: By = Which.thorough,
    scheduler: Scheduler = None,
    articles: Articles = False,
    allow_private: Private = False,
    most: Most = 20,
    seconds: Seconds = 60,
) -> None:
    """Add reports to a dossier, each once by its content, and read them.

    Each report is in as soon as it is read. Stopped half way, the same call adds the rest. Addresses are fetched
    because you name them, with the limits of nonpaper fetch, one request at a time; what they sent is kept as received.
    Files cause no request. Of a feed each entry is a report.
    """
    from nonpaper.cli import say

    with faults_told(), reader_at(scheduler, jobs, by) as reader, opened(name, reader) as dossier:
        done = dossier.add(
            *reports,
            stdin=sys.stdin.buffer,
            progress=say.progress(),
            jobs=jobs,
            limits=limits_of(most, seconds, allow_private=allow_private),
            articles=articles,
        )
        say.end_progress()
    say.findings(done.left_out)
    there = f", {done.same} there already" if done.same else ""
    print(f"{name}: {say.many(len(done.added), 'report')} added{there}, {len(done.left_out)} left out", file=sys.stderr)
    raise typer.Exit(done.status)
