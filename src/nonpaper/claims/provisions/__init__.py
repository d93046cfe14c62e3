"""Provisions: the terms of a negotiating text as a report states them."""

from __future__ import annotations

from nonpaper.claims.provisions.find import find_provisions

__all__ = ["find_provisions"]
