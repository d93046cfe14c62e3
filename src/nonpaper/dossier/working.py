"""The working text of one draft, from the reports that tell of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import BinaryIO

from nonpaper.dossier.drafts import Form, read_drafts
from nonpaper.dossier.reading import Outcome, Progress, silent


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
    drafts = read_drafts(paths, corrections=corrections, stdin=stdin, progress=progress)
    return drafts.working_text(draft, form=form, at=now), drafts.outcome
