"""Marks that open a list item at the start of a line: bullets, numbers, letters, "Point 6:"."""

from __future__ import annotations

import re
from typing import NamedTuple

_LOOK = 40  # no marker is longer; keeps every look-up short however long the line
_MARKER = re.compile(
    r"""(?:
        (?P<bullet>[-*•‣⁃▪▫●○■◦·–—→►✓])(?=\s)
      | \(?(?P<number>\d{1,3}(?:\.\d{1,2}){0,2})\)(?=\s|[^\W\d])
      | (?P<dotted>\d{1,3}(?:\.\d{1,2}){0,2})\.(?=\s|[^\W\d])
      | \(?(?P<letter>[a-z]|[ivx]{1,4})\)(?=\s)
      | (?:point|article|clause|item|paragraph|section|пункт|punkt|punto)[ \u00a0]
        (?P<named>\d{1,3})(?:[.:)]|[ \u00a0][-–—])(?=\s)
    )\s{0,20}""",
    re.VERBOSE | re.IGNORECASE,
)


class Marker(NamedTuple):
    """A marker at `[start, end)` and the item's first character; `number` as printed, None for a bullet."""

    start: int
    end: int
    body: int
    number: str | None


def marker(text: str, start: int, end: int) -> Marker | None:
    """The marker that opens the line `[start, end)`, if it has one and words after it."""
    match = _MARKER.match(text, start, min(end, start + _LOOK))
    if match is None or match.end() >= end:
        return None
    number = match["number"] or match["dotted"] or match["letter"] or match["named"]
    width = len(match.group().rstrip())
    return Marker(start, start + width, match.end(), number)


def marker_end(text: str, start: int, end: int) -> int | None:
    """Where the words after the line's marker begin, or None where it has no marker."""
    found = marker(text, start, end)
    return None if found is None else found.body
