"""Frozen views and the one-file HTML brief; the table and the JSON Lines record of a reading.

What the brief takes is looked up when first asked for: reading prints records alone.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from nonpaper.present.jsonlines import record_line
from nonpaper.present.table import table

if TYPE_CHECKING:
    from nonpaper.present.html import brief_html
    from nonpaper.present.page import BriefView, brief_view

__all__ = ["BriefView", "brief_html", "brief_view", "record_line", "table"]
_IN = {"brief_html": "html", "BriefView": "page", "brief_view": "page"}


def __getattr__(name: str) -> Any:
    if name in _IN:
        return getattr(import_module(f"{__name__}.{_IN[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
