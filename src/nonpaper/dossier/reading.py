"""Reports read, corrected and put together: what every use case starts from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO

import msgspec

from nonpaper.dossier.reader import Reader
from nonpaper.errors import ReportError
from nonpaper.judgements import Corrections, apply_corrections, confirmed, copied
from nonpaper.model.credibility import Reliability
from nonpaper.model.draft import Consolidation, Matrix
from nonpaper.model.finding import Finding
from nonpaper.model.known import Known
from nonpaper.model.reading import Reading
from nonpaper.model.report import ReportText
from nonpaper.model.version import Versions

Progress = Callable[[str], None]


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """Readings in the order given, and what was left out, each with the reason.

    `stale` is what else a reader of the whole should know: corrections without their words, reports not shown.
    """

    readings: tuple[Reading, ...]
    left_out: tuple[Finding, ...] = ()
    stale: tuple[Finding, ...] = ()

    @property
    def status(self) -> int:
        """Exit status: 0 all read, 1 something left out or found stale, 2 nothing readable."""
        return exit_status(len(self.readings), (*self.left_out, *self.stale))


def exit_status(read: int, missing: Sequence[Finding]) -> int:
    """0 all read, 1 something left out or stale, 2 nothing readable."""
    return 2 if not read else 1 if missing else 0


def silent(_: str) -> None:
    """Reports no progress."""


def each_reading(
    paths: Iterable[str], *, stdin: BinaryIO | None = None, jobs: int = 1, reader: Reader | None = None
) -> Iterator[Reading | Finding]:
    """One reading a report, in the order given, as it is read; what could not be read comes as a finding.

    `jobs` processes read side by side; the result does not depend on their number, and memory stays flat.
    `reader` reads in place of the shipped one.
    """
    from nonpaper.claims.bulk import read_all  # the reader is loaded where something is read
    from nonpaper.reports.gather import gather

    return (reader.read_all if reader else read_all)(_once(gather(list(paths), stdin=stdin)), jobs)


def _once(items: Iterable[ReportText | Finding]) -> Iterator[ReportText | Finding]:
    seen: set[str] = set()
    for item in items:
        if isinstance(item, Finding) or item.report.id not in seen:
            seen |= set() if isinstance(item, Finding) else {item.report.id}
            yield item
        else:
            yield _again(item.report.path)


def _again(path: str) -> Finding:
    return Finding(
        code="same_report",
        level="note",
        where=path,
        what="the same report was given twice",
        remedy="it is read once; nothing to do",
    )


def read_reports(
    paths: Iterable[str],
    *,
    corrections: Corrections | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
    jobs: int = 1,
    reader: Reader | None = None,
) -> Outcome:
    """Reads every report and applies the corrections; raises nothing for bad input."""
    readings: list[Reading] = []
    left_out: list[Finding] = []
    for item in each_reading(paths, stdin=stdin, jobs=jobs, reader=reader):
        if isinstance(item, Reading):
            readings.append(item)
            progress(item.report.path)
        elif item.level == "left_out":
            left_out.append(item)
    if corrections is None:
        return Outcome(readings=tuple(readings), left_out=tuple(left_out))
    corrected, stale = apply_corrections(tuple(readings), corrections)
    return Outcome(readings=tuple(corrected), left_out=tuple(left_out), stale=tuple(stale))


def put_together(readings: tuple[Reading, ...], corrections: Corrections | None = None) -> tuple[Consolidation, Matrix]:
    """The drafts as known from all readings, and who stands where."""
    from nonpaper.drafts import consolidate
    from nonpaper.positions import matrix

    together = consolidate(readings) if corrections is None else consolidate(readings, corrections)
    return together, matrix(readings)


def known_by(
    readings: tuple[Reading, ...],
    told: Versions,
    together: Consolidation,
    decided: Corrections,
    letters: Mapping[str, Reliability] | None = None,
) -> Known:
    """How well everything is known, by the readings as they were read, what people decided and the letters they set."""
    from nonpaper.drafts import how_known

    return how_known(
        told.readings,
        together,
        judged=copied(readings, decided)[0],
        confirmed=confirmed(readings, decided)[0],
        reliability=letters,
    )


def nothing_read(left_out: Iterable[Finding]) -> ReportError:
    """The error for a call in which no report could be read."""
    first = next(iter(left_out), None)
    if first is None:
        return ReportError(
            "no reports were given", where="the command", remedy="name files, folders or - for standard input"
        )
    return ReportError(first.what, where=first.where, remedy=first.remedy, code=first.code)
