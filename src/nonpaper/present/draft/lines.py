"""Lines of text for a terminal or a pipe: wrapped, and every quotation with its report and date."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from nonpaper.model.version import Evidence
from nonpaper.present.material import day

WIDTH = 100
NOTICE = "Reconstruction from reporting — not a draft."


def wrapped(text: str, indent: int = 0) -> str:
    """One paragraph at WIDTH columns, further lines two columns in; control characters are shown as a mark."""
    plain = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in " ".join(text.split()))
    first, rest = " " * indent, " " * (indent + 2)
    return textwrap.fill(plain, WIDTH, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False)


def cited(item: Evidence, indent: int = 4, before: str = "") -> str:
    """The exact words, the report's name, its date and its id."""
    return wrapped(f"{before}“{item.words}” — {item.outlet}, {dated(item)} [{item.report}]", indent)


def dated(item: Evidence) -> str:
    """The day of a report, with the doubt where it cannot be right."""
    return day(item.published) + (" (a date that cannot be right)" if item.doubted else "")


def section(title: str, lines: Iterable[str], empty: str = "") -> Iterator[str]:
    """A heading and its lines; nothing where there are none and nothing is to be said of that."""
    listed = list(lines) or ([wrapped(empty, 2)] if empty else [])
    if listed:
        yield from ("", title, *listed)
