"""A redline as one HTML page: nothing loaded from outside, all text escaped."""

from __future__ import annotations

from nonpaper.present.html import page
from nonpaper.present.redline.view import RedlineView


def redline_html(view: RedlineView) -> str:
    """The redline as one HTML document."""
    return page("redline.html.j2", view=view)
