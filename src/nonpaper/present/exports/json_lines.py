"""JSON Lines: one row a line, each naming its kind, with a JSON Schema made from the same classes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from nonpaper.present.exports.rows import AnyRow, Row


def json_lines(rows: Iterable[Row]) -> str:
    """Rows of one or several tables, one JSON object a line, text not escaped to ASCII."""
    return "".join(msgspec.json.encode(row).decode() + "\n" for row in rows)


def row_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of one line, whatever its kind."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema"} | msgspec.json.schema(AnyRow)
