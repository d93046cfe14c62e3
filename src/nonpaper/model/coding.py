"""Codes of research vocabularies, as proposed for a provision."""

from __future__ import annotations

from typing import Literal

import msgspec

from nonpaper.model.span import Span

Vocabulary = Literal["PA-X", "PAM"]


class ProposedCode(msgspec.Struct, frozen=True, gc=False, kw_only=True, forbid_unknown_fields=True):
    """One code that a rule proposes for one provision, for a person to confirm.

    `rule` says in words why; `span` are the words in the report that speak for it.
    """

    vocabulary: Vocabulary
    code: str
    name: str
    rule: str
    span: Span
