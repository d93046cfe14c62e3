"""The use cases: the only place where reports, reader, corrections and presentation meet. One file a use."""

from __future__ import annotations

from nonpaper.dossier.analysis import ledger_of, problem_from, report_on
from nonpaper.dossier.brief import brief
from nonpaper.dossier.drafts import Drafts, compared, read_drafts
from nonpaper.dossier.reading import Outcome, each_reading, exit_status, nothing_read, put_together, read_reports
from nonpaper.dossier.scenario import analysed

__all__ = [
    "Drafts",
    "Outcome",
    "analysed",
    "brief",
    "compared",
    "each_reading",
    "exit_status",
    "ledger_of",
    "nothing_read",
    "problem_from",
    "put_together",
    "read_drafts",
    "read_reports",
    "report_on",
]
