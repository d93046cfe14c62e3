"""CSV (RFC 4180) that a spreadsheet opens without running anything in it, and that gives back the exact words.

A spreadsheet takes a cell that begins with a sign such as "=" for a formula. Such a cell gets one apostrophe in front,
and so does a cell that begins with an apostrophe itself; `unguarded` takes one apostrophe off again, always rightly.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from datetime import date

import msgspec

from nonpaper.present.exports.rows import Row

STARTS_FORMULA = frozenset("=+-@\t\r\n＝＋－＠\u2212")
"""First characters from which some spreadsheet reads a cell as a formula; wide forms and the minus sign included."""
_UNSEEN = re.compile(r"^[\s\u200b\ufeff\x00]+")
"""What a spreadsheet may pass over before a formula: every kind of space, and what has no width."""
_GUARD = "'"


def comma_separated(rows: Iterable[Row], kind: type[Row]) -> str:
    """One table with its heading; lists are JSON in their cell, the unknown is an empty cell, yes and no are words."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    names = [f.name for f in msgspec.structs.fields(kind)]
    writer.writerow(names)
    writer.writerows([_cell(getattr(row, name)) for name in names] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str | int:
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return value
    if isinstance(value, date):  # a moment is one too
        return str(msgspec.to_builtins(value))
    return guarded(value) if isinstance(value, str) else msgspec.json.encode(value).decode()


def guarded(words: str) -> str:
    """Words as a cell that is no formula.

    >>> guarded("=1+1"), guarded("a cap"), guarded("'twas")
    ("'=1+1", 'a cap', "''twas")
    """
    unseen = len(words) - len(_UNSEEN.sub("", words, count=1))
    risky = words[:1] == _GUARD or not STARTS_FORMULA.isdisjoint(words[: unseen + 1])
    return _GUARD + words if risky else words


def unguarded(cell: str) -> str:
    """The exact words of a cell: one apostrophe in front is the guard, whatever follows it.

    >>> unguarded(guarded("=1+1")), unguarded(guarded("'twas"))
    ('=1+1', "'twas")
    """
    return cell.removeprefix(_GUARD)
