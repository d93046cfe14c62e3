"""Parquet: one table a file, with the types of its columns; needs the extra `tables`."""

from __future__ import annotations

import io
from collections.abc import Iterable

from nonpaper.present.exports.arrow import arrow_table
from nonpaper.present.exports.rows import Row


def parquet(rows: Iterable[Row], kind: type[Row]) -> bytes:
    """The Arrow table of the rows as a file; MissingExtraError where pyarrow is not installed."""
    table = arrow_table(rows, kind)
    from pyarrow.parquet import write_table

    out = io.BytesIO()
    write_table(table, out)
    return out.getvalue()
