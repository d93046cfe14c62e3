"""Mentions: names in a report that the gazetteer knows, or that the report itself explains."""

from __future__ import annotations

from typing import Literal

import msgspec

from nonpaper.model.span import Span

MentionKind = Literal["party", "metonym", "adjective", "person", "office", "group", "outlet", "place"]
Role = Literal["principal", "spokesperson", "official"]


class Mention(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One name in a text: `name` is its normal form ("Zelenskyy", "Axios"), `party` whom it belongs to, if anyone.

    A metonym may be a mere place ("talks in Moscow"): only the words around it tell.
    """

    span: Span
    kind: MentionKind
    name: str
    party: str | None = None
    role: Role | None = None
