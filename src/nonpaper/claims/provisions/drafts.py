"""Names of texts: "the 28-point plan", "the Geneva draft", as normalised names with their places."""

from __future__ import annotations

import re
from collections import Counter

from nonpaper.claims.page import Page
from nonpaper.model.span import Span

_POINTS = re.compile(
    r"(?<![\w.])(\d{1,2})(?:-| )points?\b|(?<!\w)(?:the|its|of|with|list of) (\d{1,2}) points\b", re.IGNORECASE
)


def draft_names(page: Page) -> tuple[tuple[Span, str], ...]:
    """Each place where the report names a text by its number of points, and the normalised name, in text order."""
    return draft_names_in(page, Span(0, len(page.text))) if page.text else ()


def draft_names_in(page: Page, stretch: Span) -> tuple[tuple[Span, str], ...]:
    """The same within a stretch."""
    found = _POINTS.finditer(page.text, stretch.start, stretch.end)
    return tuple((Span(m.start(), m.end()), f"{m.group(1) or m.group(2)}-point") for m in found)


def draft_at(names: tuple[tuple[Span, str], ...], at: int) -> str | None:
    """The text that a term at `at` belongs to: the only one the report names, or the last named before it.

    A report that names two texts gets the last one named; None where none is named.
    """
    if not names:
        return None
    counts = Counter(name for _, name in names)
    if len(counts) == 1:
        return names[0][1]
    before = [name for span, name in names if span.start <= at]
    return before[-1] if before else None
