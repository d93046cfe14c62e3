"""Words, by position: letters of any script with their marks, numbers with their separators, initials with dots."""

from __future__ import annotations

import re

from nonpaper.model.span import Span

# `\w` leaves out combining marks, and with them half of every Hindi or vocalised Arabic or Hebrew word.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u0711\u0730-\u074a\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09cd"
    "\u0a01-\u0a4d\u0b01-\u0b57\u0bbe-\u0bcd\u0c00-\u0c56\u0cbc-\u0cd6\u0d3e-\u0d4d\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0f71-\u0f84"
    "\u102b-\u103e\u135d-\u135f\u17b4-\u17d3\u1ab0-\u1aff\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\ufe20-\ufe2f"
)
_LETTER = rf"[^\W\d_][{_MARKS}]*"
_CORE = rf"(?:\d+(?:[.,]\d+)*|{_LETTER})+"
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{_CORE}(?:['’ʼ\-‐‑]{_CORE})*")


def words(text: str) -> tuple[Span, ...]:
    """The words of a text in order; "Russia's", "28-point", "600,000" and "U.S." are one word each."""
    return tuple(Span(*match.span()) for match in _WORD.finditer(text))
