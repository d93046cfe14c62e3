"""What was read, for other programs: one file a format."""

from __future__ import annotations

from nonpaper.present.exports.arrow import arrow_table
from nonpaper.present.exports.basis import Basis
from nonpaper.present.exports.comma_separated import unguarded
from nonpaper.present.exports.files import IN_TABLES, ExportFormat, Material, a_folder, export_format, one_file
from nonpaper.present.exports.json_lines import row_schema
from nonpaper.present.exports.rows import TABLES, Row
from nonpaper.present.exports.tables import known_table, tables

__all__ = [
    "IN_TABLES",
    "TABLES",
    "Basis",
    "ExportFormat",
    "Material",
    "Row",
    "a_folder",
    "arrow_table",
    "export_format",
    "known_table",
    "one_file",
    "row_schema",
    "tables",
    "unguarded",
]
