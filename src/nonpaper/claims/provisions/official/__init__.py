"""A negotiating text read as itself: which pages are one, its units, its parties, and every unit as terms."""

from __future__ import annotations

from nonpaper.claims.provisions.official.read import official_terms
from nonpaper.claims.provisions.official.recognise import is_official

__all__ = ["is_official", "official_terms"]
