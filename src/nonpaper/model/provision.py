"""Provisions: statements of one term of a negotiating text, as one report gives it."""

from __future__ import annotations

import msgspec

from nonpaper.model.codes import ConditionKind, Modality, PresentedAs, Status, TextStatus, Topic
from nonpaper.model.judgement import Reviewed
from nonpaper.model.span import Span


class Condition(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """What ties a provision or a position to another step, with its words."""

    span: Span
    kind: ConditionKind


class Provision(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One term as one report states it. Only `presented_as == "draft"` is a term of a text.

    `draft` names the text as the report does, normalised ("28-point"), and is None where the report does not say.
    `deadline` and `verifier` are in the words of the term.
    """

    span: Span
    topic: Topic
    obligor: tuple[str, ...] = ()
    beneficiary: tuple[str, ...] = ()
    modality: Modality | None = None
    value: str | None = None
    deadline: str | None = None
    verifier: tuple[str, ...] = ()
    draft: str | None = None
    presented_as: PresentedAs = "draft"
    text_status: TextStatus = "in"
    status: Status = "reported"
    conditions: tuple[Condition, ...] = ()
    unsure: bool = False
    claim: int | None = None
    number: str | None = None
    doubts: tuple[str, ...] = ()
    reviewed: Reviewed | None = None
