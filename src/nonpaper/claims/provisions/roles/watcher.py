"""Who does a thing beside others: it is watched, escorted, read or kept by somebody, and nobody else is told to do it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.gazetteer import Mention
from nonpaper.claims.page import Page
from nonpaper.claims.provisions.roles.idle import idle
from nonpaper.claims.provisions.roles.names import BACK, Names, names_of
from nonpaper.model.span import Span

_MEN = (
    r"(?:observers?|monitors?|inspectors?|peacekeepers?|officers?|guards?|engineers?|experts?|troops|soldiers?|police)"
)
_BEFORE = re.compile(
    rf"\bunder\s+(?:the\s+)?(?:observation|supervision|escort|guard|protection|control|administration|watch|eyes)\s+of\s+(?:the\s+)?$"
    rf"|\b(?:to|under|by|with)\s+(?:[a-z-]+\s+|\d[\d,]*\s+){{0,2}}{_MEN}\s+(?:from|of)\s+(?:the\s+)?$"
    rf"|\b(?:read|counted|checked|inspected|searched|guarded|watched|monitored|verified|escorted|policed|cleared|kept|held|stored|patrolled|taught|repaired|rebuilt)\s+(?:(?!from\b|being\b)[a-z]+\s+){{0,4}}?by\s+(?:an?\s+|the\s+)?$",
    re.IGNORECASE,
)
_WITH = re.compile(r"\bwith\s+(?:the\s+)?$", re.IGNORECASE)
_DOING = re.compile(rf"[’']s?\s+{_MEN}\s+[a-z]+ing\b", re.IGNORECASE)


def watchers_in(page: Page, term: Span, named: Sequence[Mention]) -> Names:
    """Those by whom, or under whose eyes, a term's words have a thing done: "under escort of | X", "read by an | X firm"."""
    return names_of([m for m in named if _watches(page.text, term, m)])


def _watches(text: str, term: Span, mention: Mention) -> bool:
    if idle(text, term, mention.span):
        return False
    before = text[max(term.start, mention.span.start - BACK) : mention.span.start]
    doing = _WITH.search(before) and _DOING.match(text, mention.span.end, term.end)
    return bool(doing or _BEFORE.search(before))
