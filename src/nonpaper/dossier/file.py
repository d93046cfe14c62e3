"""A dossier: reports, readings and judgements that stay, in one file; everything else is computed from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from os import fspath
from types import TracebackType
from typing import TYPE_CHECKING, BinaryIO, Self

import msgspec

from nonpaper.dossier import adding, deciding, differing, handling, merging
from nonpaper.dossier.asking import Questions, Reports, StrPath
from nonpaper.dossier.clock import made_at
from nonpaper.dossier.corpus import Corpus
from nonpaper.dossier.correcting import Correction, entry_for, reports_in
from nonpaper.dossier.reader import Reader, shipped_reader
from nonpaper.dossier.reading import Outcome, Progress, silent
from nonpaper.dossier.recorded import Judgement, judgements_of
from nonpaper.errors import StoreError
from nonpaper.judgements import Corrections
from nonpaper.judgements.records import Entry
from nonpaper.model.finding import Finding
from nonpaper.remembered import Memory
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


class Dossier(Questions):
    """An open dossier: what it keeps, and all that can be asked of it. Use it in a `with` block, or call `close`.

    >>> import nonpaper
    >>> with nonpaper.open_dossier("talks.dossier") as dossier:
    ...     print(dossier.add("reports").same, "there already")
    ...     print([reading.report.outlet for reading in dossier.readings()])
    3 there already
    ['Harbour Post', 'Lorn Gazette', 'Hadrin Wire']
    """

    def __init__(self, store: Store, reader: Reader | None = None) -> None:
        self.store, self.reader = store, reader or shipped_reader()
        self.stopped = tuple(_stopped(store))
        self._memory = Memory()

    def remembering(self) -> AbstractContextManager[None]:
        """Within it what rests on the same reports as before is not made anew."""
        return self._memory.remembering()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file."""
        self.store.close()
        self._memory.forget()

    def add(
        self,
        *paths: StrPath,
        stdin: BinaryIO | None = None,
        progress: Progress = silent,
        jobs: int = 1,
        limits: Limits | None = None,
        articles: bool = False,
    ) -> adding.Added:
        """Adds report files, folders and what stands at addresses, each report once; raises nothing for bad input.

        Each is in as soon as it is read, about a second an article. `progress` is called with each path, `jobs`
        processes read side by side. The answer has the ids of what came in, and a finding for each thing left out.
        Only what is named by its address (http, https) is fetched, and of a feed its articles where `articles` asks.
        """
        return adding.add_paths(
            self.store,
            [fspath(path) for path in paths],
            reader=self.reader,
            at=now(),
            stdin=stdin,
            progress=progress,
            jobs=jobs,
            limits=limits,
            articles=articles,
        )

    def rebuild(self, *, progress: Progress = silent, jobs: int = 1) -> tuple[int, tuple[Finding, ...]]:
        """Reads again what another reader read; how many, what was left out, judgements that find no words now."""
        again = adding.reread(self.store, reader=self.reader, at=now(), progress=progress, jobs=jobs)
        return again.done, (*again.left_out, *deciding.stale_of(self.store))

    def judge(
        self,
        corrections: str | Iterable[Correction],
        *,
        by: str | None = None,
        reason: str | None = None,
        file: str = "corrections",
    ) -> deciding.Decided:
        """Records decisions, all or none: the text of a corrections file, or what was decided in code.

        `by` and `reason` stand in for what entries leave out; decisions in code need `by`. CorrectionsError where
        something is missing or not allowed. What finds no words is recorded, and told in `stale`.

        >>> import nonpaper
        >>> dossier = nonpaper.open_dossier("talks.dossier")
        >>> row = next(row for row in dossier.rows("positions") if row.stance == "red_line")
        >>> milder = nonpaper.Correction(kind="change", on=row, set={"stance": "rejects"}, reason="no line was named")
        >>> done = dossier.judge([milder], by="A. Analyst")
        >>> len(done.added), done.stale
        (1, ())
        >>> [(j.author, j.in_force, j.entry["set"]) for j in dossier.judgements()]
        [('A. Analyst', True, {'stance': 'rejects'})]
        >>> dossier.close()
        """
        if isinstance(corrections, str):
            return deciding.judge(self.store, corrections, file=file, author=by, reason=reason, at=now())
        return deciding.record(self.store, self._entries(tuple(corrections), by), at=now())

    def _entries(self, given: tuple[Correction, ...], by: str | None) -> tuple[Entry, ...]:
        """What was decided in code, with the words found in the reports as they are corrected now."""
        named = [name for each in given for name in reports_in(each)]
        readings = deciding.named(self.store, named)
        signed = {"author": by or "", "date": now()[:10]}
        return tuple(entry_for(each, number, signed, readings) for number, each in enumerate(given, start=1))

    def judgements(self) -> tuple[Judgement, ...]:
        """Every decision ever recorded, in the order of time, those taken back too."""
        return judgements_of(self.store)

    def undo(self, judgement: str, *, by: str, reason: str) -> str:
        """Takes a judgement back, by the start of its id; the id of the undoing. Nothing is deleted.

        StoreError where no judgement, several, or one that is not in force begins so, or `by` or `reason` is empty.
        """
        if not (by.strip() and reason.strip()):
            raise StoreError(f"{self.store.path}: who takes it back, and why? Both are kept with it")
        return deciding.undo(self.store, judgement, author=by, reason=reason, at=now())

    def corrections(self) -> Corrections:
        """The judgements in force."""
        return deciding.corrections_of(self.store)

    def mark(self, word: str, *reports: str, rank: int | None = None) -> tuple[str, ...]:
        """Says who may see the reports named by id, path, file name or title; ids of those marked.

        >>> import nonpaper
        >>> dossier = nonpaper.open_dossier("talks.dossier")
        >>> _ = dossier.mark("open", "01-harbour-post.txt"), dossier.mark("restricted", "02-lorn-gazette.txt")
        >>> len(list(dossier.reports(up_to="internal").readings()))
        1
        >>> dossier.close()

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
        """Takes in what another dossier holds; it is left as it is. Which of two is asked first makes no difference.

        The answer counts what came in, and has a question where two people decided one thing differently. StoreError,
        and nothing taken in, where the other is damaged.
        """
        return merging.merge(self.store, other.store, at=now())

    def added(self) -> dict[str, str]:
        """When each report came in, ISO 8601 with its zone, by its id."""
        return self.store.added()

    def recorded(self) -> tuple[str, ...]:
        """When each of `corrections` was recorded, in their order."""
        return tuple(judged.at for judged in deciding.in_force(self.store.judgements()))

    def corpus(self, more: Corrections | None = None) -> Corpus:
        """All readings with the judgements applied, by `more` last, and these decisions."""
        own, times = self.corrections(), self.recorded()
        every = msgspec.structs.replace(own, entries=(*own.entries, *(more.entries if more else ())))
        return Corpus(
            outcome=self.outcome(more), decided=every, path=self.store.path, added=self.added(), recorded=times
        )

    def corpus_up_to(self, word: str) -> Corpus:
        """As `corpus`, of what `up_to` shows alone."""
        outcome, times, added = self.up_to(word), self.recorded(), self.added()
        shown = [r.report.id for r in outcome.readings]
        about = handling.about_only(self.corrections(), shown)
        recorded = tuple(times[e.number - 1] for e in about.entries)
        return Corpus(
            outcome=outcome,
            decided=about,
            path=self.store.path,
            ceiling=word,
            added={one: added[one] for one in shown},
            recorded=recorded,
        )

    def reports(self, *, up_to: str | None = None) -> Reports:
        """The dossier as it is now, to ask several questions of at the cost of one; it stays so when the file changes.

        `up_to` leaves out reports marked higher than this word, or not at all, as if they were not there.
        """
        return Reports(self.corpus() if up_to is None else self.corpus_up_to(up_to))

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
        what = f"{older} of its {len(kept)} reports were read by another reader"
        return (_note(self.store.path, what, f"read them again: nonpaper rebuild {self.store.path}"),)

    def status(self) -> Status:
        """Counts and questions; O(reports), of which only those are read that several people judged.

        >>> import nonpaper
        >>> with nonpaper.open_dossier("talks.dossier") as dossier:
        ...     print(dossier.status().counts.reports, "reports")
        3 reports
        """
        counts = self.store.counts(self.reader.name)
        held = len(deciding.in_force(self.store.judgements()))
        return Status(counts=counts, in_force=held, stopped=self.stopped, questions=differing.questions(self.store))

    def check(self) -> Iterator[Finding]:
        """Everything that is not as it was written, and judgements that do not find their words; O(size).

        >>> import nonpaper
        >>> with nonpaper.open_dossier("talks.dossier") as dossier:
        ...     print(list(dossier.check()))
        []
        """
        yield from self.store.verify()
        yield from deciding.stale_of(self.store)

    def compact(self) -> None:
        """Gives back the room that old readings took, and leaves one file."""
        self.store.compact()

    def backup(self, path: StrPath) -> None:
        """A whole copy in a new file, made while others may write; StoreError where something has that name."""
        self.store.backup(fspath(path))


def now() -> str:
    """The clock's time with its zone, ISO 8601."""
    return made_at(None).isoformat()


def open_dossier(path: StrPath, *, reader: Reader | None = None) -> Dossier:
    """The dossier in a file; StoreError where it is none, damaged, or a newer program's.

    >>> import nonpaper
    >>> nonpaper.open_dossier("no-such.dossier")
    Traceback (most recent call last):
    nonpaper.errors.StoreError: no-such.dossier: ...
    """
    return Dossier(open_store(fspath(path)), reader)


def create_dossier(path: StrPath, *, reader: Reader | None = None) -> Dossier:
    """A new, empty dossier; StoreError where something has that name already."""
    return Dossier(create_store(fspath(path)), reader)


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
