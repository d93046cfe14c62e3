"""One row of an export as an agreement, by the names of its columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from nonpaper.errors import ReportError
from nonpaper.model.precedent import ListedAgreement
from nonpaper.reports.dates import iso_date
from nonpaper.reports.pax.variables import VARIABLES

NEEDED = ("AgtId", "Agt")
_TEXTS = {
    "version": ("Ver",),
    "country": ("Con",),
    "process": ("PPName", "PP_name"),
    "region": ("Reg",),
    "kind": ("Agtp",),
    "stage": ("Stage",),
    "status": ("Status",),
    "parties": ("Part",),
    "third_parties": ("ThrdPart",),
    "description": ("description", "Description"),
    "url": ("PAX_Hyperlink",),
}
_DAY_FIRST = re.compile(r"(?P<d>\d{1,2})/(?P<m>\d{1,2})/(?P<y>\d{4})")
Cells = Mapping[str, object]


def columns_of(heading: Sequence[object]) -> tuple[str, ...] | None:
    """The names of the columns, None where this is no heading of a PA-X export."""
    names = tuple(str(name).strip() if name is not None else "" for name in heading)
    return names if set(NEEDED) <= set(names) else None


def agreement(cells: Cells, where: str) -> tuple[ListedAgreement, str | None]:
    """The agreement of a row, and its date's words where they name no day; ReportError where it has no id or name."""
    number, name = _text(cells.get("AgtId")), _text(cells.get("Agt"))
    if not number or not name:
        what = "has no agreement id" if not number else "has no agreement name"
        raise ReportError(what, where=where, remedy="fill in AgtId and Agt, or take the row out", code="row")
    written = cells.get("Dat")
    signed = signed_on(written)
    coded = {column: value for column in cells if column in VARIABLES and (value := _level(cells[column]))}
    texts = {field: _first(cells, columns) for field, columns in _TEXTS.items()}
    made = ListedAgreement(
        id=number,
        name=name,
        where=where,
        signed=signed,
        coded=any(column in VARIABLES for column in cells),
        codes=coded,
        **texts,
    )
    return made, None if signed or not _text(written) else _text(written)


def signed_on(written: object) -> str | None:
    """The ISO day of a date cell; PA-X writes the day first, spreadsheets have dates of their own.

    >>> signed_on("05/09/2014"), signed_on("2014-09-05"), signed_on("spring")
    ('2014-09-05', '2014-09-05', None)
    """
    if isinstance(written, datetime | date):
        return written.isoformat()[:10]
    text = _text(written) or ""
    if match := _DAY_FIRST.fullmatch(text):
        try:
            return date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
        except ValueError:
            return None
    return (iso_date(text) or "")[:10] or None


def _first(cells: Cells, columns: Sequence[str]) -> str | None:
    return next((found for column in columns if (found := _text(cells.get(column)))), None)


def _text(value: object) -> str | None:
    """A cell's words, None where it is empty; a whole number that a spreadsheet holds as 930.0 is 930."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return (str(value).strip() or None) if value is not None else None


def _level(value: object) -> int:
    """A topic variable's value, 0 to 3; 0 where the cell holds anything else."""
    text = _text(value) or ""
    return int(text[0]) if text in {"1", "2", "3", "1.0", "2.0", "3.0"} else 0
