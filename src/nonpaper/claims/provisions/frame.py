"""A frame: what a sentence or a lead-in makes of the words after it."""

from __future__ import annotations

import msgspec

from nonpaper.model.codes import Modality, PresentedAs, TextStatus
from nonpaper.model.span import Span

PARTY_KINDS = ("party", "metonym", "group")
"""Kinds of mentions that may want or owe something."""


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """How the stretch `span` is presented; `doubts` say why it may be presented as something else. `party` demands or proposes; `obligor` must deliver where the frame says so."""

    span: Span
    presented_as: PresentedAs
    modality: Modality = "must"
    text_status: TextStatus = "in"
    party: str | None = None
    obligor: tuple[str, ...] = ()
    cue: Span | None = None
    doubts: tuple[str, ...] = ()


Found = tuple[Span, Span, Frame, str | None]
"""Words that may be a term, their sentence, their frame and the number that a list gives them."""
