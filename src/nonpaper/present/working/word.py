"""A working text as a document for word processors (python-docx), with true footnotes and the mark in every header."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from nonpaper.errors import MissingExtraError
from nonpaper.present.working.footnotes import Footnotes, xml_safe
from nonpaper.present.working.view import AlternativeView, HeldView, LineView, QuoteView, SourceView, WorkingView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document
    from docx.text.paragraph import Paragraph


_NEEDS = "a document for word processors needs python-docx; pip install nonpaper[word]"


def working_docx(view: WorkingView) -> bytes:
    """The document's bytes; MissingExtraError where python-docx is not installed."""
    try:
        from docx import Document
    except ImportError as error:
        raise MissingExtraError(
            "a document for word processors needs python-docx; pip install nonpaper[word]"
        ) from error
    document = Document()
    _frame(document, view)
    notes = Footnotes((s.number, _source(s)) for s in view.sources)
    writer = _Writer(document, view, notes)
    writer.section("The text as reported", view.lines)
    if view.dropped:
        writer.section("Said to be dropped from this draft", view.dropped)
    writer.topics()
    notes.put_into(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _source(source: SourceView) -> str:
    status = f" {source.status.capitalize()}." if source.status else ""
    return f"“{source.words}” {source.by}, {source.day} ({source.place}).{status}"


def _frame(document: Document, view: WorkingView) -> None:
    """Title, notices, and the mark in the header of every page."""
    document.core_properties.title = xml_safe(view.title)
    document.core_properties.author = "nonpaper"
    document.core_properties.comments = view.mark
    header = document.sections[0].header.paragraphs[0]
    header.add_run(view.mark).bold = True
    document.add_heading(xml_safe(view.title), level=1)
    document.add_paragraph().add_run(f"{view.mark}. Not checked by a person.").bold = True
    document.add_paragraph(
        f"As known on {view.known_on}." + (f" First reported on {view.first}." if view.first else "")
    )
    document.add_paragraph(view.how)


class _Writer:
    """Writes lines with their brackets, attributions and footnotes."""

    def __init__(self, document: Document, view: WorkingView, notes: Footnotes) -> None:
        self._document, self._view, self._notes = document, view, notes

    def section(self, heading: str, lines: Sequence[LineView]) -> None:
        """A heading and its lines."""
        self._document.add_heading(heading, level=2)
        for line in lines:
            self._line(line)
        if not lines:
            self._document.add_paragraph("No report read says what stands in this draft.")

    def topics(self) -> None:
        """Stands on topics, where there are any."""
        if not self._view.on_topics:
            return
        self._document.add_heading("Reservations stated on topics, not on lines", level=2)
        for topic, held in self._view.on_topics:
            paragraph = self._document.add_paragraph(f"{topic}: ", style="List Bullet")
            self._stands(paragraph, held)

    def _line(self, line: LineView) -> None:
        paragraph = self._document.add_paragraph()
        paragraph.add_run(xml_safe(line.number) or "Without a number").bold = True
        paragraph.add_run(f" ({line.topic}) ")
        if len(line.alternatives) == 1:
            self._said(paragraph, line.alternatives[0], line)
            return
        paragraph.add_run("left open, alternatives as reported:")
        for alternative in line.alternatives:
            item = self._document.add_paragraph(style="List Bullet")
            item.add_run(f"{alternative.label}: ")
            self._said(item, alternative, line)

    def _said(self, paragraph: Paragraph, alternative: AlternativeView, line: LineView) -> None:
        if line.open:
            paragraph.add_run("[").bold = True
        if len(alternative.quotes) > 1:
            paragraph.add_run("Reports differ: ").italic = True
        for at, quote in enumerate(alternative.quotes):
            paragraph.add_run("; " if at else "")
            self._quote(paragraph, quote)
        if line.open:
            paragraph.add_run("]").bold = True
        if alternative.held:
            paragraph.add_run(" (")
            self._stands(paragraph, alternative.held)
            paragraph.add_run(")")

    def _quote(self, paragraph: Paragraph, quote: QuoteView) -> None:
        paragraph.add_run(f"“{xml_safe(quote.words)}” — {xml_safe(quote.by)}")
        for number in quote.footnotes:
            self._notes.refer(paragraph, number)

    def _stands(self, paragraph: Paragraph, held: Sequence[HeldView]) -> None:
        for at, stand in enumerate(held):
            paragraph.add_run(("; " if at else "") + xml_safe(stand.says))
            self._notes.refer(paragraph, stand.footnote)
