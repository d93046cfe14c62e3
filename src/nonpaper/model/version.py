"""Versions: which texts reports tell of, told apart by count of points, name and date, and what ties one to another."""

from __future__ import annotations

from typing import Literal

import msgspec

from nonpaper.model.finding import Finding
from nonpaper.model.particular import Aspect
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span

KnownFrom = Literal["own_text", "leaked_text", "reports"]
LinkKind = Literal["revises", "cut", "grown", "replaces", "rests_on", "answers"]


class Evidence(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Exact words of one report, and whose they are. `outlet` is the best name there is for the report.

    `doubted` says that its date cannot be right; it is shown as given and counts for nothing.
    """

    report: str
    span: Span
    words: str
    outlet: str
    published: str | None = None
    doubted: bool = False


class Stated(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """A particular of a version: `says` are the words that state it, `evidence` the sentence that they stand in."""

    aspect: Aspect
    says: str
    evidence: Evidence
    value: str | None = None
    party: str | None = None


class Version(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One text as reports name it. `name` is the `Provision.draft` of every statement that lands on it.

    `dates` are the days or months that reports themselves give the text, ISO; `places` what stands between its count
    and its noun ("Geneva"). `namings` holds the first naming of each report, oldest first.
    """

    id: str
    name: str
    points: int | None = None
    places: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    first_reported: str | None = None
    known_from: KnownFrom = "reports"
    statements: int = 0
    namings: tuple[Evidence, ...] = ()
    particulars: tuple[Stated, ...] = ()


class Link(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One report says that `later` came of `earlier`; None where it does not say which text is meant."""

    kind: LinkKind
    later: str | None
    earlier: str | None
    evidence: Evidence


class VersionQuestion(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Versions that may be one, or a statement that may be of several: kept apart, and asked of a person."""

    versions: tuple[str, ...]
    asks: str
    evidence: tuple[Evidence, ...]


class Versions(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """All texts told apart, and the readings with each statement put to the version that it is of, or to none."""

    readings: tuple[Reading, ...] = ()
    versions: tuple[Version, ...] = ()
    links: tuple[Link, ...] = ()
    questions: tuple[VersionQuestion, ...] = ()
    findings: tuple[Finding, ...] = ()
