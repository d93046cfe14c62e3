"""Plain text: kept exactly as it came, line ends included, but for marks without width inside words."""

from __future__ import annotations

import re

from nonpaper.model.report import ReportText
from nonpaper.reports.assemble import assemble, encoding_findings
from nonpaper.reports.clean import clean, invisible
from nonpaper.reports.encoding import decode
from nonpaper.reports.metadata import head_of


def read_plain(data: bytes, where: str) -> ReportText:
    """The report in a plain-text file; ReportError where it is not text."""
    decoded = decode(data, where=where)
    findings = encoding_findings(where, decoded)
    if not any(map(decoded.text.__contains__, _NO_WIDTH)) or _HIDDEN.search(decoded.text) is None:
        return assemble(where, decoded.text, head_of(decoded.text), findings=findings)
    text, offsets = clean(decoded.text, (invisible,))
    return assemble(where, text, head_of(text), raw=decoded.text, offsets=offsets, findings=findings)


# A zero-width space inside a word, which nobody sees and which hides the word from every reader.
_NO_WIDTH = "\u200b\u2060\ufeff"
_HIDDEN = re.compile(rf"(?<=\w)[{_NO_WIDTH}]")
