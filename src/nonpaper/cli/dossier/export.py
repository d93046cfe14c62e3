"""`nonpaper export`: a dossier's judgements, readings or whole content in files of their own."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nonpaper.cli.dossier.session import Named, opened

if TYPE_CHECKING:
    from nonpaper.dossier.file import Dossier


class What(StrEnum):
    """What is exported."""

    judgements = "judgements"
    readings = "readings"
    backup = "backup"


def export(
    name: Named,
    what: Annotated[
        What,
        typer.Argument(
            help="judgements: those in force, as a corrections file. readings: one JSON record a line, corrected. "
            "backup: a whole copy, made while others may write."
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where it is written; - for standard output.")
    ] = Path("-"),
) -> None:
    """Export a dossier's judgements, its readings, or a whole copy as backup."""
    from nonpaper.cli.output import write
    from nonpaper.errors import StoreError

    with opened(name) as dossier:
        if what is not What.backup:
            write(_text(dossier, what), output)
        elif str(output) == "-":
            raise StoreError(f"{name}: a backup needs a file; name one: -o FILE")
        else:
            dossier.backup(output)
    if str(output) != "-":
        print(f"{output}: {what} of {name}", file=sys.stderr)


def _text(dossier: Dossier, what: What) -> str:
    from nonpaper.judgements import to_toml
    from nonpaper.present import record_line

    if what is What.judgements:
        return to_toml(dossier.corrections().entries)
    return "".join(f"{record_line(reading)}\n" for reading in dossier.readings())
