"""Coordinated terms cut apart, and the ends of each trimmed."""

from __future__ import annotations

from nonpaper.claims.provisions.split.cut import terms_in

__all__ = ["terms_in"]
