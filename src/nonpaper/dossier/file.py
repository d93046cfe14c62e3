"""A dossier: reports, readings and judgements that stay, in one file; everything else is computed from them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

import msgspec

from nonpaper.dossier import adding, deciding, differing, handling, merging
from nonpaper.dossier.reader import Reader, shipped_reader
from nonpaper.dossier.reading import Outcome, Progress, silent
from nonpaper.judgements import Corrections
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.store import Counts, Kept, Store, create_store, open_store

if TYPE_CHECKING:
    from nonpaper.fetch import Limits


class Status(msgspec.Struct, frozen=True, kw_only=True):
    """What a dossier holds; `in_force` of all judgements, what stopped half way before this call, and questions:

    what different people decided differently.
    """

    counts: Counts
    in_force: int
    stopped: tuple[Finding, ...]
    questions: tuple[Finding, ...] = ()


class Dossier:
    """An open dossier. Use it in a `with` block, or call `close`.

    >>> import tempfile, pathlib, nonpaper
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> report = folder / "leak.txt"
    >>> _ = report.write_text("The draft would ban foreign bases in Kessara, two officials said.")
    >>> with nonpaper.create_dossier(folder / "talks.dossier") as dossier:
    ...     print(len(dossier.add(report).added), "added")
    ...     print(dossier.add(report).same, "there already")
    ...     print([reading.report.path == str(report) for reading in dossier.readings()])
    1 added
    1 there already
    [True]
    """

    def __init__(self, store: Store, reader: Reader | None = None) -> None:
        self.store, self.reader = store, reader or shipped_reader()
        self.stopped = tuple(_stopped(store))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self.store.close()

    def add(
        self,
        *paths: object,
        stdin: BinaryIO | None = None,
        progress: Progress = silent,
        jobs: int = 1,
        limits: Limits | None = None,
        articles: bool = False,
    ) -> adding.Added:
        """Adds report files, folders and what stands at addresses, each report once; raises nothing for bad input.

        Only what is named by its address (http, https) is fetched, and of a feed its articles where `articles` asks.
        """
        return adding.add_paths(
            self.store,
            [str(path) for path in paths],
            reader=self.reader,
            at=now(),
            stdin=stdin,
            progress=progress,
            jobs=jobs,
            limits=limits,
            articles=articles,
        )

    def rebuild(self, *, progress: Progress = silent, jobs: int = 1) -> tuple[int, tuple[Finding, ...]]:
        """Reads again what an older reader read; how many, what was left out, judgements that find no words now."""
        again = adding.reread(self.store, reader=self.reader, at=now(), progress=progress, jobs=jobs)
        return again.done, (*again.left_out, *deciding.stale_of(self.store))

    def judge(
        self, corrections: str, *, by: str | None = None, reason: str | None = None, file: str = "corrections"
    ) -> deciding.Decided:
        """Records the entries of a corrections file, given as its text; CorrectionsError where it cannot be used."""
        return deciding.judge(self.store, corrections, file=file, author=by, reason=reason, at=now())

    def undo(self, judgement: str, *, by: str, reason: str) -> str:
        """Takes a judgement back, by the start of its id; the id of the undoing."""
        return deciding.undo(self.store, judgement, author=by, reason=reason, at=now())

    def readings(self) -> Iterator[Reading]:
        """Each report's reading with the judgements applied, in the order in which reports came."""
        yield from self.outcome().readings

    def corrections(self) -> Corrections:
        """The judgements in force."""
        return deciding.corrections_of(self.store)

    def mark(self, word: str, *reports: str, rank: int | None = None) -> tuple[str, ...]:
        """Says who may see the reports named by id, path, file name or title; ids of those marked.

        `rank` gives a word of your own its place: open is 0, internal 10, restricted 20. StoreError for a report or a
        word that is not known; nothing is marked then.
        """
        return handling.mark(self.store, word, reports, rank)

    def up_to(self, word: str) -> Outcome:
        """As `outcome`, of the reports marked `word` or lower alone, as if the others were not in the dossier.

        What nobody has marked is left out too. How many are left out is said, and nothing else about them.
        """
        shown, hidden = handling.allowed(self.store, word)
        decided = handling.about_only(self.corrections(), shown)
        outcome = self._outcome(tuple(self.store.kept(shown)), decided, None)
        clean = tuple(handling.without_others(reading) for reading in outcome.readings)
        note = handling.not_shown(self.store.path, word, hidden)
        return msgspec.structs.replace(outcome, readings=clean, stale=(*note, *outcome.stale))

    def merge(self, other: Dossier) -> merging.Merged:
        """Takes in what another dossier holds; it is left as it is. Which of two is asked first makes no difference."""
        return merging.merge(self.store, other.store, at=now())

    def added(self) -> dict[str, str]:
        """When each report came in, ISO 8601 with its zone, by its id."""
        return self.store.added()

    def recorded(self) -> tuple[str, ...]:
        """When each of `corrections` was recorded, in their order."""
        return tuple(judged.at for judged in deciding.in_force(self.store.judgements()))

    def outcome(self, more: Corrections | None = None) -> Outcome:
        """All readings corrected, by `more` last; what has no reading, and judgements that found no words."""
        return self._outcome(tuple(self.store.kept()), self.corrections(), more)

    def _outcome(self, kept: tuple[Kept | Finding, ...], decided: Corrections, more: Corrections | None) -> Outcome:
        left_out = tuple(item for item in kept if isinstance(item, Finding))
        readings = [item.reading for item in kept if isinstance(item, Kept)]
        done, stale = deciding.corrected(self.store, readings, decided)
        if more is not None:
            done, missed = deciding.corrected(self.store, done, more)
            stale = (*stale, *missed)
        return Outcome(readings=done, left_out=left_out, stale=(*stale, *self._behind(kept)))

    def _behind(self, kept: tuple[Kept | Finding, ...]) -> tuple[Finding, ...]:
        older = sum(isinstance(item, Kept) and item.reader != self.reader.name for item in kept)
        if not older:
            return ()
        what = f"{older} of its {len(kept)} reports were read by an older reader"
        return (_note(self.store.path, what, f"read them again: nonpaper rebuild {self.store.path}"),)

    def brief(self, *, at: datetime | None = None) -> str:
        """The brief as one HTML page, made at a time with its zone (by default now).

        Raises ReportError where the dossier has no reading.
        """
        from nonpaper.dossier.brief import Given, page_of

        decided = self.corrections()
        apart = differing.apart_in(self.store, decided.entries, self.recorded())
        given = Given(outcome=self.outcome(), decided=decided, apart=apart)
        return page_of(given, now=at or datetime.now().astimezone())

    def status(self) -> Status:
        """Counts and questions; O(reports), of which only those are read that several people judged."""
        counts = self.store.counts(self.reader.name)
        held = len(deciding.in_force(self.store.judgements()))
        return Status(counts=counts, in_force=held, stopped=self.stopped, questions=differing.questions(self.store))

    def check(self) -> Iterator[Finding]:
        """Everything that is not as it was written, and judgements that do not find their words."""
        yield from self.store.verify()
        yield from deciding.stale_of(self.store)


def now() -> str:
    """The clock's time with its zone, ISO 8601."""
    return datetime.now().astimezone().isoformat()


def open_dossier(path: object, *, reader: Reader | None = None) -> Dossier:
    """The dossier in a file; StoreError where it is none, damaged, or a newer program's."""
    return Dossier(open_store(str(path)), reader)


def create_dossier(path: object, *, reader: Reader | None = None) -> Dossier:
    """A new, empty dossier; StoreError where something has that name already."""
    return Dossier(create_store(str(path)), reader)


def _stopped(store: Store) -> Iterator[Finding]:
    for step in store.stopped():
        what, remedy = _ENDS[step.what if step.what in _ENDS else "add"]
        done = what.format(step.done) if step.done or step.what != "judge" else "none of its judgements is in"
        yield _note(store.path, f"{step.what} begun {step.begun} was interrupted; {done}", remedy)


_ENDS = {
    "merge": ("{} things that it had stored are in, the one under way was undone", "merge again for the rest"),
    "add": ("{} reports that it had stored are in, the one under way was undone", "add the same again for the rest"),
    "rebuild": ("{} reports had been read again and are kept", "rebuild again for the rest"),
    "judge": (
        "it was undone unless the list of judgements shows it",
        "look at `nonpaper judge --list`, and judge again",
    ),
}


def _note(where: str, what: str, remedy: str) -> Finding:
    return Finding(code="dossier", level="note", where=where, what=what, remedy=remedy)
