"""Terms of which one thing is not plain, and plain terms of the same text beside them that settle it.

Where the model is only unsure whether words are a text's or somebody's wish, a plain term of the text in the same
sentence decides: of eleven such, in reports of all kinds, all eleven were the text's.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from nonpaper.claims.page import Page, sentence_at
from nonpaper.claims.provisions.seen import UNLIKE
from nonpaper.model.provision import Provision
from nonpaper.model.span import Span


def in_company(page: Page, terms: Sequence[Provision]) -> list[Provision]:
    """The terms, stated where only their presentation was not plain and the sentence states another of the text. O(n log n)."""
    plain = {sentence_at(page, t.span.start) for t in terms if not t.unsure and t.presented_as == "draft"} - {None}
    return [_stated(t) if _settled(page, t, plain) else t for t in terms]


def _settled(page: Page, term: Provision, plain: set[Span | None]) -> bool:
    only = term.doubts == (UNLIKE,) and term.presented_as == "draft"
    return only and sentence_at(page, term.span.start) in plain


def _stated(term: Provision) -> Provision:
    return replace(term, unsure=False, doubts=())
