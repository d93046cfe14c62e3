"""A working text as one HTML page, marked at its head and on every printed page."""

from __future__ import annotations

from nonpaper.present.html import page
from nonpaper.present.working.view import WorkingView


def working_html(view: WorkingView) -> str:
    """The working text as one HTML document."""
    return page("working.html.j2", view=view)
