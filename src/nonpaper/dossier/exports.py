"""What was read and put together, as files for other programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, BinaryIO

from nonpaper.dossier.codes import code_rows
from nonpaper.dossier.corpus import read_together
from nonpaper.dossier.reading import Outcome, Progress, silent

if TYPE_CHECKING:
    from nonpaper.present.exports import Material


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

    material, outcome = _material(paths, corrections, stdin, progress)
    return one_file(material, ExportFormat(form), tables), outcome


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
    from nonpaper.present.exports import ExportFormat, a_folder

    material, outcome = _material(paths, corrections, stdin, progress)
    return a_folder(material, ExportFormat(form), tables), outcome


def export_schema() -> str:
    """The JSON Schema of one line of a JSON Lines export."""
    from nonpaper.present.exports import row_schema

    return json.dumps(row_schema(), ensure_ascii=False, indent=1) + "\n"


def _material(
    paths: Iterable[str], corrections: str | None, stdin: BinaryIO | None, progress: Progress
) -> tuple[Material, Outcome]:
    from nonpaper.present.exports import Material, tables

    outcome, together, _ = read_together(paths, corrections, stdin, progress)
    rows = tables(outcome.readings, together, code_rows(outcome.readings))
    return Material(readings=outcome.readings, together=together, tables=rows), outcome
