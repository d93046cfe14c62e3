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

MEANING: dict[str, str] = {
    "report": "id of the report",
    "claim": "id of the attribution (in its own table), or of the one that the statement stands in",
    "provision": "id of the statement of a provision",
    "position": "id of the statement of a position",
    "start": "first character in the report's text, from 0",
    "end": "character after the last",
    "words": "the exact words between the two",
    "outlet": "who published it, as read",
    "title": "its title",
    "published": "ISO 8601 date or time with its zone",
    "language": "ISO 639-1 code",
    "url": "its address",
    "path": "the file it was read from",
    "origins": "what it rests on, as the report says: outlets, documents",
    "characters": "length of the stored text",
    "source": "the words that name who speaks",
    "resolved": "the name that those words stand for, where they are a pronoun or a description",
    "cue": "the words that make it an attribution",
    "kind": "kind of source",
    "party": "the side that it is a statement of",
    "via": "who carried it, outermost first",
    "act": "whether it is said, thought, wanted or done",
    "manner": "whether it is given in the speaker's words",
    "mood": "whether it is stated as fact, under a condition, or for the future",
    "hedged": "whether the report hedges it",
    "denied": "whether it is a denial",
    "unsure": "the reader is not sure of the item: for review, not a statement",
    "doubts": "why it is unsure",
    "checked_by": "the person whose correction or check stands on it",
    "draft": "the text it is said to stand in, as the report names it",
    "draft_id": "id of that text as put together; empty outside any text",
    "term": "id of the term that this statement was put together into",
    "number": "its number in the text; in reports as far as stated",
    "topic": "what it is about",
    "presented_as": "whether the report gives it as the draft's text, a demand, a proposal or a comparison",
    "text_status": "of a term alone: whether it is said to be in the text, dropped from it, or open",
    "status": "how it is known",
    "modality": "must, may and so on, as worded",
    "obligor": "who must act",
    "beneficiary": "for whom",
    "value": "its figure or other content that accounts may differ in",
    "deadline": "by when, in its words",
    "verifier": "who checks it",
    "conditions": "what it hangs on, in its words",
    "speaker": "who spoke for the party",
    "stance": "what the party says or does about it",
    "basis": "whose word it is: the party's own (`self`) or others'",
    "vocabulary": "PA-X, or PAM for the Peace Accords Matrix",
    "code": "the code",
    "name": "its name in that vocabulary",
    "proposed": "always yes: a person has to confirm it",
    "rule": "why it is proposed, in words",
}
"""What each column means; one name means the same in every table."""
