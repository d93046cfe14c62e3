"""All pairs of reports that copy one another."""

from __future__ import annotations

from collections.abc import Sequence

from nonpaper.model.copy import Copy
from nonpaper.remembered import lasting
from nonpaper.reports.copies.kept import Kept
from nonpaper.reports.copies.texts import Published


def find_copies(reports: Sequence[Published]) -> tuple[Copy, ...]:
    """Pairs that copy one another, by id; the order of `reports` does not matter, but for one id the last counts.

    Of three or more reports with exactly the same words each is paired with the one of least id only. About linear in
    the text; what stands in quotation marks is not compared, since two outlets may quote one speaker.
    """
    return lasting(Kept).of(reports)
