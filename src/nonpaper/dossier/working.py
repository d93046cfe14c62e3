"""The working text of one draft, from the reports that tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO, Literal

from nonpaper.dossier.corpus import read_together
from nonpaper.dossier.reading import Outcome, Progress, silent
from nonpaper.errors import ReportError
from nonpaper.model.draft import Consolidation, Draft

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

    Raises ReportError where nothing could be read or no report names such a draft, MissingExtraError where the form
    needs a package that is not installed.
    """
    from nonpaper.drafts.working import working_text
    from nonpaper.present.working import working_docx, working_html, working_markdown, working_view

    outcome, together, stands = read_together(paths, corrections, stdin, progress)
    view = working_view(working_text(_named(together, draft), outcome.readings, stands), now)
    if form == "docx":
        return working_docx(view), outcome
    return (working_html(view) if form == "html" else working_markdown(view)).encode(), outcome


def _named(together: Consolidation, name: str) -> Draft:
    """The draft of one name, whatever its capitals."""
    for draft in together.drafts:
        if draft.name is not None and draft.name.casefold() == name.strip().casefold():
            return draft
    known = ", ".join(sorted(d.name for d in together.drafts if d.name)) or "none"
    raise ReportError(
        f"no report read names a draft “{name}”", where="--draft", remedy=f"drafts named are: {known}", code="no_draft"
    )
