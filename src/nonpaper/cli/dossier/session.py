"""What all commands on a dossier share: the file opened, what stopped half way told, errors as one line and exit 2."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from nonpaper.dossier.file import Dossier
    from nonpaper.dossier.reader import Reader

Named = Annotated[Path, typer.Argument(metavar="NAME.dossier", help="The dossier's file.")]


@contextmanager
def faults_told() -> Iterator[None]:
    """One line and exit 2 for what cannot be done."""
    from nonpaper.cli import say
    from nonpaper.errors import NonpaperError

    try:
        yield
    except (NonpaperError, OSError) as error:
        say.end_progress()
        say.problem(str(error))
        raise typer.Exit(2) from None


@contextmanager
def opened(path: Path, reader: Reader | None = None) -> Iterator[Dossier]:
    """The dossier in a file, after a line on anything that stopped half way; `reader` instead of the shipped one."""
    from nonpaper.cli import say
    from nonpaper.dossier.file import open_dossier

    with faults_told(), open_dossier(path, reader=reader) as dossier:
        say.findings(dossier.stopped)
        yield dossier
