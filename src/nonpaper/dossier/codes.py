"""Codes proposed for provisions, for a person to confirm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from nonpaper.dossier.corpus import readable_corpus
from nonpaper.dossier.reading import Outcome, Progress, silent
from nonpaper.model.reading import Reading

if TYPE_CHECKING:
    from nonpaper.present.exports.rows import CodeRow


def code_rows(readings: Sequence[Reading]) -> Iterator[CodeRow]:
    """One row a code and statement, in the order of the reports and of the text."""
    from nonpaper.drafts.codes import proposed
    from nonpaper.present.exports.fill import code_row

    for reading in readings:
        for index, item in enumerate(reading.provisions):
            for code in proposed(item, reading.text):
                yield code_row(reading, index, code)


def coded(
    paths: Iterable[str],
    *,
    corrections: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> tuple[tuple[CodeRow, ...], Outcome]:
    """The proposed codes of all provisions, and the outcome behind them.

    Raises ReportError where nothing could be read, CorrectionsError for an unusable file.
    """
    outcome = readable_corpus(paths, corrections=corrections, stdin=stdin, progress=progress).outcome
    return tuple(code_rows(outcome.readings)), outcome
