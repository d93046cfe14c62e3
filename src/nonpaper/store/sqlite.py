"""The port on SQLite. Each method that writes is one transaction; what is in it is in whole or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from nonpaper.errors import StoreError
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report, ReportText
from nonpaper.store import steps
from nonpaper.store.arrivals import arrivals_of, put_arrivals
from nonpaper.store.faults import told
from nonpaper.store.judgements import all_judged, put_judged
from nonpaper.store.marks import all_marks, put_mark, unite_marks
from nonpaper.store.readings import each_kept, put_reading, unread
from nonpaper.store.records import Arrival, Counts, Judged, Kept, Step
from nonpaper.store.reports import Came, all_about, one_report, put_report, same_report
from nonpaper.store.verify import faults


class SqliteStore:
    """A dossier in a file. Made by `open_store` and `create_store`; see `Store` for what the methods do."""

    def __init__(self, link: sqlite3.Connection, path: str, *, writable: bool) -> None:
        self._link, self._path, self._writable = link, path, writable
        self._came = Came()

    @property
    def path(self) -> str:
        """Where it lies, for messages."""
        return self._path

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """One transaction; an error or an interruption inside it leaves the file as it was."""
        if not self._writable:
            raise StoreError(f"{self._path}: may only be read; make the file and its folder writable, or use a copy")
        with told(self._path):
            self._link.execute("BEGIN IMMEDIATE")
            try:
                yield self._link
                self._link.execute("COMMIT")
            except BaseException:
                if self._link.in_transaction:
                    self._link.execute("ROLLBACK")
                raise

    def counts(self, reader: str) -> Counts:
        """How much there is."""
        with told(self._path):
            one = self._link.execute
            sums = "count(*), sum(reader = ?), sum(claims), sum(provisions), sum(positions), sum(unsure)"
            row = one(f"SELECT {sums} FROM reading", (reader,)).fetchone()  # noqa: S608 (our own names)
            reports = one("SELECT count(*) FROM report").fetchone()[0]
            return Counts(
                reports=reports,
                behind=reports - (row[1] or 0),
                claims=row[2] or 0,
                provisions=row[3] or 0,
                positions=row[4] or 0,
                unsure=row[5] or 0,
                judgements=one("SELECT count(*) FROM judgement").fetchone()[0],
                version=one("PRAGMA user_version").fetchone()[0],
            )

    def same(self, received: ReportText) -> str | None:
        """The id under which this content is kept."""
        with told(self._path):
            return same_report(self._link, received)

    def text_under(self, report: str) -> str | None:
        """The text kept under an id."""
        with told(self._path):
            row = self._link.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()
        return str(row[0]) if row else None

    def put(
        self,
        received: ReportText,
        reading: Reading,
        reader: str,
        *,
        at: str,
        step: int,
        arrivals: Iterable[Arrival] = (),
    ) -> bool:
        """Keeps a report with its reading and what it came as, all or nothing."""
        with self._change() as link:
            if not put_report(link, received, at):
                return False
            put_reading(link, reading, reader)
            put_arrivals(link, received.report.id, arrivals)
            steps.count(link, step)
            return True

    def arrived(self, report: str, arrivals: Iterable[Arrival]) -> None:
        """Keeps what a report came as."""
        with self._change() as link:
            put_arrivals(link, report, arrivals)

    def arrivals(self, report: str) -> tuple[Arrival, ...]:
        """What a report came as."""
        with told(self._path):
            return arrivals_of(self._link, report)

    def reread(self, reading: Reading, reader: str, *, step: int) -> None:
        """Puts a reading in the place of another reader's."""
        with self._change() as link:
            put_reading(link, reading, reader)
            steps.count(link, step)

    def report(self, report: str) -> ReportText:
        """The report under an id, as received."""
        with told(self._path):
            try:
                found = one_report(self._link, report)
            except msgspec.ValidationError as error:
                raise StoreError(f"{self._path}: report {report} is damaged ({error}); go back to a backup") from error
        if found is None:
            raise StoreError(f'{self._path}: has no report "{report}"; see nonpaper status {self._path}')
        return found

    def reports(self) -> tuple[Report, ...]:
        """What is known about each report, without its text."""
        with told(self._path):
            return all_about(self._link)

    def behind(self, reader: str) -> tuple[str, ...]:
        """Ids of the reports that this reader has not read."""
        with told(self._path):
            return unread(self._link, reader)

    def kept(self, reports: Iterable[str] | None = None) -> Iterator[Kept | Finding]:
        """The readings, one at a time."""
        with told(self._path):
            there = self._came.added(self._link)
            yield from each_kept(self._link, there if reports is None else [r for r in reports if r in there])

    def changes(self) -> int:
        """What SQLite counts for this connection when another one commits."""
        with told(self._path):
            return int(self._link.execute("PRAGMA data_version").fetchone()[0])

    def judge(self, judged: Iterable[Judged], *, step: int) -> None:
        """Records decisions, all or none."""
        with self._change() as link:
            put_judged(link, judged)
            steps.count(link, step)

    def judgements(self) -> tuple[Judged, ...]:
        """Every decision ever recorded."""
        with told(self._path):
            return all_judged(self._link)

    def ranks(self) -> dict[str, int]:
        """The words for who may see a report."""
        with told(self._path):
            return dict(self._link.execute("SELECT word, rank FROM handling ORDER BY rank, word"))

    def added(self) -> dict[str, str]:
        """When each report came in."""
        with told(self._path):
            return dict(self._came.added(self._link))

    def handled(self) -> dict[str, str | None]:
        """The word each report is marked with."""
        with told(self._path):
            return dict(self._link.execute("SELECT id, handling FROM report ORDER BY number"))

    def handle(self, word: str, rank: int, reports: Iterable[str]) -> None:
        """Marks reports with a word."""
        with self._change() as link:
            put_mark(link, word, rank, reports)

    def marks(self) -> dict[str, tuple[str, ...]]:
        """All words that reports are marked with."""
        with told(self._path):
            return all_marks(self._link)

    def unite(self, ranks: Mapping[str, int], marks: Mapping[str, Iterable[str]]) -> None:
        """Adds ranks and marks, of which the higher hold."""
        with self._change() as link:
            unite_marks(link, ranks, marks)

    @contextmanager
    def step(self, what: str, at: str) -> Iterator[int]:
        """Notes that a piece of work is under way; an error that was told counts as its end."""
        with self._change() as link:
            number = steps.begin(link, what, at)
        try:
            yield number
        finally:
            with suppress(StoreError), self._change() as link:  # what cannot be noted now is told next time
                steps.forget(link, number)

    def stopped(self) -> tuple[Step, ...]:
        """Pieces of work whose process is gone."""
        with told(self._path):
            found = steps.gone(self._link)
        if found and self._writable:
            with suppress(StoreError), self._change() as link:  # while another writes it is told once more
                for step in found:
                    steps.forget(link, step.number)
        return found

    def verify(self) -> Iterator[Finding]:
        """Everything that is not as it was written."""
        with told(self._path):
            yield from faults(self._link)

    def compact(self) -> None:
        """Gives back unused room, and brings the log into the file."""
        if not self._writable:
            raise StoreError(f"{self._path}: may only be read; make the file and its folder writable, or use a copy")
        with told(self._path):
            self._link.execute("VACUUM")
            self._link.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def backup(self, path: str) -> None:
        """A whole copy in a new file, made by SQLite's own backup while others may write."""
        if Path(path).exists():
            raise StoreError(f"{path}: is there already; choose another name")
        part = Path(f"{path}.part")
        with told(path):
            copy = sqlite3.connect(part)
            try:
                self._link.backup(copy)
            finally:
                copy.close()
        part.replace(path)

    def close(self) -> None:
        """Lets go of the file."""
        self._link.close()
