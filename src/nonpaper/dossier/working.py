"""The working text of one draft, from the reports that tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO, Literal

from nonpaper.dossier.drafts import read_drafts
from nonpaper.dossier.reading import Outcome, Progress, silent

Form = Literal["markdown", "html", "docx"]


def working_of(
    paths: Iterable[str],
    *,
    draft: str,
    now: datetime,
    form: Form = "markdown",
    corrections: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = silent,
) -> tuple[bytes, Outcome]:
    """The working text of the draft that reports call `draft`, written in one form, and what it was made from.

    Raises ReportError where nothing could be read, DraftError where the name fits no draft or several,
    MissingExtraError where the form needs a package that is not installed.
    """
    from nonpaper.drafts.working import working_text
    from nonpaper.present.working import working_docx, working_html, working_markdown, working_view

    drafts = read_drafts(paths, corrections=corrections, stdin=stdin, progress=progress)
    _, named = drafts.draft(draft)
    outcome = drafts.outcome
    view = working_view(working_text(named, drafts.versions.readings, drafts.matrix), now)
    if form == "docx":
        return working_docx(view), outcome
    return (working_html(view) if form == "html" else working_markdown(view)).encode(), outcome
