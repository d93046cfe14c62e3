"""The rows of every export, one class a table; documented field by field in `docs/exports.md`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal

import msgspec

from nonpaper.judgements.records import EntryKind, ItemKind
from nonpaper.model.codes import (
    Act,
    Basis,
    Manner,
    Modality,
    Mood,
    PresentedAs,
    SourceKind,
    Stance,
    Status,
    TextStatus,
    Topic,
)
from nonpaper.model.support import Tie
from nonpaper.model.version import KnownFrom

Names = tuple[str, ...]


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record"):
    """What all rows share: `record` names the kind of row where rows of several kinds stand in one file."""


class ReportRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="report"):
    """One report that was read."""

    report: str
    outlet: str | None
    title: str | None
    published: str | None
    published_on: date | None
    published_at: datetime | None
    date_doubt: str | None
    language: str | None
    url: str | None
    path: str
    origins: Names
    characters: int


class ClaimRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="claim"):
    """One attribution: who said, thought, wanted or did what, through whom."""

    claim: str
    report: str
    published_on: date | None
    start: int
    end: int
    words: str
    source: str
    resolved: str
    cue: str
    kind: SourceKind
    party: str | None
    via: Names
    act: Act
    manner: Manner
    mood: Mood
    hedged: bool
    denied: bool
    unsure: bool
    doubts: Names
    checked_by: str | None


class ProvisionRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="provision"):
    """One report's statement of one provision. Only `presented_as` = draft is a term of a text."""

    provision: str
    report: str
    published_on: date | None
    start: int
    end: int
    words: str
    draft: str | None
    draft_id: str | None
    term: str | None
    number: str | None
    topic: Topic
    presented_as: PresentedAs
    text_status: TextStatus | None
    status: Status
    modality: Modality | None
    obligor: Names
    beneficiary: Names
    value: str | None
    deadline: str | None
    verifier: Names
    conditions: Names
    origins: Names
    claim: str | None
    unsure: bool
    doubts: Names
    checked_by: str | None


class PositionRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="position"):
    """One party's stance as one report states it. Only basis `self` is the party's own word."""

    position: str
    report: str
    published_on: date | None
    start: int
    end: int
    words: str
    party: str
    speaker: str | None
    topic: Topic
    stance: Stance
    basis: Basis
    contested: bool | None
    conditions: Names
    claim: str | None
    unsure: bool
    doubts: Names
    checked_by: str | None


class CodeRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="code"):
    """One code proposed for one statement of a provision, for a person to confirm; never certain."""

    provision: str
    report: str
    vocabulary: Literal["PA-X", "PAM"]
    code: str
    name: str
    proposed: Literal[True] = True
    rule: str
    start: int
    end: int
    words: str


class TermRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="term"):
    """One account of one term: where reports differ on a term, it has a row for each account, side by side.

    Only `presented_as` = draft is a term of a text. The words are those of the account's statement reported first.
    """

    term: str
    draft: str | None
    draft_id: str | None
    known_from: KnownFrom | None
    number: str | None
    topic: Topic
    presented_as: PresentedAs
    text_status: TextStatus | None
    account: int
    accounts: int
    contested: bool
    value: str | None
    report: str
    published_on: date | None
    start: int
    end: int
    words: str
    statements: Names
    reports: Names
    origins: Names
    origin_unknown: Names
    attested_in: Names
    published_in: Names
    agreed_in: Names
    signed_in: Names
    denied_in: Names
    may_be: Names
    narrower_than: Names


class OriginRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="origin"):
    """One way from an origin, through its carriers, to one report's statement of a term.

    Separate origins are not known to be independent: a common leaker is never excluded.
    """

    term: str
    origin: str | None
    names: Names
    through: Names
    tie: Tie
    provision: str
    report: str
    published_on: date | None
    start: int
    end: int
    words: str


class JudgementRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="judgement"):
    """One decision of a person that is in force, in the order in which they act.

    `words` are exact where they have `start` and `end`; else they are as the person wrote them, or empty for a whole
    report. What was not applied is named in the findings that come with the readings.
    """

    judgement: int
    decision: EntryKind
    item: ItemKind | None
    report: str
    start: int | None
    end: int | None
    words: str
    found: bool
    other_report: str | None
    other_words: str | None
    sets: Names
    by: str
    reason: str
    decided_on: date
    recorded_at: datetime | None


TABLES: dict[str, type[Row]] = {
    "reports": ReportRow,
    "claims": ClaimRow,
    "provisions": ProvisionRow,
    "positions": PositionRow,
    "codes": CodeRow,
    "terms": TermRow,
    "origins": OriginRow,
    "judgements": JudgementRow,
}
AnyRow = ReportRow | ClaimRow | ProvisionRow | PositionRow | CodeRow | TermRow | OriginRow | JudgementRow
Tables = Mapping[str, tuple[Row, ...]]
