"""Each format as files: one document, or one file a table."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

import msgspec

from nonpaper.errors import ExportError
from nonpaper.model.draft import Consolidation
from nonpaper.model.reading import Reading
from nonpaper.present.exports.bibtex import bibtex
from nonpaper.present.exports.comma_separated import comma_separated
from nonpaper.present.exports.csl import csl
from nonpaper.present.exports.json_lines import json_lines
from nonpaper.present.exports.parquet import parquet
from nonpaper.present.exports.prov import provenance
from nonpaper.present.exports.rows import TABLES, ReportRow, Tables
from nonpaper.present.exports.web_annotation import web_annotations


class ExportFormat(StrEnum):
    """What an export can be written as."""

    csv = "csv"
    parquet = "parquet"
    jsonl = "jsonl"
    webannotation = "webannotation"
    prov = "prov"
    bibtex = "bibtex"
    csl = "csl"


IN_TABLES = frozenset({ExportFormat.csv, ExportFormat.parquet, ExportFormat.jsonl})
_DOCUMENTS = {
    ExportFormat.webannotation: "annotations.jsonld",
    ExportFormat.prov: "provenance.jsonld",
    ExportFormat.bibtex: "reports.bib",
    ExportFormat.csl: "reports.csl.json",
}


def export_format(name: str) -> ExportFormat:
    """The format of a name; ExportError where there is none."""
    if name not in set(ExportFormat):
        raise ExportError(f'there is no format "{name}"; there are: {", ".join(ExportFormat)}')
    return ExportFormat(name)


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """What every format is made from."""

    readings: Sequence[Reading]
    together: Consolidation
    tables: Tables


def one_file(of: Material, form: ExportFormat, wanted: Sequence[str]) -> bytes:
    """The export as one file: the wanted table, or for JSON Lines the wanted tables one after the other."""
    if form is ExportFormat.jsonl:
        return json_lines(row for name in wanted for row in of.tables[name]).encode()
    return _table(of, form, wanted[0]) if form in IN_TABLES else _document(of, form)


def a_folder(of: Material, form: ExportFormat, wanted: Sequence[str]) -> dict[str, bytes]:
    """The export as files by name: one a wanted table, or the one document."""
    if form not in IN_TABLES:
        return {_DOCUMENTS[form]: _document(of, form)}
    return {f"{name}.{form}": _table(of, form, name) for name in wanted}


def _table(of: Material, form: ExportFormat, name: str) -> bytes:
    rows, kind = of.tables[name], TABLES[name]
    if form is ExportFormat.parquet:
        return parquet(rows, kind)
    return (json_lines(rows) if form is ExportFormat.jsonl else comma_separated(rows, kind)).encode()


def _document(of: Material, form: ExportFormat) -> bytes:
    reports = [r for r in of.tables["reports"] if isinstance(r, ReportRow)]
    if form is ExportFormat.webannotation:
        return web_annotations(of.tables, {r.report.id: r.text for r in of.readings}).encode()
    if form is ExportFormat.prov:
        return provenance(of.readings, of.together).encode()
    return (bibtex(reports) if form is ExportFormat.bibtex else csl(reports)).encode()
