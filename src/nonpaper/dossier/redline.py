"""The redline of two held texts, from the files that hold them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from nonpaper.errors import ReportError
from nonpaper.model.finding import Finding
from nonpaper.model.redline import Redline
from nonpaper.model.report import ReportText
from nonpaper.reports.gather import gather


def redline_of(old: str, new: str, *, stdin: BinaryIO | None = None) -> tuple[Redline, tuple[Finding, ...]]:
    """The redline from the text at path `old` to that at `new`, and all that was found amiss.

    Raises ReportError where one of the two cannot be read. A file that holds several reports gives its first.
    """
    from nonpaper.drafts.redline import redline

    first, second = (list(gather([path], stdin=stdin)) for path in (old, new))
    before, after = _text(first, old), _text(second, new)
    found = [*_about(first), *_about(second), *_one_id(before, after)]
    made = redline(before.text, after.text, called=_names(before, after))
    return made, (*found, *made.findings)


def _text(items: Sequence[ReportText | Finding], path: str) -> ReportText:
    for item in items:
        if isinstance(item, ReportText):
            return item
    for item in items:
        if isinstance(item, Finding):
            raise ReportError(item.what, where=item.where, remedy=item.remedy, code=item.code)
    raise ReportError("has no report", where=path, remedy="give a file with one text", code="empty")


def _about(items: Sequence[ReportText | Finding]) -> list[Finding]:
    """What was found in reading one side; texts after the first are told, not compared."""
    found = [f for i in items for f in ([i] if isinstance(i, Finding) else i.findings)]
    texts = [i for i in items if isinstance(i, ReportText)]
    if len(texts) > 1:
        what = f"holds {len(texts)} texts; only the first, “{_name(texts[0])}”, is compared"
        remedy = "put the text to compare into a file of its own"
        found.append(Finding(code="many_texts", level="left_out", where=texts[0].report.path, what=what, remedy=remedy))
    return found


def _one_id(before: ReportText, after: ReportText) -> list[Finding]:
    """Two texts that claim one id are both kept; what was told of one may be of the other."""
    if before.report.id != after.report.id or before.text == after.text:
        return []
    what = f'and {before.report.path} claim one id, "{after.report.id}", for different texts'
    remedy = "give each text an id of its own; they are compared as they stand"
    return [Finding(code="one_id", level="doubt", where=after.report.path, what=what, remedy=remedy)]


def _names(before: ReportText, after: ReportText) -> tuple[str, str]:
    """What the texts are called: by title and day, with the file's name where these do not tell them apart."""
    for of in (_name, _with_file, _path):
        names = (of(before), of(after))
        if names[0] != names[1]:
            break
    return names


def _name(text: ReportText) -> str:
    about = text.report
    day = f", {about.published[:10]}" if about.published else ""
    return (about.title or Path(about.path).name) + day


def _with_file(text: ReportText) -> str:
    return f"{_name(text)} ({Path(text.report.path).name})"


def _path(text: ReportText) -> str:
    return text.report.path
