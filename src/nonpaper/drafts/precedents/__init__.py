"""How was this put elsewhere: passages of agreements that a person brings, searched by words, topic and code."""

from __future__ import annotations

from nonpaper.drafts.precedents.index import Index, build
from nonpaper.drafts.precedents.passages import of_row, of_text
from nonpaper.drafts.precedents.search import Query, search, understood

__all__ = ["Index", "Query", "build", "of_row", "of_text", "search", "understood"]
