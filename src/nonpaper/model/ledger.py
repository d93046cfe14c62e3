"""The ledger: what a draft would have each do for whom, against a named baseline, in the words of the reporting."""

from __future__ import annotations

from typing import Literal

import msgspec

from nonpaper.model.codes import Modality, Stance, TextStatus, Topic
from nonpaper.model.finding import Finding
from nonpaper.model.span import Span

Against = Literal[
    "new", "kept", "changed", "dropped", "not_mentioned", "unknown", "said_yes", "said_no", "nothing_read", "mixed"
]
Relation = Literal["meets", "crosses", "unknown"]


class Evidence(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """Exact words of one report; `index` is their place in its provisions or positions, `claim` in its claims."""

    report: str
    path: str
    outlet: str | None
    published: str | None
    span: Span
    words: str
    index: int
    claim: int | None = None


class Duty(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One term: who must do what for whom. Empty `obligors` or `beneficiaries` mean that reports do not say.

    `against` is what the baseline says of it, `beside` the words that say so. `values` has more than one entry where
    reports differ.
    """

    term: str
    number: str | None
    obligors: tuple[str, ...]
    modality: Modality | None
    beneficiaries: tuple[str, ...]
    values: tuple[str, ...]
    text_status: TextStatus
    evidence: tuple[Evidence, ...]
    against: Against
    beside: tuple[Evidence, ...] = ()


class Stated(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """What a party has said on a topic: a demand or an objection, in its own words (`own`) or as others say.

    For a demand, `relation` is what the draft makes of it and `terms` the terms that it is compared with; for an
    objection `would_meet` are the conditions named, and `later` its own later yes on the topic, if one was read.
    """

    party: str
    stance: Stance
    own: bool
    evidence: Evidence
    relation: Relation = "unknown"
    terms: tuple[str, ...] = ()
    would_meet: tuple[str, ...] = ()
    later: Evidence | None = None


class TopicEntry(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One topic: duties of the draft, demands, objections."""

    topic: Topic
    duties: tuple[Duty, ...] = ()
    demands: tuple[Stated, ...] = ()
    objections: tuple[Stated, ...] = ()


class Side(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One party's headline: the topics on which the draft binds it, and those on which it binds others for it.

    Topics and not counts, so that cutting a clause in two or adding a demand changes nothing.
    """

    party: str
    bound_on: tuple[Topic, ...]
    served_on: tuple[Topic, ...]
    objects_on: tuple[Topic, ...]


class Ledger(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """The whole ledger of one draft. `unknowns` says how much is not known, by what."""

    draft: str
    baseline: str
    sides: tuple[Side, ...]
    topics: tuple[TopicEntry, ...]
    unknowns: dict[str, int]
    method: dict[str, str]
    left_out: tuple[Finding, ...] = ()
