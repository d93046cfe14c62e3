"""The rows of an export file, streamed: lists of cells with the number of their row, whatever the file's kind."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from nonpaper.errors import ReportError
from nonpaper.model.finding import Finding
from nonpaper.reports.assemble import left_out

MOST_UNPACKED = 1_000_000_000
"""Bytes that a workbook may unpack to."""
_BLOCK = 1 << 20
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
Row = tuple[int, list[object]]


def csv_rows(path: Path, where: str) -> Iterator[Row | Finding]:
    """Rows of a CSV file in constant memory; a row that breaks the form is a finding and the next ones are read."""
    with path.open("rb") as file:
        encoding = _encoding(file)
        file.seek(0)
        text = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
        first = text.readline(100_000)
        text.seek(0)
        reader = csv.reader((line.replace("\0", "") for line in text), delimiter=_delimiter(first))
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error:
                yield left_out(_broken(f"{where}:{reader.line_num}"))
                continue
            yield reader.line_num, list(row)


def _encoding(file: BinaryIO) -> str:
    """What the byte-order mark says, else UTF-8 where all of the file is, else the commonest older one."""
    head = file.read(4)
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    file.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block := file.read(_BLOCK):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _delimiter(heading: str) -> str:
    return max(",;\t", key=heading.count)


def _broken(where: str) -> ReportError:
    return ReportError("is a row that is no CSV", where=where, remedy="check its quotation marks", code="row")


def xlsx_rows(path: Path, where: str) -> Iterator[Row | Finding]:
    """Rows of the first sheet of a workbook; ReportError where it cannot be opened or openpyxl is not installed."""
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        remedy = "pip install 'nonpaper[spreadsheets]', or save the table as CSV"
        raise ReportError("needs openpyxl, which is not installed", where=where, remedy=remedy, code="extra") from error
    try:
        _check_size(path, where)
        book = load_workbook(path, read_only=True, data_only=True)
    except ReportError:
        raise
    except Exception as error:  # openpyxl lets out whatever its parsers raise on a damaged file
        raise _damaged(where) from error
    try:
        width = 0
        for number, row in enumerate(book.worksheets[0].iter_rows(values_only=True) if book.worksheets else (), 1):
            filled = [place for place, cell in enumerate(row, 1) if cell is not None]
            if filled:
                width = max(width, filled[-1])  # a workbook leaves out empty cells at a row's end
                yield number, [*row[:width], *[None] * (width - len(row))]
    except Exception:  # noqa: BLE001 (as above; what was read before stays)
        yield left_out(_damaged(where))
    finally:
        book.close()


def _check_size(path: Path, where: str) -> None:
    with zipfile.ZipFile(path) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED:
            remedy = "save the table as CSV and give that"
            raise ReportError("unpacks to more than 1 GB", where=where, remedy=remedy, code="too_long")


def _damaged(where: str) -> ReportError:
    remedy = "open it in a spreadsheet, save it anew or as CSV, and give that"
    return ReportError("is a workbook that cannot be read", where=where, remedy=remedy, code="unreadable")
