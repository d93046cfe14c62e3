"""The port: what use cases ask of wherever a dossier is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report, ReportText
from nonpaper.store.records import Arrival, Counts, Judged, Kept, Step


class Store(Protocol):
    """Reports, readings, judgements, and steps under way. What cannot be done raises StoreError and changes nothing."""

    @property
    def path(self) -> str:
        """Where it lies, for messages."""
        ...

    def counts(self, reader: str) -> Counts:
        """How much there is; O(reports), without reading a text."""
        ...

    def same(self, received: ReportText) -> str | None:
        """The id under which a report with this content is kept."""
        ...

    def text_under(self, report: str) -> str | None:
        """The text kept under an id."""
        ...

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
        """Keeps a report with its reading and what it came as, all or nothing; False where its content is kept."""
        ...

    def arrived(self, report: str, arrivals: Iterable[Arrival]) -> None:
        """Keeps what a report that is there came as; what is kept already stays."""
        ...

    def arrivals(self, report: str) -> tuple[Arrival, ...]:
        """What a report came as, where it came from addresses; in the order of time."""
        ...

    def reread(self, reading: Reading, reader: str, *, step: int) -> None:
        """Puts a reading in the place of another reader's."""
        ...

    def report(self, report: str) -> ReportText:
        """The report under an id, as received."""
        ...

    def behind(self, reader: str) -> tuple[str, ...]:
        """Ids of the reports that this reader has not read, in the order in which they came."""
        ...

    def kept(self, reports: Iterable[str] | None = None) -> Iterator[Kept | Finding]:
        """The readings in the order of their reports, one at a time; one that cannot be used comes as a finding."""
        ...

    def reports(self) -> tuple[Report, ...]:
        """What is known about each report, without its text, in the order in which they came."""
        ...

    def changes(self) -> int:
        """A number that is another one after somebody else has changed the file."""
        ...

    def judge(self, judged: Iterable[Judged], *, step: int) -> None:
        """Records decisions, all or none."""
        ...

    def judgements(self) -> tuple[Judged, ...]:
        """Every decision ever recorded, those taken back too, in the order of time."""
        ...

    def ranks(self) -> dict[str, int]:
        """The words for who may see a report; the higher the number, the fewer."""
        ...

    def added(self) -> dict[str, str]:
        """When each report came in, ISO 8601 with its zone, by its id, in the order in which they came."""
        ...

    def handled(self) -> dict[str, str | None]:
        """The word each report is marked with, by its id, in the order in which they came."""
        ...

    def handle(self, word: str, rank: int, reports: Iterable[str]) -> None:
        """Marks reports with a word, in place of all marks they had; its rank is made known first; all or none."""
        ...

    def marks(self) -> dict[str, tuple[str, ...]]:
        """All words that reports are marked with, by id, in the order of the alphabet; `handled` has the highest."""
        ...

    def unite(self, ranks: Mapping[str, int], marks: Mapping[str, Iterable[str]]) -> None:
        """Adds marks to those that reports have; of two ranks of a word, and of two marks, the higher holds."""
        ...

    def step(self, what: str, at: str) -> AbstractContextManager[int]:
        """Notes that a piece of work is under way, so that the next call can say where it stopped."""
        ...

    def stopped(self) -> tuple[Step, ...]:
        """Pieces of work whose process is gone; noted once, then forgotten where the file can be written."""
        ...

    def verify(self) -> Iterator[Finding]:
        """Everything that is not as it was written; empty where all is well."""
        ...

    def compact(self) -> None:
        """Gives back unused room."""
        ...

    def backup(self, path: str) -> None:
        """A whole copy in a new file."""
        ...

    def close(self) -> None:
        """Lets go of the file."""
        ...
