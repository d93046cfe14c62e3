"""The use cases: the only place where reports, reader, corrections and presentation meet. One file a use."""

from __future__ import annotations

from nonpaper.dossier.analysis import ledger_of, problem_from, report_on
from nonpaper.dossier.brief import brief
from nonpaper.dossier.reading import Outcome, each_reading, exit_status, nothing_read, put_together, read_reports
from nonpaper.dossier.redline import redline_of
from nonpaper.dossier.scenario import analysed
from nonpaper.dossier.working import working_of

__all__ = [
    "Outcome",
    "analysed",
    "brief",
    "each_reading",
    "exit_status",
    "ledger_of",
    "nothing_read",
    "problem_from",
    "put_together",
    "read_reports",
    "redline_of",
    "report_on",
    "working_of",
]
