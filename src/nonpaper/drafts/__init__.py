"""Drafts: terms of the same text put together; separate origins counted."""

from __future__ import annotations

from nonpaper.drafts.alignment import aligned
from nonpaper.drafts.consolidate import consolidate

__all__ = ["aligned", "consolidate"]
