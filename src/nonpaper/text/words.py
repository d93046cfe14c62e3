"""Spans of whole words."""

from __future__ import annotations

import re

from nonpaper.model.span import Span

_LETTER = re.compile(r"[^\W_]")
LONGEST = 40
"""Characters of a word at most."""


def within_word(text: str, at: int) -> bool:
    """Whether the places before and after `at` are letters of one word."""
    return 0 < at < len(text) and _LETTER.match(text, at) is not None and _LETTER.match(text, at - 1) is not None


def whole(text: str, span: Span) -> Span:
    """The span with the words whole that it begins and ends in.

    >>> whole("peace talks", Span(2, 8)).quote("peace talks")
    'peace talks'
    """
    start, end = span.start, span.end
    while span.start - start < LONGEST and within_word(text, start):
        start -= 1
    while end - span.end < LONGEST and within_word(text, end):
        end += 1
    return Span(start, end)
