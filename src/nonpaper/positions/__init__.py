"""The party by provision matrix; own words and others' kept apart."""

from __future__ import annotations

from nonpaper.positions.matrix import matrix

__all__ = ["matrix"]
