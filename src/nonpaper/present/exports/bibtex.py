"""BibTeX: one entry a report."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator

from nonpaper.present.exports.rows import ReportRow

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "%": r"\%",
    "&": r"\&",
    "#": r"\#",
    "_": r"\_",
    "$": r"\$",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
}
_URL = re.compile(r"https?://[^\s{}\\\"<>]{1,2000}", re.IGNORECASE)


def bibtex(reports: Iterable[ReportRow]) -> str:
    """All reports as `@misc` entries in UTF-8; a report without a date has no year rather than a guessed one."""
    return "\n".join(_entry(report) for report in reports)


def key_of(report: ReportRow) -> str:
    """The citation key: the outlet's letters, the year where known, and the report's id.

    >>> key_of(ReportRow(report="ab12", outlet="Lorn Gazette", title=None, published="2031-03-05", published_on=None,
    ...                  published_at=None, date_doubt=None, language=None, url=None, path="a.txt", origins=(),
    ...                  characters=9))
    'lorngazette2031-ab12'
    """
    own = _plain(report.report, keep="-")
    if own != report.report:  # an id of the user's with signs that a key may not have: two such must not become one
        own += "-" + hashlib.sha256(report.report.encode()).hexdigest()[:6]
    return f"{_plain(report.outlet or 'report')}{(report.published or '')[:4]}-{own}"


def _plain(name: str, keep: str = "") -> str:
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "".join(c for c in flat if c.isalnum() or c in keep) or "x"


def _entry(report: ReportRow) -> str:
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(report))
    return f"@misc{{{key_of(report)},\n{lines}}}\n"


def _fields(report: ReportRow) -> Iterator[tuple[str, str]]:
    yield "title", f"{{{_escaped(report.title or report.path)}}}"
    if report.outlet:
        yield "howpublished", _escaped(report.outlet)
    if report.published:
        yield "year", report.published[:4]
        yield "date", report.published[:10]
    if report.url and _URL.fullmatch(report.url):
        yield "url", report.url
    if report.language:
        yield "langid", _escaped(report.language)
    yield "note", f"Report {_escaped(report.report)} in Nonpaper"


def _escaped(text: str) -> str:
    return "".join(_SPECIAL.get(c, c) for c in " ".join(text.split()))
