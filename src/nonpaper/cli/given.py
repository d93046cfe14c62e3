"""What commands are given: reports, a person's corrections, how many processes read. Said once, in the same words."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

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
