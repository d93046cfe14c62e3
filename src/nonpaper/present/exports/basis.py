"""What rows are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, date, datetime
from functools import cached_property

from nonpaper.judgements import NONE, Corrections
from nonpaper.model.draft import Consolidation, Matrix
from nonpaper.model.known import Known
from nonpaper.model.reading import Reading
from nonpaper.present.exports.rows import Row
from nonpaper.present.material import iso


class Basis:
    """Readings, and what was put together of them; what is slow to find (`known`, `codes`) is found when asked for."""

    def __init__(
        self,
        readings: Sequence[Reading],
        together: Consolidation,
        matrix: Matrix,
        *,
        known: Callable[[], Known],
        codes: Callable[[], Iterable[Row]] = tuple,
        decided: Corrections = NONE,
        recorded: Sequence[str] = (),
    ) -> None:
        self.readings, self.together, self.matrix = readings, together, matrix
        self.decided, self.recorded, self.codes = decided, recorded, codes
        self._known = known

    @cached_property
    def known(self) -> Known:
        """How well each term is known."""
        return self._known()

    @cached_property
    def days(self) -> dict[str, date | None]:
        """The day of each report by its id; None where it has none or one that cannot be right."""
        doubted = self.together.misdated
        return {r.report.id: None if r.report.id in doubted else iso(r.report.published) for r in self.readings}


def moment(stated: str | None) -> datetime | None:
    """An ISO 8601 time with its zone; None for a day, for a time without a zone, and for what is neither.

    >>> moment("2031-03-06T09:30:00+02:00").isoformat(), moment("2031-03-06")
    ('2031-03-06T09:30:00+02:00', None)
    """
    try:
        found = datetime.fromisoformat(stated or "")
        return found if found.tzinfo and found.astimezone(UTC) else None
    except (ValueError, OverflowError):
        return None
