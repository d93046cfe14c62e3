"""Working texts: one draft in brackets, from what reports say of it."""

from __future__ import annotations

from nonpaper.drafts.working.make import working_text
from nonpaper.drafts.working.records import Alternative, Footnote, Held, Line, Version, WorkingText

__all__ = ["Alternative", "Footnote", "Held", "Line", "Version", "WorkingText", "working_text"]
