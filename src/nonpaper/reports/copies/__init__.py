"""Reports that copy one another: found by sampled runs of words and by sketches, then verified exactly."""

from __future__ import annotations

from nonpaper.reports.copies.find import find_copies
from nonpaper.reports.copies.texts import Published

__all__ = ["Published", "find_copies"]
