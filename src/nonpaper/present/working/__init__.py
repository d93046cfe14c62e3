"""Working texts for people: Markdown, one HTML page, and a document for word processors."""

from __future__ import annotations

from nonpaper.present.working.markdown import working_markdown
from nonpaper.present.working.page import working_html
from nonpaper.present.working.view import WorkingView, working_view
from nonpaper.present.working.word import working_docx

__all__ = ["WorkingView", "working_docx", "working_html", "working_markdown", "working_view"]
