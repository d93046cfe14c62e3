"""Stances: what parties say or do about a term, a whole text or the talks."""

from __future__ import annotations

from nonpaper.claims.stances.find import find_positions

__all__ = ["find_positions"]
