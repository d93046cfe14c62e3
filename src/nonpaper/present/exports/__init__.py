"""What was read, for other programs: one file a format."""

from __future__ import annotations

from nonpaper.present.exports.comma_separated import unguarded
from nonpaper.present.exports.files import IN_TABLES, ExportFormat, Material, a_folder, one_file
from nonpaper.present.exports.fill import tables
from nonpaper.present.exports.json_lines import row_schema
from nonpaper.present.exports.rows import TABLES

__all__ = [
    "IN_TABLES",
    "TABLES",
    "ExportFormat",
    "Material",
    "a_folder",
    "one_file",
    "row_schema",
    "tables",
    "unguarded",
]
