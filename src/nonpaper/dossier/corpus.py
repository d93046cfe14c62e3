"""What a use case starts from: readings and the decisions in force, of reports or of one dossier in their place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

import msgspec

from nonpaper.dossier.reader import Reader
from nonpaper.dossier.reading import Outcome, Progress, nothing_read, put_together, read_reports, silent
from nonpaper.errors import StoreError
from nonpaper.judgements import Corrections, load_corrections
from nonpaper.model.draft import Consolidation, Matrix
from nonpaper.store import is_dossier


class Corpus(msgspec.Struct, frozen=True, kw_only=True):
    """Readings with all decisions applied, and these decisions; `decided` is None where nobody decided anything.

    Of a dossier, `added` is when each report came into it, by its id, and `recorded` when each of the first decisions
    was; of reports, None and nothing.
    """

    outcome: Outcome
    decided: Corrections | None = None
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
    made = corpus(paths, corrections=corrections, stdin=stdin, progress=progress, jobs=jobs)
    if not made.outcome.readings:
        raise nothing_read(made.outcome.left_out)
    return made


def read_together(
    paths: Iterable[str], corrections: str | None, stdin: BinaryIO | None, progress: Progress
) -> tuple[Outcome, Consolidation, Matrix]:
    """The outcome of a corpus with its texts told apart, put together; errors as in `readable_corpus`."""
    from nonpaper.drafts.versions import versions

    made = readable_corpus(paths, corrections=corrections, stdin=stdin, progress=progress)
    outcome = msgspec.structs.replace(made.outcome, readings=versions(made.outcome.readings).readings)
    return outcome, *put_together(outcome.readings, made.decided)


def _of_dossier(paths: list[str], decided: Corrections | None, ceiling: str | None) -> Corpus:
    if len(paths) > 1:
        first = next(path for path in paths if is_dossier(path))
        raise StoreError(f"{first}: a dossier is shown by itself; add the reports to it: nonpaper add")
    from nonpaper.dossier.file import open_dossier
    from nonpaper.dossier.handling import about_only

    with open_dossier(paths[0]) as dossier:
        if not dossier.status().counts.reports:
            raise StoreError(f"{paths[0]}: holds no report yet; add some: nonpaper add {paths[0]} REPORT...")
        own, added, times = dossier.corrections(), dossier.added(), dossier.recorded()
        if ceiling:
            if decided:
                raise StoreError(f"{paths[0]}: record the corrections in it first: nonpaper judge --file")
            outcome = dossier.up_to(ceiling)
            shown = [r.report.id for r in outcome.readings]
            kept = {one: added[one] for one in shown}
            about = about_only(own, shown)
            recorded = tuple(times[e.number - 1] for e in about.entries)
            return Corpus(outcome=outcome, decided=about, added=kept, recorded=recorded)
        entries = (*own.entries, *(decided.entries if decided else ()))
        outcome = dossier.outcome(decided)
        every = msgspec.structs.replace(own, entries=entries)
        return Corpus(outcome=outcome, decided=every, added=added, recorded=times)
