"""Codes proposed for provisions, for a person to confirm."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from nonpaper.drafts.codes import proposed
from nonpaper.model.reading import Reading

if TYPE_CHECKING:
    from nonpaper.present.exports.rows import CodeRow


def code_rows(readings: Sequence[Reading]) -> Iterator[CodeRow]:
    """One row a code and statement, in the order of the reports and of the text."""
    from nonpaper.present.exports.fill import code_row

    for reading in readings:
        for index, item in enumerate(reading.provisions):
            for code in proposed(item, reading.text):
                yield code_row(reading, index, code)
