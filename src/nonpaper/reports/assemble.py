"""The last step of every reader: checks a text, finds its language, names it, and puts the report together."""

from __future__ import annotations

import re

from nonpaper.errors import ReportError
from nonpaper.model.finding import Finding
from nonpaper.model.report import READ_LANGUAGES, OffsetMap, Report, ReportText
from nonpaper.reports.encoding import Decoded
from nonpaper.reports.identity import report_id
from nonpaper.reports.language import code_of, language_of, name_of, script_of
from nonpaper.reports.metadata import Metadata

MOST_CHARACTERS = 5_000_000
_LEAST_LETTERS = 10
_LETTER = re.compile(r"[^\W\d_]")


def assemble(
    where: str,
    text: str,
    about: Metadata,
    *,
    raw: str | None = None,
    offsets: OffsetMap | None = None,
    findings: tuple[Finding, ...] = (),
) -> ReportText:
    """A report with the text as given; ReportError where there is nothing that the reader could read."""
    check_text(text, where)
    language = (code_of(about.language) if about.id else None) or language_of(text, given=about.language)
    own = report_id(text, outlet=about.outlet, url=about.url, published=about.published)
    report = Report(
        id=about.id or own,
        path=where,
        title=about.title,
        outlet=about.outlet,
        published=about.published,
        language=language,
        url=about.url,
    )
    return ReportText(
        report=report,
        text=text,
        raw=raw,
        offsets=offsets or OffsetMap(),
        headings=about.headings,
        findings=(*findings, *_language_doubt(where, language)),
    )


def check_text(text: str, where: str) -> None:
    """Raises ReportError for a text that is empty, too long, or in no script that the reader knows."""
    if not text.strip():
        raise ReportError("has no text", where=where, remedy="give a report with text in it", code="empty")
    if len(text) > MOST_CHARACTERS:
        raise too_long(where)
    letters = sum(1 for _, _ in zip(range(_LEAST_LETTERS), _LETTER.finditer(text), strict=False))
    if letters < _LEAST_LETTERS:
        raise ReportError(
            "has hardly a letter in it", where=where, remedy="give a report with text in it", code="no_words"
        )
    script = script_of(text)
    if script:
        raise ReportError(
            f"is written in {script} script, which the reader cannot read",
            where=where,
            remedy="give a translation into English",
            code="language",
        )


def too_long(where: str) -> ReportError:
    """The error for more text than one report may have."""
    most = f"{MOST_CHARACTERS // 1_000_000} million characters"
    return ReportError(f"is longer than {most}", where=where, remedy="split it into single reports", code="too_long")


def encoding_findings(where: str, decoded: Decoded) -> tuple[Finding, ...]:
    """What a reader of the report should know about how its bytes became text."""
    found = []
    if decoded.guessed:
        what = f"does not say its encoding and was read as {decoded.guessed}"
        found.append(_encoding(where, "note", what, "save it as UTF-8 if letters look wrong"))
    if decoded.damaged:
        what = f"has damaged characters ({decoded.damaged}), shown as \ufffd"
        found.append(_encoding(where, "doubt", what, "get an undamaged copy, saved as UTF-8"))
    return tuple(found)


def left_out(error: ReportError) -> Finding:
    """The finding for a report that could not be read."""
    return Finding(code=error.code, level="left_out", where=error.where, what=error.what, remedy=error.remedy)


def _encoding(where: str, level: str, what: str, remedy: str) -> Finding:
    return Finding(
        code="encoding", level="doubt" if level == "doubt" else "note", where=where, what=what, remedy=remedy
    )


def _language_doubt(where: str, language: str | None) -> tuple[Finding, ...]:
    if language in READ_LANGUAGES:
        return ()
    made_for = "the reader was made for English: much will be missed, the rest waits for review"
    what = f"is in {name_of(language or '')}, and {made_for}"
    remedy = "check every item against the text, or give an English translation"
    return (Finding(code="language", level="doubt", where=where, what=what, remedy=remedy),)
