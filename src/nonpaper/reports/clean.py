"""Cleaning in named steps. Each only takes characters out or puts one in the place of some, and the map is kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from nonpaper.model.report import OffsetMap
from nonpaper.reports.offsets import Edit, chained, edited
from nonpaper.text.markers import marker_end

Step = Callable[[str], Iterable[Edit]]

_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u00ad\u200b\u2060\ufeff]+")
_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]{2,}")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐][ \t]?\r?\n[ \t]?(?=[^\W\d_])")
_PAGE = "\f"
_PAGE_NUMBER = re.compile(
    r"[-–—|\s]{0,6}(?:page|seite|p\.|стр\.)?\s?\d{1,4}(?:\s?(?:/|of|von|из)\s?\d{1,4})?[-–—|\s]{0,6}", re.IGNORECASE
)
_DIGITS = re.compile(r"\d{1,6}")
_STOPS = (".", "!", "?", "…", ":", ";", "”", '"', "»")


def clean(raw: str, steps: Sequence[Step]) -> tuple[str, OffsetMap]:
    """The text after every step in turn, and the map from it back to `raw`."""
    text, offsets = raw, OffsetMap()
    for step in steps:
        text, own = edited(text, step(text))
        offsets = chained(offsets, own)
    return text, offsets


def invisible(text: str) -> Iterator[Edit]:
    """Takes out control characters, soft hyphens and zero-width spaces; joiners and direction marks stay."""
    return ((*match.span(), "") for match in _INVISIBLE.finditer(text))


def spaces(text: str) -> Iterator[Edit]:
    """Makes one space of several."""
    return ((*match.span(), " ") for match in _SPACES.finditer(text))


def hyphens(text: str) -> Iterator[Edit]:
    """Joins words broken over two lines; the hyphen stays where the text writes the word with one elsewhere."""
    for match in _HYPHEN.finditer(text):
        if not text[match.end()].islower():
            continue
        left, right = _letters_before(text, match.start()), _letters_after(text, match.end())
        kept = f"{left}-{right}" in text if len(left) + len(right) < 40 and match.start() < 200_000 else False
        yield match.start() + kept, match.end(), ""


def furniture(text: str) -> Iterator[Edit]:
    """Takes out page numbers, and headers and footers that return on most pages (pages are parted by form feeds)."""
    pages = list(_pages(text))
    edges = [edge for page in pages for edge in _edges(text, *page)]
    often = Counter(_shape(text, edge) for edge in edges)
    for start, end in edges:
        words = text[start:end]
        repeated = len(pages) >= 3 and often[_shape(text, (start, end))] * 2 > len(pages) and len(words) < 150
        if repeated or (len(pages) >= 2 and len(words) < 30 and _PAGE_NUMBER.fullmatch(words)):
            yield start, end, ""


def wraps(text: str) -> Iterator[Edit]:
    """Puts a space for a line break that is only the edge of the column, and a line break for a page break."""
    lines = _spans(text)
    width = _column([end - start for start, end in lines])
    for (start, end), (following, next_end) in pairwise(lines):
        gap = text[end:following]
        if gap.count("\n") > 1 and _PAGE not in gap:  # an empty line parts paragraphs
            continue
        if marker_end(text, following, next_end) is None and _is_wrap(text, start, end, following, width):
            yield end, following, " "
        elif _PAGE in gap:
            yield end, following, "\n"


def _is_wrap(text: str, start: int, end: int, following: int, width: int) -> bool:
    length = end - start
    if text[following].islower():
        return length >= 0.4 * width and text[end - 1] != ":"
    if text[start:end].endswith(_STOPS):
        return length >= 0.9 * width and text[end - 1] not in ":;"
    return length >= 0.7 * width


def _column(lengths: Sequence[int]) -> int:
    """How many characters a full line has: nine lines in ten are no longer."""
    return max(sorted(lengths)[len(lengths) * 9 // 10], 40) if lengths else 40


def _spans(text: str) -> list[tuple[int, int]]:
    """The lines with anything on them, without the white space around them."""
    found = []
    for match in re.finditer(r"[^\n\f]+", text):
        words = match.group().strip()
        if words:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            found.append((start, start + len(words)))
    return found


def _pages(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for page in text.split(_PAGE):
        yield at, at + len(page)
        at += len(page) + 1


def _edges(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The two lines at the head and the two at the foot of a page."""
    lines = [(start + a, start + b) for a, b in _spans(text[start:end])]
    return lines[:2] + lines[max(2, len(lines) - 2) :]


def _shape(text: str, edge: tuple[int, int]) -> str:
    return _DIGITS.sub("#", text[edge[0] : min(edge[1], edge[0] + 150)]).strip()


def _letters_before(text: str, at: int) -> str:
    match = re.search(r"[^\W\d_]+$", text[max(0, at - 25) : at])
    return match.group() if match else ""


def _letters_after(text: str, at: int) -> str:
    match = re.match(r"[^\W\d_]+", text[at : at + 25])
    return match.group() if match else ""
