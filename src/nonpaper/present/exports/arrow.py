"""Arrow: one table with the types of its columns and what they mean; needs the extra `tables`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from nonpaper.errors import MissingExtraError
from nonpaper.present.exports.meaning import MEANING
from nonpaper.present.exports.rows import Names, Row

if TYPE_CHECKING:
    from pyarrow import Table


def arrow_table(rows: Iterable[Row], kind: type[Row]) -> Table:
    """Rows as an Arrow table: lists stay lists, days are `date32`, moments UTC microseconds, the unknown is null.

    A column that is never unknown says so (`nullable` is false). MissingExtraError where pyarrow is not installed.
    """
    arrow = _pyarrow()
    hints = get_type_hints(kind)
    about = {"table": " ".join((kind.__doc__ or "").split())}
    fields = [_field(f.name, hints[f.name], arrow) for f in msgspec.structs.fields(kind)]
    listed = list(rows)
    columns = [arrow.array([_plain(getattr(r, f.name)) for r in listed], type=f.type) for f in fields]
    return arrow.table(columns, schema=arrow.schema(fields, metadata=about))


def _pyarrow() -> Any:
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError(
            "Arrow tables and Parquet need pyarrow, which is not installed; pip install 'nonpaper[tables]'"
        ) from error
    return pa


def _field(name: str, hint: Any, arrow: Any) -> Any:
    known = [h for h in get_args(hint) if h is not type(None)] if get_origin(hint) not in (Literal, tuple) else [hint]
    unknown = type(None) in get_args(hint)
    about = {"meaning": MEANING[name]}
    return arrow.field(name, _type(known[0] if known else hint, arrow), nullable=unknown, metadata=about)


def _type(hint: object, arrow: Any) -> Any:
    if hint == Names:
        return arrow.list_(arrow.field("item", arrow.string(), nullable=False))
    kinds = {bool: arrow.bool_(), Literal[True]: arrow.bool_(), int: arrow.int64(), date: arrow.date32()}
    return kinds.get(hint, arrow.timestamp("us", tz="UTC") if hint is datetime else arrow.string())


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    return list(value) if isinstance(value, tuple) else value
