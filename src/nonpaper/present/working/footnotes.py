"""Footnotes of a word-processor document (ECMA-376, part 1, 17.11): the part that holds them, and references."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_OPENING = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
_RULES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def xml_safe(words: str) -> str:
    """Words without characters that XML cannot hold; these are shown as a mark."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", words)


class Footnotes:
    """The footnotes of one document, by the numbers of its sources.

    A source that is cited at several places is told at each, as a footnote stands at one place.
    """

    def __init__(self, sources: Iterable[tuple[int, str]]) -> None:
        self._words = dict(sources)
        self._told: list[str] = []

    def refer(self, paragraph: Paragraph, source: int) -> None:
        """Adds a footnote with the words of a source after what the paragraph has so far."""
        from docx.oxml import parse_xml

        self._told.append(self._words[source])
        reference = f'<w:footnoteReference w:id="{len(self._told)}"/>'
        paragraph._p.append(parse_xml(f'<w:r xmlns:w="{SPACE}">{_RAISED}{reference}</w:r>'))  # noqa: SLF001  (no public way)

    def put_into(self, document: Document) -> None:
        """Gives the document the part that holds all footnotes; once, when they have all been referred to."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        notes = "".join(_note(at, words) for at, words in enumerate(self._told, 1))
        whole = f'{_OPENING}<w:footnotes xmlns:w="{SPACE}">{_RULES}{notes}</w:footnotes>'
        part = Part(PackURI("/word/footnotes.xml"), TYPE, whole.encode(), document.part.package)
        document.part.relate_to(part, RELATION)


def _note(number: int, words: str) -> str:
    said = escape(xml_safe(words))
    return (
        f'<w:footnote w:id="{number}"><w:p><w:r>{_RAISED}<w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {said}</w:t></w:r></w:p></w:footnote>'
    )
