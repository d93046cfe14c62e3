"""Frozen views and the one-file HTML brief; the table and the JSON Lines record of a reading."""

from __future__ import annotations

from nonpaper.present.html import brief_html
from nonpaper.present.jsonlines import record_line
from nonpaper.present.page import BriefView, brief_view
from nonpaper.present.table import table

__all__ = ["BriefView", "brief_html", "brief_view", "record_line", "table"]
