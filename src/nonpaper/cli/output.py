"""What commands share that print: the two forms, JSON, and a file written whole."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How a result is printed."""

    table = "table"
    json = "json"


Form = Annotated[Format, typer.Option("--format", "-f", help="A table for people, or JSON.", show_default=True)]


def as_json(record: object) -> str:
    """A record on one line of JSON, with its line end."""
    import msgspec

    return msgspec.json.encode(record).decode() + "\n"


def write(made: str | bytes, output: Path) -> None:
    """Writes the whole or nothing: to a neighbour first, then in its place; `-` is standard output. OSError."""
    if str(output) != "-":
        part = output.with_name(output.name + ".part")
        part.write_bytes(made.encode() if isinstance(made, str) else made)
        part.replace(output)
    elif isinstance(made, str):
        sys.stdout.write(made)
    else:
        sys.stdout.buffer.write(made)
