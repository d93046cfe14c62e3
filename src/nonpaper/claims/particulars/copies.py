"""Where a report says that its own outlet has, or has seen, the text: "The Post obtained a copy of the draft"."""

from __future__ import annotations

import re
from functools import lru_cache

from nonpaper.claims.page import Page
from nonpaper.claims.sources.describe import holding
from nonpaper.model.span import Span


def copy_in(page: Page, sentence: Span, text: str) -> Span | None:
    """The words of a sentence that say so; `text` is a pattern of nouns for a text. None where none do."""
    if not page.outlet:
        return None
    found = _has_one(re.sub(r"^[Tt]he ", "", page.outlet), text).search(page.text, sentence.start, sentence.end)
    return Span(*found.span()) if found else None


@lru_cache(maxsize=64)
def _has_one(outlet: str, text: str) -> re.Pattern[str]:
    name, has, by = rf"(?:the )?{re.escape(outlet)}", holding("has").pattern, holding("by").pattern
    kept = rf"(?<!\w){name}(?: (?:also|later|itself))? {has} (?:[\w’'-]+ ){{0,4}}?{text}"
    shown = rf"(?<!\w){text}\b[^.;:“”\"]{{0,60}}? {by} {name}"
    return re.compile(rf"(?:{kept}|{shown})(?!\w)", re.IGNORECASE)
