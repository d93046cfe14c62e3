"""Half-open character intervals in one report's text."""

from __future__ import annotations

import msgspec

from nonpaper.errors import SpanError


class Span(msgspec.Struct, frozen=True, gc=False, array_like=True, order=True):
    """Half-open interval `[start, end)` of characters; written as `[start, end]` in JSON.

    >>> Span(4, 9).quote("the draft says")
    'draft'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"span {self.start}:{self.end} is empty or backward")

    def quote(self, text: str) -> str:
        """The exact words of the span in `text`; raises SpanError where the text is too short."""
        if self.end > len(text):
            raise SpanError(f"span {self.start}:{self.end} ends after the text ({len(text)} characters)")
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def shared(self, other: Span) -> int:
        """Characters that the two share; where they share none, minus those between them.

        >>> Span(4, 9).shared(Span(7, 20)), Span(4, 9).shared(Span(12, 20))
        (2, -3)
        """
        return min(self.end, other.end) - max(self.start, other.start)

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


Pieces = tuple[Span, ...]
"""A stretch of text in one or more pieces, in text order; empty where there is none."""


def hull(pieces: Pieces) -> Span:
    """The smallest span around all pieces; SpanError where there are none."""
    if not pieces:
        raise SpanError("no pieces to span")
    if len(pieces) == 1:
        return pieces[0]
    return Span(min([p.start for p in pieces]), max([p.end for p in pieces]))
