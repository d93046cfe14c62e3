"""What was read and put together, as rows, tables and files for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, BinaryIO

from nonpaper.dossier.codes import code_rows
from nonpaper.dossier.corpus import Corpus, readable_corpus
from nonpaper.dossier.drafts import Drafts, drafts_of
from nonpaper.dossier.reading import Outcome, Progress, silent

if TYPE_CHECKING:
    from pyarrow import Table

    from nonpaper.present.exports import Material, Row


def exported(
    paths: Iterable[str],
    form: str,
    tables: Sequence[str],
    *,
    corrections: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> tuple[bytes, Outcome]:
    """The wanted tables (or the one document of the format) as one file, and the outcome it was made from.

    Raises ReportError where nothing could be read, CorrectionsError for an unusable file,
    MissingExtraError where the format needs what is not installed.
    """
    from nonpaper.present.exports import ExportFormat, one_file

    made = readable_corpus(paths, corrections=corrections, stdin=stdin, progress=progress)
    return one_file(_material(made, drafts_of(made)), ExportFormat(form), tables), made.outcome


def exported_files(
    paths: Iterable[str],
    form: str,
    tables: Sequence[str],
    *,
    corrections: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> tuple[dict[str, bytes], Outcome]:
    """The same as files of a folder, by name; errors as in `exported`."""
    made = readable_corpus(paths, corrections=corrections, stdin=stdin, progress=progress)
    return files_of(made, drafts_of(made), form, tables), made.outcome


def files_of(made: Corpus, drafts: Drafts, form: str, tables: Sequence[str] = ()) -> dict[str, bytes]:
    """Files by name: one a wanted table (all where none is named), or the one document of the format.

    ExportError for a format or a table that there is not, MissingExtraError where pyarrow is needed and missing.
    """
    from nonpaper.present.exports import TABLES, a_folder, export_format, known_table

    wanted = [known_table(name) for name in tables or TABLES]
    return a_folder(_material(made, drafts), export_format(form), wanted)


def rows_of(made: Corpus, drafts: Drafts, table: str) -> tuple[Row, ...]:
    """The rows of one table; ExportError where there is no such table."""
    from nonpaper.present.exports import known_table

    return _material(made, drafts).tables[known_table(table)]


def arrow_of(made: Corpus, drafts: Drafts, table: str) -> Table:
    """The same as an Arrow table; MissingExtraError where pyarrow is not installed."""
    from nonpaper.present.exports import TABLES, arrow_table

    return arrow_table(rows_of(made, drafts, table), TABLES[table])


def export_schema() -> str:
    """The JSON Schema of one line of a JSON Lines export."""
    from nonpaper.present.exports import row_schema

    return json.dumps(row_schema(), ensure_ascii=False, indent=1) + "\n"


def _material(made: Corpus, drafts: Drafts) -> Material:
    from nonpaper.present.exports import Basis, Material, tables

    readings = drafts.versions.readings
    basis = Basis(
        readings=readings,
        together=drafts.together,
        matrix=drafts.matrix,
        known=drafts.known,
        codes=lambda: code_rows(readings),
        decided=drafts.decided,
        recorded=made.recorded,
    )
    return Material(readings=readings, together=drafts.together, tables=tables(basis))
