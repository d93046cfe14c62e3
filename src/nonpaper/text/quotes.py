"""Quotations, by position: what stands inside quotation marks, one paragraph at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nonpaper.model.span import Span
from nonpaper.text.sentences import paragraphs

_MARK = re.compile(r"[\"“”„‟«»‘’‚「」『』]")
# Every way a mark that opens can be closed. “ also closes „, » also opens in German print.
_CLOSED_BY = {
    '"': '"', "“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "‘": "’", "‚": "‘’", "「": "」", "『": "』",
}  # fmt: skip
_LEFT_OPEN = "“„«"  # a quotation over several paragraphs opens in each and closes only in the last


def quoted(text: str) -> tuple[Span, ...]:
    """The insides of the outermost quotations, in order. Single marks that may be apostrophes are taken with care."""
    return tuple(span for paragraph in paragraphs(text) for span in _outermost(_pairs(text, paragraph)))


def _pairs(text: str, paragraph: Span) -> list[Span]:
    found: list[Span] = []
    opened: list[tuple[str, int]] = []
    depth: dict[str, list[int]] = {}
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark, at = match.group(), match.start()
        opener = _opener(text, mark, at, paragraph, depth)
        if opener is None:
            if mark in _CLOSED_BY and _may_open(text, mark, at, paragraph):
                depth.setdefault(mark, []).append(len(opened))
                opened.append((mark, at))
            continue
        level = depth[opener][-1]
        _add(found, opened[level][1] + 1, at)
        for inner, _ in opened[level:]:
            depth[inner].pop()
        del opened[level:]
    if opened and opened[0][0] in _LEFT_OPEN:
        _add(found, opened[0][1] + 1, paragraph.end)
    return found


def _opener(text: str, mark: str, at: int, paragraph: Span, depth: dict[str, list[int]]) -> str | None:
    """The mark that this one closes: of those open, the one opened last."""
    if mark in "’‘" and not _closes_single(text, at, paragraph):
        return None
    able = [opening for opening, closing in _CLOSED_BY.items() if mark in closing and depth.get(opening)]
    return max(able, key=lambda opening: depth[opening][-1], default=None)


def _may_open(text: str, mark: str, at: int, paragraph: Span) -> bool:
    if mark not in '"‘»':
        return True
    before = text[at - 1] if at > paragraph.start else " "
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return not before.isalnum() and not after.isspace()


def _closes_single(text: str, at: int, paragraph: Span) -> bool:
    after = text[at + 1] if at + 1 < paragraph.end else " "
    return not after.isalnum() and not text[at - 1].isspace()


def _add(found: list[Span], start: int, end: int) -> None:
    if start < end:
        found.append(Span(start, end))


def _outermost(spans: list[Span]) -> Iterator[Span]:
    reach = -1
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.start >= reach:
            yield span
            reach = span.end
