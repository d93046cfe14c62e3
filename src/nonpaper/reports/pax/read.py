"""A PA-X export as agreements, streamed. A row that cannot be used is one finding; the others are read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from nonpaper.errors import ReportError
from nonpaper.model.finding import Finding
from nonpaper.model.precedent import ListedAgreement
from nonpaper.reports.assemble import left_out
from nonpaper.reports.files import shown, suffix_of
from nonpaper.reports.pax.columns import agreement, columns_of
from nonpaper.reports.pax.rows import Row, csv_rows, xlsx_rows

_READERS = {".csv": csv_rows, ".tsv": csv_rows, ".xlsx": xlsx_rows}


def is_table(path: str) -> bool:
    """Whether a file's name says that it is a table."""
    return suffix_of(path) in _READERS


def read_pax(path: str) -> Iterator[ListedAgreement | Finding]:
    """Every agreement in turn. Memory does not grow with the file but for the ids seen; nothing is raised."""
    where = shown(path)
    try:
        yield from _agreements(_READERS[suffix_of(path)](Path(path), where), where)
    except ReportError as error:
        yield left_out(error)
    except (OSError, ValueError) as error:
        what = f"cannot be opened ({getattr(error, 'strerror', None) or 'bad name'})"
        yield left_out(ReportError(what, where=where, remedy="check the path", code="missing"))


def _agreements(rows: Iterator[Row | Finding], where: str) -> Iterator[ListedAgreement | Finding]:
    names: tuple[str, ...] | None = None
    seen: dict[tuple[str, str | None], str] = {}
    for row in rows:
        if isinstance(row, Finding):
            yield row
        elif names is None:
            names = columns_of(row[1])
            if names is None:
                remedy = "give a PA-X export whose first row names its columns, AgtId and Agt among them"
                raise ReportError("is no PA-X export", where=where, remedy=remedy, code="heading")
        elif any(row[1]):
            yield from _one(names, row, where, seen)
    if names is None:
        raise ReportError("is empty", where=where, remedy="give a PA-X export with its heading", code="empty")


def _one(
    names: tuple[str, ...], row: Row, where: str, seen: dict[tuple[str, str | None], str]
) -> Iterator[ListedAgreement | Finding]:
    """The agreement of a row, or the one finding that says why there is none."""
    place = f"{where}:{row[0]}"
    try:
        if len(row[1]) != len(names):
            what = f"has {len(row[1])} cells where the heading has {len(names)}"
            raise ReportError(what, where=place, remedy="check commas and quotation marks in the row", code="row")
        made, odd = agreement(dict(zip(names, row[1], strict=True)), place)
        first = seen.setdefault((made.id, made.version), place)
        if first != place:
            what = f"has the agreement id {made.id[:40]} of {first}"
            raise ReportError(what, where=place, remedy="keep one of the two rows", code="twice")
    except ReportError as error:
        yield left_out(error)
        return
    yield made
    if odd is not None:
        what = f'has a date that names no day: "{odd[:40]}"'
        yield Finding(code="date", level="doubt", where=place, what=what, remedy="write it as 2031-05-03")
