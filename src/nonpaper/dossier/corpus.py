"""What a use case starts from: readings and the decisions in force, of reports or of one dossier in their place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, BinaryIO

import msgspec

from nonpaper.dossier.reader import Reader
from nonpaper.dossier.reading import Outcome, Progress, nothing_read, read_reports, silent
from nonpaper.errors import StoreError
from nonpaper.judgements import Corrections, load_corrections
from nonpaper.store import is_dossier

if TYPE_CHECKING:
    from nonpaper.dossier.file import Dossier


class Corpus(msgspec.Struct, frozen=True, kw_only=True):
    """Readings with all decisions applied, and these decisions; `decided` is None where nobody decided anything.

    Of a dossier, `path` is its file, `ceiling` the word above which reports were left out, `added` when each report
    came into it, by its id, and `recorded` when each of the first decisions was; of reports, None and nothing.
    """

    outcome: Outcome
    decided: Corrections | None = None
    path: str | None = None
    ceiling: str | None = None
    added: dict[str, str] | None = None
    recorded: tuple[str, ...] = ()


def corpus(
    paths: Iterable[str],
    *,
    corrections: str | None = None,
    ceiling: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
    jobs: int = 1,
    reader: Reader | None = None,
) -> Corpus:
    """The corpus of reports, or of one dossier; there the entries of the file `corrections` follow its own.

    `ceiling` leaves out of a dossier what fewer may see. Raises StoreError for a dossier that cannot be used or does
    not stand alone, CorrectionsError for an unusable file; nothing for bad reports.
    """
    named = list(paths)
    decided = load_corrections(corrections) if corrections else None
    if any(is_dossier(path) for path in named):
        return _of_dossier(named, decided, ceiling)
    if ceiling:
        raise StoreError("handling is marked in a dossier; name one, or add the reports to one")
    outcome = read_reports(named, corrections=decided, stdin=stdin, progress=progress, jobs=jobs, reader=reader)
    return Corpus(outcome=outcome, decided=decided)


def readable_corpus(
    paths: Iterable[str],
    *,
    corrections: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
    jobs: int = 1,
) -> Corpus:
    """As `corpus`; ReportError where there is no reading."""
    return readable(corpus(paths, corrections=corrections, stdin=stdin, progress=progress, jobs=jobs))


def readable(made: Corpus) -> Corpus:
    """The corpus as it is; ReportError where it has no reading."""
    if not made.outcome.readings:
        raise nothing_read(made.outcome.left_out)
    return made


def _of_dossier(paths: list[str], decided: Corrections | None, ceiling: str | None) -> Corpus:
    if len(paths) > 1:
        first = next(path for path in paths if is_dossier(path))
        raise StoreError(f"{first}: a dossier is shown by itself; add the reports to it: nonpaper add")
    from nonpaper.dossier.file import open_dossier

    with open_dossier(paths[0]) as dossier:
        return corpus_in(dossier, decided, ceiling)


def corpus_in(dossier: Dossier, decided: Corrections | None, ceiling: str | None) -> Corpus:
    """The corpus of an open dossier, up to what the word `ceiling` allows; StoreError where it holds no report."""
    path = dossier.store.path
    if not dossier.status().counts.reports:
        raise StoreError(f"{path}: holds no report yet; add some: nonpaper add {path} REPORT...")
    if not ceiling:
        return dossier.corpus(decided)
    if decided:
        raise StoreError(f"{path}: record the corrections in it first: nonpaper judge --file")
    return dossier.corpus_up_to(ceiling)
