"""What the heads for terms and stances find, before anything is made of it."""

from __future__ import annotations

import msgspec

from nonpaper.model.codes import Basis, ConditionKind, Modality, PresentedAs, Stance, TextStatus, Topic
from nonpaper.model.span import Span

Shares = tuple[tuple[Topic, float], ...]
"""Topics with their shares, the likeliest first, down to what counts for nothing."""


class RawCondition(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that says when, if or against what; `sure` 0 to 1."""

    span: Span
    kind: ConditionKind
    sure: float


class RawTerm(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that states one term. Actors are stretches too: a name, a pronoun, "both sides"."""

    span: Span
    sure: float
    topics: Shares
    presented_as: PresentedAs
    presented_sure: float
    modality: Modality | None
    text_status: TextStatus
    obligors: tuple[Span, ...] = ()
    beneficiaries: tuple[Span, ...] = ()
    guarantors: tuple[Span, ...] = ()
    conditions: tuple[RawCondition, ...] = ()


class RawStance(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch in which somebody's stance is stated; `holder` are the words that say whose, if they were found."""

    span: Span
    sure: float
    stance: Stance
    stance_sure: float
    topics: Shares
    basis: Basis
    holder: Span | None = None
    conditions: tuple[RawCondition, ...] = ()


class Heads(msgspec.Struct, frozen=True, kw_only=True):
    """All terms and stances of one text, each in text order."""

    terms: tuple[RawTerm, ...] = ()
    stances: tuple[RawStance, ...] = ()
