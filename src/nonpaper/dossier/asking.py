"""What can be asked of reports that were read: of a dossier and of reports in hand in the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from functools import cached_property
from os import PathLike, fspath
from typing import TYPE_CHECKING, BinaryIO, Literal, overload

from nonpaper.dossier.clock import made_at
from nonpaper.dossier.corpus import Corpus, corpus, readable
from nonpaper.dossier.drafts import Drafts, drafts_of
from nonpaper.dossier.reader import Reader
from nonpaper.dossier.reading import Progress, silent
from nonpaper.model.finding import Finding
from nonpaper.model.ledger import Ledger
from nonpaper.model.reading import Reading

if TYPE_CHECKING:
    from pyarrow import Table

    from nonpaper.present.exports.rows import (
        ClaimRow,
        CodeRow,
        JudgementRow,
        OriginRow,
        PositionRow,
        ProvisionRow,
        ReportRow,
        Row,
        TermRow,
    )
    from nonpaper.present.record import BriefRecord

StrPath = str | PathLike[str]


class Questions:
    """What can be asked. Each question starts from `corpus()`, and raises ReportError where that has no reading.

    Bad reports, and decisions that no longer find their words, raise nothing: `findings()` has them.

    >>> import nonpaper
    >>> reports = nonpaper.read("talks.dossier")
    >>> len(reports.brief()) > 50_000, reports.brief_record().parties
    (True, ('Aldoria', 'Coastal Union', 'Kessara', 'Norvia'))
    >>> print(reports.scenario_to_edit().splitlines()[0])
    # A draft of a scenario, made from reporting. It says what parties have said they would do, in their own
    """

    def corpus(self) -> Corpus:
        """The readings with all decisions applied, and these decisions."""
        raise NotImplementedError

    def remembering(self) -> AbstractContextManager[None]:
        """Within it what is asked again is made once; here it is not."""
        return nullcontext()

    def readings(self) -> Iterator[Reading]:
        """Each report's reading, corrected, in the order in which reports came."""
        yield from self.corpus().outcome.readings

    def findings(self) -> tuple[Finding, ...]:
        """What was left out, and decisions that did not find their words: what, where, what to do.

        >>> import nonpaper
        >>> for found in nonpaper.read("no-such-report.txt").findings():
        ...     print(f"{found.where}: {found.what}; {found.remedy}")
        no-such-report.txt: does not exist; check the path
        """
        outcome = self.corpus().outcome
        return (*outcome.left_out, *outcome.stale)

    def drafts(self) -> Drafts:
        """The texts that reports tell of: told apart, put together, compared. Slow on many reports; keep the answer.

        >>> import nonpaper
        >>> drafts = nonpaper.read("talks.dossier").drafts()
        >>> [version.name for version in drafts.versions.versions]
        ['22-point']
        """
        with self.remembering():
            return drafts_of(readable(self.corpus()))

    def ledger(self, *, draft: str | None = None, baseline: str = "facts") -> Ledger:
        """Who gives what to whom in one draft (by default the last reported), with the words; no totals, no score.

        >>> import nonpaper
        >>> ledger = nonpaper.read("talks.dossier").ledger()
        >>> ["force_limits" in side.bound_on for side in ledger.sides if side.party == "Kessara"]
        [True]

        `baseline` is "facts" (what holds today), "previous" (the draft before) or a party. ReportError where there is
        no such draft or baseline.
        """
        from nonpaper.dossier.analysis import ledger_from

        return ledger_from(self.drafts(), draft=draft, baseline=baseline)

    def brief(
        self,
        *,
        at: datetime | None = None,
        scenario: StrPath | None = None,
        sources: StrPath | None = None,
        since: date | StrPath | None = None,
    ) -> str:
        """The brief as one HTML page that loads nothing from outside, made `at` a time, by default now.

        A time without a zone is this machine's.
        `scenario` is the file of a scenario's model, `sources` one of reliabilities by outlet, `since` the day from
        which things are new, the file of an earlier brief beside which they are, or "corrected" (the last judgement).
        ScenarioError, CorrectionsError or BriefError where such a file cannot be used.
        """
        from nonpaper.dossier.brief import beside_of, given_of, page_of

        beside = beside_of(scenario=_path(scenario), sources=_path(sources), since=_day_or_path(since))
        with self.remembering():
            return page_of(given_of(self.corpus(), beside), now=made_at(at))

    def brief_record(
        self,
        *,
        at: datetime | None = None,
        scenario: StrPath | None = None,
        sources: StrPath | None = None,
        since: date | StrPath | None = None,
    ) -> BriefRecord:
        """The sections of the brief as one frozen record; errors as in `brief`."""
        from nonpaper.dossier.brief import beside_of, given_of, record_of

        beside = beside_of(scenario=_path(scenario), sources=_path(sources), since=_day_or_path(since))
        with self.remembering():
            return record_of(given_of(self.corpus(), beside), now=made_at(at))

    @overload
    def rows(self, table: Literal["reports"]) -> tuple[ReportRow, ...]: ...
    @overload
    def rows(self, table: Literal["claims"]) -> tuple[ClaimRow, ...]: ...
    @overload
    def rows(self, table: Literal["provisions"]) -> tuple[ProvisionRow, ...]: ...
    @overload
    def rows(self, table: Literal["positions"]) -> tuple[PositionRow, ...]: ...
    @overload
    def rows(self, table: Literal["codes"]) -> tuple[CodeRow, ...]: ...
    @overload
    def rows(self, table: Literal["terms"]) -> tuple[TermRow, ...]: ...
    @overload
    def rows(self, table: Literal["origins"]) -> tuple[OriginRow, ...]: ...
    @overload
    def rows(self, table: Literal["judgements"]) -> tuple[JudgementRow, ...]: ...
    @overload
    def rows(self, table: str) -> tuple[Row, ...]: ...
    def rows(self, table: str) -> tuple[Row, ...]:
        """The rows of one table as frozen records, in the order of the reports and of the text.

        The tables: reports, claims, provisions, positions, codes, terms, origins, judgements; their columns stand in
        docs/exports.md. ExportError where there is no such table.

        >>> import nonpaper
        >>> for row in nonpaper.read("talks.dossier").rows("terms"):
        ...     if row.topic == "force_limits":
        ...         print(row.account, "of", row.accounts, row.value, row.words)
        1 of 3 60,000 A limit of 60,000 personnel on the Kessaran armed forces
        2 of 3 80,000 limits the army to 80,000 in peacetime
        3 of 3 half Kessara to cut its army by half
        """
        from nonpaper.dossier.exports import rows_of

        return rows_of(self.corpus(), self.drafts(), table)

    def table(self, table: str) -> Table:
        """The same as an Arrow table: lists stay lists, days are days, moments have their zone, the unknown is null.

        ExportError where there is no such table, MissingExtraError where pyarrow is not installed.

        >>> import nonpaper
        >>> table = nonpaper.read("talks.dossier").table("terms")
        >>> table.schema.field("published_on").type, table.schema.field("origins").type
        (DataType(date32[day]), ListType(list<item: string not null>))
        """
        from nonpaper.dossier.exports import arrow_of

        return arrow_of(self.corpus(), self.drafts(), table)

    def export(self, form: str = "csv", tables: Sequence[str] = ()) -> dict[str, bytes]:
        """Files for other programs by name: one a table (by default all), or the one document of the format.

        `form` is csv, parquet, jsonl, webannotation, prov, bibtex or csl. ExportError where there is none of that name.

        >>> import nonpaper
        >>> files = nonpaper.read("talks.dossier").export("csv", ["terms", "origins"])
        >>> sorted(files)
        ['origins.csv', 'terms.csv']
        """
        from nonpaper.dossier.exports import files_of

        return files_of(self.corpus(), self.drafts(), form, tables)

    def corrections_to_edit(self) -> str:
        """A corrections file to start from, as TOML; valid as it stands, and changes nothing."""
        from nonpaper.judgements import template

        return template(self.corpus().outcome.readings)

    def problem_to_edit(self, *, draft: str | None = None) -> str:
        """A bargaining problem to start from, as TOML; every line has its evidence. ReportError for no such draft."""
        from nonpaper.dossier.analysis import problem_to_edit

        return problem_to_edit(self.drafts(), draft=draft)

    def scenario_to_edit(self) -> str:
        """A scenario's model to start from, as TOML: what each party has said it would do, with its evidence."""
        from nonpaper.scenarios import draft_model

        return draft_model(readable(self.corpus()).outcome.readings)


class Reports(Questions):
    """Reports that were read, as they were at one moment: asked twice, they are put together once."""

    def __init__(self, made: Corpus) -> None:
        self._corpus = made

    def corpus(self) -> Corpus:
        """As they were read."""
        return self._corpus

    def drafts(self) -> Drafts:
        """The texts that they tell of, put together once."""
        return self._drafts

    def __repr__(self) -> str:
        outcome = self._corpus.outcome
        return f"<{len(outcome.readings)} reports read, {len(self.findings())} findings>"

    @cached_property
    def _drafts(self) -> Drafts:
        return super().drafts()


def read(
    *paths: StrPath,
    corrections: StrPath | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
    jobs: int = 1,
    reader: Reader | None = None,
) -> Reports:
    """Reads report files and folders, or one dossier, and applies the entries of a corrections file.

    Bad reports raise nothing: `findings()` of the answer has them. StoreError or CorrectionsError where the dossier or
    the corrections cannot be used. Reading takes about a second an article; `jobs` processes read side by side, and
    `progress` is called with each path; `reader` reads in place of the thorough one: `quick_reader()`, or a cluster's.
    The path "-" is `stdin`: a report in hand, `io.BytesIO(text.encode())`.

    >>> import nonpaper
    >>> nonpaper.read("talks.dossier")
    <3 reports read, 0 findings>
    """
    named = [fspath(path) for path in paths]
    return Reports(
        corpus(named, corrections=_path(corrections), stdin=stdin, progress=progress, jobs=jobs, reader=reader)
    )


def _path(given: StrPath | None) -> str | None:
    return None if given is None else fspath(given)


def _day_or_path(given: date | StrPath | None) -> date | str | None:
    return given if given is None or isinstance(given, date) else fspath(given)
