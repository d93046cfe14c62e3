"""The use cases: the only place where reports, reader, corrections and presentation meet. One file a use."""

from __future__ import annotations

from nonpaper.dossier.analysis import ledger_of, problem_from, report_on
from nonpaper.dossier.brief import brief, brief_data, brief_schema
from nonpaper.dossier.codes import coded
from nonpaper.dossier.corpus import Corpus, corpus
from nonpaper.dossier.drafts import Drafts, read_drafts
from nonpaper.dossier.exports import export_schema, exported, exported_files
from nonpaper.dossier.fetch import fetch
from nonpaper.dossier.precedents import Precedents, precedents
from nonpaper.dossier.reading import Outcome, each_reading, exit_status, nothing_read, put_together, read_reports
from nonpaper.dossier.redline import redline_of
from nonpaper.dossier.scenario import analysed
from nonpaper.dossier.working import working_of

__all__ = [
    "Corpus",
    "Drafts",
    "Outcome",
    "Precedents",
    "analysed",
    "brief",
    "brief_data",
    "brief_schema",
    "coded",
    "corpus",
    "each_reading",
    "exit_status",
    "export_schema",
    "exported",
    "exported_files",
    "fetch",
    "ledger_of",
    "nothing_read",
    "precedents",
    "problem_from",
    "put_together",
    "read_drafts",
    "read_reports",
    "redline_of",
    "report_on",
    "working_of",
]
