"""`nonpaper rebuild`: readings brought to today's reader."""

from __future__ import annotations

import sys

import typer

from nonpaper.cli.dossier.session import Named, faults_told, opened
from nonpaper.cli.given import By, Jobs, Scheduler, Which, reader_at


def rebuild(name: Named, jobs: Jobs = 1, by: By = Which.thorough, scheduler: Scheduler = None) -> None:
    """Read again what another reader read, and say which judgements no longer find their words.

    Reports and judgements stay as they are. Stopped half way, the next call goes on from there.
    """
    from nonpaper.cli import say

    with faults_told(), reader_at(scheduler, jobs, by) as reader, opened(name, reader) as dossier:
        done, found = dossier.rebuild(progress=say.progress(), jobs=jobs)
        say.end_progress()
    say.findings(found)
    left = sum(finding.level == "left_out" for finding in found)
    print(
        f"{name}: {say.many(done, 'report')} read again{f', {left} left out' if left else ''}, "
        f"{say.many(len(found) - left, 'judgement')} without their words",
        file=sys.stderr,
    )
    raise typer.Exit(int(bool(found)))
