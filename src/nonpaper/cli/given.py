"""What commands are given: reports, a person's corrections, who reads. Said once, in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from nonpaper.dossier.reader import Reader

Reports = Annotated[
    list[str],
    typer.Argument(
        metavar="REPORT...",
        help="Files (.txt .md .html .pdf .jsonl .xml), folders, - for standard input; or one dossier.",
    ),
]
Corrected = Annotated[
    Path | None, typer.Option("--corrections", "-c", metavar="FILE", help="A TOML file of a person's corrections.")
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that read side by side.")]
Scheduler = Annotated[
    str | None,
    typer.Option(
        "--scheduler",
        metavar="ADDRESS",
        help="Let the workers of a Dask cluster read: its scheduler, say tcp://host:8786. It must be a trusted one.",
    ),
]


class Which(StrEnum):
    """Which of the two readers."""

    thorough = "thorough"
    quick = "quick"


By = Annotated[
    Which,
    typer.Option("--reader", help="quick takes half of the time and finds less; for much to read."),
]


@contextmanager
def reader_at(scheduler: str | None, jobs: int, which: Which = Which.thorough) -> Iterator[Reader | None]:
    """The reader that was asked for, or that the workers of a scheduler are; None for the one that ships first."""
    if scheduler is None:
        yield _here(which)
        return
    from nonpaper.dossier.cluster import cluster_reader
    from nonpaper.errors import ClusterError

    if jobs > 1:
        raise ClusterError("--jobs is for processes here, --scheduler for workers elsewhere; give one of the two")
    if which is not Which.thorough:
        raise ClusterError("the workers of a scheduler read thoroughly; leave out --reader or --scheduler")
    with cluster_reader(scheduler) as reader:
        yield reader


def _here(which: Which) -> Reader | None:
    from nonpaper.dossier.reader import quick_reader

    return quick_reader() if which is Which.quick else None
