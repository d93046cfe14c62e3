"""`nonpaper draft export`: what was read, as files for other programs."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nonpaper.cli.given import Corrected, Reports

if TYPE_CHECKING:
    from collections.abc import Mapping


class Format(StrEnum):
    """What is written."""

    csv = "csv"
    parquet = "parquet"
    jsonl = "jsonl"
    webannotation = "webannotation"
    prov = "prov"
    bibtex = "bibtex"
    csl = "csl"


class Table(StrEnum):
    """The tables of an export."""

    reports = "reports"
    claims = "claims"
    provisions = "provisions"
    positions = "positions"
    codes = "codes"
    terms = "terms"
    origins = "origins"
    judgements = "judgements"


def _schema(wanted: bool) -> None:
    if wanted:
        from nonpaper.dossier import export_schema

        sys.stdout.write(export_schema())
        raise typer.Exit


def export(
    reports: Reports,
    form: Annotated[
        Format,
        typer.Option(
            "--format",
            "-f",
            help="Tables (csv, parquet, jsonl), annotations (webannotation), provenance (prov), or the reports as "
            "references (bibtex, csl).",
        ),
    ] = Format.csv,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE|FOLDER|-",
            help="A file; a folder (one that exists, or a name that ends in /), which gets one file a table; - for "
            "standard output.",
        ),
    ] = "-",
    table: Annotated[
        list[Table] | None,
        typer.Option(
            "--table",
            "-t",
            help="Only this table; may be given again. By default a folder and JSON Lines get all, a csv or parquet "
            "file the provisions.",
        ),
    ] = None,
    corrections: Corrected = None,
    _: Annotated[
        bool,
        typer.Option("--schema", is_eager=True, callback=_schema, help="Print the JSON Schema of a line and leave."),
    ] = False,
) -> None:
    """Write what was read for other programs: statements, terms, origins, judgements, codes, reports.

    Columns and formats are described in docs/exports.md. In CSV a cell that a spreadsheet could take for a formula has
    one apostrophe in front; take it off to have the exact words. Exit status 0 done, 1 something left out, 2 wrong call
    or nothing readable.

    nonpaper draft export reports/ --format csv -o provisions.csv
    """
    from nonpaper.cli import say
    from nonpaper.cli.draft.options import unwritable
    from nonpaper.cli.output import write
    from nonpaper.dossier import exported, exported_files
    from nonpaper.errors import NonpaperError

    folder = output != "-" and (output.endswith("/") or Path(output).is_dir())
    wanted = _wanted(table, form, whole=folder or form is Format.jsonl)
    decided = str(corrections) if corrections else None
    stdin, progress = sys.stdin.buffer, say.progress()
    try:
        if folder:
            files, outcome = exported_files(reports, form, wanted, corrections=decided, stdin=stdin, progress=progress)
            _write_all(files, Path(output))
        else:
            data, outcome = exported(reports, form, wanted, corrections=decided, stdin=stdin, progress=progress)
            write(data, Path(output))
    except (NonpaperError, OSError) as error:
        say.end_progress()
        say.problem(unwritable(output, error) if isinstance(error, OSError) else str(error))
        raise typer.Exit(2) from None
    say.end_progress()
    say.findings((*outcome.left_out, *outcome.stale))
    raise typer.Exit(outcome.status)


def _wanted(given: list[Table] | None, form: Format, *, whole: bool) -> list[str]:
    from nonpaper.cli import say

    names = [t.value for t in dict.fromkeys(given or (Table if whole else [Table.provisions]))]
    if len(names) > 1 and not whole and form in (Format.csv, Format.parquet):
        say.problem(f"one {form} file holds one table; give a folder with -o for several")
        raise typer.Exit(2)
    return names


def _write_all(files: Mapping[str, bytes], folder: Path) -> None:
    from nonpaper.cli.output import write

    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        write(data, folder / name)
        print(folder / name, file=sys.stderr)
