"""Sources: who speaks in a claim, for whom and through whom."""

from __future__ import annotations

from nonpaper.claims.sources.find import claims_of, origins_of

__all__ = ["claims_of", "origins_of"]
