"""Lines and paragraphs as laid out: finds hard wrapping and undoes it, by position, without touching the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from nonpaper.text.markers import marker_end

_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_WIDEST = 120  # hard wrapping at more columns than this is not met in practice
_NARROWEST = 40
_CONTINUES = 45  # an unwrapped text's line this long, without a stop and followed by a small letter, goes on
_STOPS = ".!?…:;。！？؟।։።"
_CLOSERS = "\"'”’»“)]}"


class Line(NamedTuple):
    """A printed line without the white space around it; `after_blank` where an empty line comes before it."""

    start: int
    end: int
    after_blank: bool


def lines(text: str) -> Iterator[Line]:
    """The lines that have anything on them, in text order."""
    after_blank, at = True, 0
    for end, next_at in _line_ends(text):
        raw = text[at:end]
        stripped = raw.strip()
        if stripped:
            start = at + len(raw) - len(raw.lstrip())
            yield Line(start, start + len(stripped), after_blank)
        after_blank, at = not stripped, next_at


@lru_cache(maxsize=2)  # asked for sentences, paragraphs, lists and quotations of one text
def joined(text: str) -> tuple[Line, ...]:
    """Paragraphs: lines put together where a line break is only the edge of the page."""
    found = tuple(lines(text))
    width = _wrap_width(text, found)
    result: list[Line] = []
    for before, line in zip((None, *found), found, strict=False):
        if before is not None and _goes_on(text, before, line, width):
            result[-1] = Line(result[-1].start, line.end, result[-1].after_blank)
        else:
            result.append(line)
    return tuple(result)


def _line_ends(text: str) -> Iterator[tuple[int, int]]:
    for match in _BREAK.finditer(text):
        yield match.start(), match.end()
    yield len(text), len(text)


def _goes_on(text: str, before: Line, line: Line, width: int | None) -> bool:
    if line.after_blank or marker_end(text, line.start, line.end) is not None:
        return False
    if width is not None:
        return _fills(text, before, line, width)
    long = before.end - before.start >= _CONTINUES
    return long and text[line.start].islower() and not _stops(text, before)


def _fills(text: str, before: Line, line: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted: what a program that wraps lines leaves behind."""
    word = text[line.start : min(line.end, line.start + _WIDEST)].split(maxsplit=1)[0]
    return before.end - before.start + 1 + len(word) > width


def _stops(text: str, line: Line) -> bool:
    return text[max(line.start, line.end - 5) : line.end].rstrip(_CLOSERS).endswith(tuple(_STOPS))


def _wrap_width(text: str, found: Sequence[Line]) -> int | None:
    """The column at which the text is hard-wrapped, or None where its lines are paragraphs."""
    short = [n for n in (line.end - line.start for line in found) if n <= _WIDEST]
    if len(found) < 3 or len(short) < 0.95 * len(found) or max(short) < _NARROWEST:
        return None
    width = max(short)
    breaks = [pair for pair in pairwise(found) if not pair[1].after_blank]
    full = [(a, b) for a, b in breaks if _fills(text, a, b, width) or _nearly(a, width)]
    small = [b for a, b in full if not text[b.start].isupper() and not _stops(text, a)]
    if len(full) < 2 or len(full) < 0.6 * len(breaks) or len(small) < 0.4 * len(full):
        return None
    return width


def _nearly(line: Line, width: int) -> bool:
    return line.end - line.start >= 0.8 * width
