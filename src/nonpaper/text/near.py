"""Stretches by place, so that what overlaps a stretch is found without looking at all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from nonpaper.model.span import Span

CELL = 256
"""Characters a cell; most spans of a report touch one or two."""


class Near:
    """A grid over the text. Adding and asking cost the cells that a span touches, not the number of spans.

    >>> near = Near([Span(0, 5), Span(300, 310), Span(2, 305)])
    >>> near.overlapping(Span(4, 6))
    [0, 2]
    """

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans: list[Span] = []
        self._cells: defaultdict[int, list[int]] = defaultdict(list)
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        """One more span; its number is the count of those before it."""
        for cell in range(span.start // CELL, (span.end - 1) // CELL + 1):
            self._cells[cell].append(len(self._spans))
        self._spans.append(span)

    def overlapping(self, stretch: Span) -> list[int]:
        """The numbers of the spans that share a character with `stretch`, ascending."""
        cells = range(stretch.start // CELL, (stretch.end - 1) // CELL + 1)
        near = {number for cell in cells for number in self._cells.get(cell, ())}
        return sorted(number for number in near if self._spans[number].overlaps(stretch))
