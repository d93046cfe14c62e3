"""Particulars: what reports say about a document itself, apart from its terms."""

from __future__ import annotations

from typing import Literal

import msgspec

from nonpaper.model.span import Span

Aspect = Literal[
    "kind",
    "pen_holder",
    "signatories",
    "ratification",
    "annexes",
    "leak",
    "copy",
    "denied_content",
    "denied_receipt",
    "denied_authorship",
]


class Particular(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One stated particular of a text, with its words.

    `value` is the kind of document as named ("memorandum"), or the outlet that says it has a copy, else None. `party`
    is who denies, where the report says.
    """

    aspect: Aspect
    span: Span
    value: str | None = None
    draft: str | None = None
    party: str | None = None
    claim: int | None = None
