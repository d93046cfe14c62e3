"""Drafts: terms of the same text put together; separate origins counted."""

from __future__ import annotations

from nonpaper.drafts.consolidate import consolidate
from nonpaper.drafts.known import how_known

__all__ = ["consolidate", "how_known"]
