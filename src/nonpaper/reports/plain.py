"""Plain text: kept exactly as it came, line ends included."""

from __future__ import annotations

from nonpaper.model.report import ReportText
from nonpaper.reports.assemble import assemble, encoding_findings
from nonpaper.reports.encoding import decode
from nonpaper.reports.metadata import head_of


def read_plain(data: bytes, where: str) -> ReportText:
    """The report in a plain-text file; ReportError where it is not text."""
    decoded = decode(data, where=where)
    return assemble(where, decoded.text, head_of(decoded.text), findings=encoding_findings(where, decoded))
