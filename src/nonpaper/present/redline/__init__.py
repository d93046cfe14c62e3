"""Redlines for people: plain lines for a terminal or a pipe, and one HTML page."""

from __future__ import annotations

from nonpaper.present.redline.page import redline_html
from nonpaper.present.redline.plain import redline_table
from nonpaper.present.redline.view import redline_view

__all__ = ["redline_html", "redline_table", "redline_view"]
