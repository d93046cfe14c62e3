"""Judgements: what a person decided about an item, kept beside it and never in its place."""

from __future__ import annotations

from typing import Literal

import msgspec

Verdict = Literal["corrected", "added", "removed", "checked"]


class Reviewed(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """The mark a judgement leaves on an item: who, when, why, and what the reader had said before."""

    verdict: Verdict
    by: str
    at: str
    reason: str
    before: dict[str, str] = {}
