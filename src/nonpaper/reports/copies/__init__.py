"""Reports that copy one another: found by sampled runs of words and by sketches, then verified exactly."""

from __future__ import annotations

from nonpaper.reports.copies.find import Published, find_copies

__all__ = ["Published", "find_copies"]
