"""A negotiating text read as itself: which pages are one, its units, its parties, and every unit as terms."""

from __future__ import annotations

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.official.recognise import is_official, official_units
from nonpaper.model.provision import Provision

__all__ = ["is_official", "official_terms"]


def official_terms(page: Page) -> tuple[Provision, ...]:
    """Every term of a text that is read as itself, in text order; none where the page is a report. Linear in the text."""
    # Reports need none of the many patterns of what is imported here, which take a tenth of a second to compile.
    if "|" in page.text:
        from nonpaper.claims.provisions.official.table import table_terms

        if rows := table_terms(page):
            return rows
    units = official_units(page)
    if not units:
        return ()
    from nonpaper.claims.provisions.official.read import terms_of

    return terms_of(page, units)
