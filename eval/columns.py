"""The tables of `docs/exports.md`, from the classes of the rows: `python -m eval.columns` writes them into the page."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from nonpaper.present.exports.meaning import MEANING
from nonpaper.present.exports.rows import TABLES, Names, Row

PAGE = Path(__file__).resolve().parent.parent / "docs" / "exports.md"
START, END = "<!-- columns -->", "\n## Web Annotation"


def columns() -> str:
    """Every table with its columns, kinds of value and meanings, as Markdown."""
    return "\n".join(_table(name, kind) for name, kind in TABLES.items())


def _table(name: str, kind: type[Row]) -> str:
    hints = get_type_hints(kind)
    rows = [f"| `{f.name}` | {_kind(hints[f.name])} | {MEANING[f.name]} |" for f in msgspec.structs.fields(kind)]
    about = " ".join((kind.__doc__ or "").split())
    return "\n".join([f"\n### {name}\n", f"{about}\n", "| column | value | meaning |", "|---|---|---|", *rows, ""])


def _kind(hint: Any) -> str:
    if hint == Names:
        return "list"
    parts = [a for a in get_args(hint) if a is not type(None)] if get_origin(hint) is not Literal else [hint]
    inner = parts[0] if parts else hint
    word = {str: "words", int: "whole number", bool: "yes or no", date: "day", datetime: "moment"}.get(inner, "")
    if not word:
        values = get_args(inner)
        word = "yes" if values == (True,) else "one of " + ", ".join(f"`{v}`" for v in values)
    return f"{word}, or unknown" if type(None) in get_args(hint) else word


def page(text: str) -> str:
    """The page with its tables as the classes have them."""
    head, rest = text.split(START, 1)
    return f"{head}{START}\n{columns()}{END}{rest.split(END, 1)[1]}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text("utf-8")), "utf-8")
