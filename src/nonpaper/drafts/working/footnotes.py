"""Footnotes: each stretch of a report that is cited has one number, given when it is first met."""

from __future__ import annotations

from collections.abc import Sequence

from nonpaper.drafts.working.records import Footnote
from nonpaper.model.codes import Status
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span


class Footnotes:
    """The numbering, over some readings."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = {reading.report.id: reading for reading in readings}
        self._made: dict[tuple[str, Span], Footnote] = {}

    def at(self, report: str, span: Span, status: Status | None = None) -> int:
        """The number of the footnote for some words of a report."""
        key = (report, span)
        if key not in self._made:
            reading = self._readings[report]
            about = reading.report
            self._made[key] = Footnote(
                number=len(self._made) + 1,
                report=report,
                path=about.path,
                outlet=about.outlet,
                published=about.published,
                span=span,
                words=span.quote(reading.text),
                status=status,
            )
        return self._made[key].number

    def listed(self) -> tuple[Footnote, ...]:
        """All footnotes, by number."""
        return tuple(self._made.values())
