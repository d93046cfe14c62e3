"""The brief as frozen data: what each section shows, in order. Templates only render it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

import msgspec

from nonpaper import __version__
from nonpaper.model.draft import Consolidation, Matrix
from nonpaper.model.finding import Finding
from nonpaper.model.judgement import Reviewed
from nonpaper.model.reading import Reading
from nonpaper.present.marks import Run


class Quote(msgspec.Struct, frozen=True, kw_only=True):
    """Exact words of a report, with the words around them and where they stand."""

    report: str
    start: int
    end: int
    words: str
    before: str = ""
    after: str = ""
    outlet: str = ""
    published: str = ""
    chain: tuple[str, ...] = ()


class WordingView(msgspec.Struct, frozen=True, kw_only=True):
    """One report's words for a term, and what they are said to mean."""

    quote: Quote
    modality: str
    obligor: tuple[str, ...]
    beneficiary: tuple[str, ...]
    conditions: tuple[str, ...]
    status: str
    reviewed: Reviewed | None


class StandView(msgspec.Struct, frozen=True, kw_only=True):
    """One stance with its words; `own` where the party itself said it."""

    party: str
    mark: str
    says: str
    own: bool
    basis: str
    quote: Quote
    speaker: str
    conditions: tuple[str, ...]
    reviewed: Reviewed | None


class TermView(msgspec.Struct, frozen=True, kw_only=True):
    """One term: accounts side by side, separate origins, and the stances stated on its topic."""

    anchor: str
    number: str
    topic: str
    presented: str
    accounts: tuple[tuple[str, tuple[WordingView, ...]], ...]
    origins: tuple[str, ...]
    reports: int
    denied: bool
    text_status: str
    stands: tuple[StandView, ...] = ()


class CellView(msgspec.Struct, frozen=True, kw_only=True):
    """A cell of the matrix; empty where nothing was read."""

    stands: tuple[StandView, ...] = ()
    contested: bool = False


class RowView(msgspec.Struct, frozen=True, kw_only=True):
    """One topic's row."""

    topic: str
    cells: tuple[CellView, ...]


class DraftView(msgspec.Struct, frozen=True, kw_only=True):
    """One text and its terms."""

    anchor: str
    name: str
    first: str
    terms: tuple[TermView, ...]


class Doubt(msgspec.Struct, frozen=True, kw_only=True):
    """An item that the reader is not sure of."""

    what: str
    quote: Quote
    why: str


class ReportView(msgspec.Struct, frozen=True, kw_only=True):
    """One report whole, with its marks."""

    anchor: str
    title: str
    outlet: str
    published: str
    language: str
    url: str
    id: str
    origins: tuple[str, ...]
    runs: tuple[Run, ...]
    findings: tuple[Finding, ...]


class Correction(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided about one item."""

    what: str
    quote: Quote
    reviewed: Reviewed


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of the summary and where its evidence stands."""

    text: str
    links: tuple[tuple[str, str], ...]


class BriefView(msgspec.Struct, frozen=True, kw_only=True):
    """The whole page."""

    title: str
    known_on: str
    checked: str
    counts: tuple[tuple[str, str], ...]
    short: tuple[Sentence, ...]
    drafts: tuple[DraftView, ...]
    outside: tuple[TermView, ...]
    questions: tuple[tuple[str, str, str], ...]
    parties: tuple[str, ...]
    rows: tuple[RowView, ...]
    origins: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    absent: tuple[str, ...]
    review: tuple[Doubt, ...]
    reports: tuple[ReportView, ...]
    left_out: tuple[Finding, ...]
    corrections: tuple[Correction, ...]
    version: str = __version__


def brief_view(
    readings: Sequence[Reading],
    consolidation: Consolidation,
    matrix: Matrix,
    *,
    left_out: Iterable[Finding],
    now: datetime,
) -> BriefView:
    """Everything the page shows, from what was read, put together and corrected."""
    from nonpaper.present.sections import Page  # the sections are built over these records

    return Page(readings, consolidation, matrix).view(tuple(left_out), now)
