"""Sentences and paragraphs, by position. Linear in the length of the text whatever it holds.

The method is that of rule-based splitters since Palmer and Hearst (1997): every stop ends a sentence unless what
stands around it speaks against it. The words that decide are data (`sentences.toml`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import NamedTuple

from nonpaper.model.span import Span
from nonpaper.text.lines import Line, joined
from nonpaper.text.markers import marker_end

_STOP = re.compile(r"(?P<stop>[.!?…‽]+|[。！？؟।॥։።۔]+)(?P<close>[\"'”’»“›)\]}]*)")
_NO_SPACE_NEEDED = "。！？"
_LOOK = 30  # no abbreviation or opening word is longer
_OPENING = "\"'“‘«„‹([{¿¡*_—–-"
_BEGINS = re.compile(r"[\s(\[\"“«‘'—–]")
_WORD = re.compile(r"[^\W\d_]+")


class _Words(NamedTuple):
    joins: frozenset[str]
    titles: frozenset[str]
    numbering: frozenset[str]
    weak: frozenset[str]
    weak_names: frozenset[str]
    openers: frozenset[str]
    ordinal_months: frozenset[str]


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text, in order, without the white space between them.

    A list item, without its marker, and a line that nothing continues are sentences of their own.
    """
    return tuple(span for line in joined(text) for span in in_line(text, line))


def paragraphs(text: str) -> tuple[Span, ...]:
    """The paragraphs of a text, in order: list items and headings too; lines broken by hard wrapping are one."""
    return tuple(Span(line.start, line.end) for line in joined(text))


def in_line(text: str, line: Line, *, marked: bool = False) -> Iterator[Span]:
    """The sentences of one paragraph; with `marked`, a list marker at its start belongs to the first of them."""
    start = line.start if marked else marker_end(text, line.start, line.end) or line.start
    for match in _STOP.finditer(text, start, line.end):
        if _ends(text, start, match, line.end):
            yield Span(start, match.end())
            start = _skip_space(text, match.end(), line.end)
    if start < line.end:
        yield Span(start, line.end)


def _ends(text: str, start: int, match: re.Match[str], end: int) -> bool:
    after = match.end()
    if after >= end:
        return False  # the line's own end closes this sentence
    if not text[after].isspace():
        return match["stop"][-1] in _NO_SPACE_NEEDED
    following = _skip_space(text, after, end)
    if not _can_open(text, following, end):
        return False
    return match["stop"] != "." or bool(match["close"]) or _full_stop(text, start, match.start(), following)


def _can_open(text: str, at: int, end: int) -> bool:
    """Whether a sentence may begin here: a small letter, even inside opening marks, goes on with the last one."""
    limit = min(end, at + _LOOK)
    while at < limit and text[at] in _OPENING:
        at += 1
    return at >= limit or not text[at].islower()


def _full_stop(text: str, start: int, stop: int, following: int) -> bool:
    """Whether a single full stop at `stop` ends the sentence begun at `start`."""
    words = _words()
    written = _BEGINS.split(text[max(start, stop - _LOOK) : stop])[-1]
    before, capital = written.lower(), written[:1].isupper()
    opening = _WORD.match(text, following, following + _LOOK)
    first = opening.group().lower() if opening else ""
    if before.isdecimal():
        return stop - len(before) > start and not (len(before) <= 2 and first in words.ordinal_months)
    if before in words.numbering and text[following].isdecimal():
        return False
    if before in words.joins or (capital and before in words.titles):
        return False
    initial = len(before) == 1 and capital
    weak = initial or _acronym(before) or before in words.weak or (capital and before in words.weak_names)
    return first in words.openers if weak else True


def _acronym(word: str) -> bool:
    parts = word.split(".")
    return len(parts) > 1 and all(len(part) == 1 and part.isalpha() for part in parts)


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


@cache
def _words() -> _Words:
    data = tomllib.loads(resources.files(__package__).joinpath("sentences.toml").read_text("utf-8"))
    return _Words(*(frozenset(data[name]) for name in _Words._fields))
