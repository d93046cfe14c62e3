"""Parquet: one table a file, with the types of its columns; needs the extra `tables`."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any, Literal, get_type_hints

import msgspec

from nonpaper.errors import MissingExtraError
from nonpaper.present.exports.rows import Names, Row


def parquet(rows: Iterable[Row], kind: type[Row]) -> bytes:
    """One table; lists stay lists, the unknown is null. MissingExtraError where pyarrow is not installed."""
    arrow, files = _pyarrow()
    hints = get_type_hints(kind)
    names = [f.name for f in msgspec.structs.fields(kind)]
    about = " ".join((kind.__doc__ or "").split())
    schema = arrow.schema([(n, _type(hints[n], arrow)) for n in names], metadata={"table": about})
    listed = list(rows)
    columns = [arrow.array([_plain(getattr(r, n)) for r in listed], type=schema.field(n).type) for n in names]
    out = io.BytesIO()
    files.write_table(arrow.table(columns, schema=schema), out)
    return out.getvalue()


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingExtraError(
            "Parquet needs pyarrow, which is not installed; pip install 'nonpaper[tables]'"
        ) from error
    return pa, pq


def _type(hint: object, arrow: Any) -> Any:
    if hint == Names:
        return arrow.list_(arrow.string())
    return arrow.bool_() if hint in (bool, Literal[True]) else arrow.int64() if hint is int else arrow.string()


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
