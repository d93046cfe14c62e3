"""The rows of every export, one class a table; documented field by field in `docs/exports.md`."""

from __future__ import annotations

from typing import Literal

import msgspec

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

Names = tuple[str, ...]


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="record"):
    """What all rows share: `record` names the kind of row where rows of several kinds stand in one file."""


class ReportRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="report"):
    """One report that was read."""

    report: str
    outlet: str | None
    title: str | None
    published: str | None
    language: str | None
    url: str | None
    path: str
    origins: Names
    characters: int


class ClaimRow(Row, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="claim"):
    """One attribution: who said, thought, wanted or did what, through whom."""

    claim: str
    report: str
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
    start: int
    end: int
    words: str
    draft: str | None
    draft_id: str | None
    term: str | None
    number: str | None
    topic: Topic
    presented_as: PresentedAs
    text_status: TextStatus
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
    start: int
    end: int
    words: str
    party: str
    speaker: str | None
    topic: Topic
    stance: Stance
    basis: Basis
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


TABLES: dict[str, type[Row]] = {
    "reports": ReportRow,
    "claims": ClaimRow,
    "provisions": ProvisionRow,
    "positions": PositionRow,
    "codes": CodeRow,
}
AnyRow = ReportRow | ClaimRow | ProvisionRow | PositionRow | CodeRow
Tables = dict[str, tuple[Row, ...]]
