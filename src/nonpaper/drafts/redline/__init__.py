"""Redlines of held texts: their units, which became which, which words stayed, and the way back."""

from __future__ import annotations

from nonpaper.drafts.redline.apply import apply, revert
from nonpaper.drafts.redline.compare import redline

__all__ = ["apply", "redline", "revert"]
