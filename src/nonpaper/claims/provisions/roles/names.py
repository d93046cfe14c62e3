"""The parties that a term names, and the names in it that are those of languages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page, parties_in
from nonpaper.model.span import Span

# An adjective alone, before a verb or as one of two, is a language: "Kessaran becomes an official language".
_SPOKEN = re.compile(
    r"(?:\s+(?:and|or)\s+[A-Z]\w+)?\s+(?:becomes?|is|are|remains?|stays?|gets?|gains?|receives?|keeps?|loses?|enjoys?|has|(?:would|will|shall|may|must|can)|language|speakers|schools)\b",
)
_THE = re.compile(r"\b(?:the|all|any|no|every|each|an?)\s+$", re.IGNORECASE)
Names = tuple[str, ...]
BACK, ON = 90, 160
"""Characters before and after a name in which its part in a term is told."""


def _is_language(text: str, mention: Mention) -> bool:
    """Whether an adjective names a language and no party: "Kessaran becomes an official language", but not "the Kessarans would"."""
    alone = mention.kind == "adjective" and text[mention.span.end - 1] != "s"
    before = text[max(0, mention.span.start - 8) : mention.span.start]
    return alone and _SPOKEN.match(text, mention.span.end) is not None and not _THE.search(before)


def languages_in(page: Page, span: Span) -> bool:
    """Whether all the names in a stretch are those of languages."""
    named = parties_in(page, span)
    return bool(named) and all(_is_language(page.text, m) for m in named)


def named_in(page: Page, span: Span) -> list[Mention]:
    """The names of parties in a stretch that are not those of languages."""
    return [m for m in parties_in(page, span) if not _is_language(page.text, m)]


def names_of(mentions: Sequence[Mention]) -> Names:
    """Whom mentions name, each party once."""
    return tuple(dict.fromkeys(m.party for m in mentions if m.party))


_CAPITAL = re.compile(r"(?<![\w-])[A-Z][a-z]\w+")


def unknown_name(page: Page, stretch: Span) -> bool:
    """Whether a stretch has a capitalised word that is no known party's: somebody may be meant whom nothing tells. Linear in it."""
    known = [m.span for m in parties_in(page, stretch)]
    words = (Span(*m.span()) for m in _CAPITAL.finditer(page.text, stretch.start, stretch.end))
    return any(not any(k.overlaps(word) for k in known) for word in words)
