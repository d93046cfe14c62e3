"""Whether a page is a negotiating text itself: it opens with what it is, is made of units that bind, and nobody speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.official.letters import letters_of
from nonpaper.claims.provisions.official.units import Unit, units_of
from nonpaper.claims.provisions.official.words import PREAMBLE, binds

LISTED = 0.55
"""Share of a text's characters that stand in its numbered units or bullets, from which it is a text and no report."""
BINDING = 0.6
"""Share of its units that bind somebody to something, by their verb or by the noun or order that they open with."""
FEWEST = 4
_OPENING = 600
_NAMED = re.compile(
    r"\b(?:agreement|accord|protocol|memorandum|package of measures|measures|declaration|treaty|convention|framework|term sheet|statement|communiqu[eé]"
    r"|conclusions|armistice|charter|covenant|pact|points|plan|settlement|principles|articles?|draft|roadmap|understanding|schedule|timetable|minutes|arrangements)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:(?<!the )said|told|says|reported(?:ly)?|reports that|spokes\w+|sources?|journalists?|correspondent|interview|analysts?|added|asked|reporters?|newspapers?|leaked|(?:seen|obtained) by|insists|insisted"
    r"|according to (?:an? |the )?(?:\w+ )?(?:officials?|sources?|reports?|people|diplomats?|documents?|drafts?|text|plan|copy|[A-Z]\w+))\b"
)
_FORMULA = re.compile(r"\bfollowing (?:statement|measures|steps|terms|points)\b", re.IGNORECASE)
_TOLD = re.compile(r"\b(?:would|could|might)\b", re.IGNORECASE)


def is_official(page: Page) -> bool:
    """Whether a page is a negotiating text itself, not a report of one. Linear in the text."""
    return bool(official_units(page))


def official_units(page: Page) -> tuple[Unit, ...]:
    """The units of a page that is a negotiating text; none where it is a report."""
    if (letters := letters_of(page)) and not _SPOKEN.search(page.text):
        return letters
    if not names_itself(page):
        return ()
    units = units_of(page)
    items = [unit for before, unit in zip((None, *units), units, strict=False) if _counts(page, unit, before)]
    return units if len(items) >= FEWEST and _is_text(page, units, items) else ()


def names_itself(page: Page) -> bool:
    """Whether a page opens with what a text of the talks is called."""
    return _NAMED.search(f"{page.title or ''}\n{page.text[:_OPENING]}") is not None


def _counts(page: Page, unit: Unit, before: Unit | None) -> bool:
    """Whether a unit is one of a row: marked, under a number, or a bare line that a semicolon parts from the next."""
    rows = [one.span.quote(page.text).rstrip().endswith(";") for one in (before, unit) if one is not None]
    bare = unit.lead is not None and any(rows)
    return unit.role in ("item", "lead") and (unit.marked or unit.number is not None or bare)


def _is_text(page: Page, units: Sequence[Unit], items: Sequence[Unit]) -> bool:
    body = [unit for unit in units if unit.role != "signature" and not _preambular(page, unit)]
    inside = sum(unit.span.end - unit.span.start for unit in items)
    whole = sum(unit.span.end - unit.span.start for unit in body)
    own = [unit for unit in items if unit.marked or unit.lead is None or unit.role == "lead"]
    binding = sum(1 for unit in own if binds(unit.span.quote(page.text)))
    return (
        inside >= LISTED * whole
        and binding >= BINDING * len(own)
        and len(_SPOKEN.findall(page.text)) <= len(items) // 12
        and len(_TOLD.findall(page.text)) <= len(items) // 4
    )


def _preambular(page: Page, unit: Unit) -> bool:
    before = unit.role == "preamble" or (unit.role == "lead" and unit.number is None)
    said = unit.span.quote(page.text)
    return before and (PREAMBLE.search(said) or _FORMULA.search(said)) is not None
