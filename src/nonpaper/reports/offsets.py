"""The way back from cleaned text to the raw text it came from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from nonpaper.model.report import OffsetMap
from nonpaper.model.span import Span

Edit = tuple[int, int, str]
"""`raw[start:end]` is replaced by the string: nothing, or one character that stands for all of it."""


def to_raw(offsets: OffsetMap, at: int) -> int:
    """Where the character at `at` in the cleaned text stands in the raw text."""
    if not offsets.clean:
        return at
    run = max(bisect_right(offsets.clean, at) - 1, 0)
    return offsets.raw[run] + at - offsets.clean[run]


def raw_span(offsets: OffsetMap, span: Span) -> Span:
    """The stretch of raw text that a span of cleaned text came from, with all that cleaning took out inside it."""
    return Span(to_raw(offsets, span.start), to_raw(offsets, span.end - 1) + 1)


def edited(raw: str, edits: Iterable[Edit]) -> tuple[str, OffsetMap]:
    """The raw text after edits in ascending order that do not overlap, and the map back to it."""
    parts: list[str] = []
    clean_starts, raw_starts = [0], [0]
    length = at = 0
    for start, end, new in edits:
        parts.extend((raw[at:start], new))
        length += start - at
        at = end
        if new:
            _start_run(clean_starts, raw_starts, length, start)
            length += len(new)
        _start_run(clean_starts, raw_starts, length, end)
    parts.append(raw[at:])
    if clean_starts == raw_starts == [0]:
        return raw, OffsetMap()
    return "".join(parts), OffsetMap(tuple(clean_starts), tuple(raw_starts))


def _start_run(clean_starts: list[int], raw_starts: list[int], clean: int, raw: int) -> None:
    if clean_starts[-1] == clean:
        raw_starts[-1] = raw
    elif raw - clean != raw_starts[-1] - clean_starts[-1]:
        clean_starts.append(clean)
        raw_starts.append(raw)


def chained(first: OffsetMap, second: OffsetMap) -> OffsetMap:
    """The map of two cleanings, one after the other: `second` maps into the text that `first` maps from."""
    if not first.clean or not second.clean:
        return first if first.clean else second
    clean: list[int] = []
    raw: list[int] = []
    for run, start in enumerate(second.clean):
        middle = second.raw[run]
        end = second.clean[run + 1] if run + 1 < len(second.clean) else None
        clean.append(start)
        raw.append(to_raw(first, middle))
        inner = bisect_right(first.clean, middle)
        while inner < len(first.clean) and (end is None or first.clean[inner] - middle + start < end):
            clean.append(first.clean[inner] - middle + start)
            raw.append(first.raw[inner])
            inner += 1
    return OffsetMap(tuple(clean), tuple(raw))
