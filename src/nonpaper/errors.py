"""The error tree.

NonpaperError
├── SpanError          a span that is empty, backward or outside its text
├── ReportError        a report that cannot be read: what, where, what to do
├── CorrectionsError   a person's file of corrections or reliabilities that cannot be used as it stands
├── ProblemError       a bargaining problem that cannot be analysed as it stands
│   └── NoPackageError  red lines and links leave nothing that all could sign
├── MissingExtraError  an optional package is not installed: what needs it and how to install it
├── ExportError        an export's format or table that there is not
├── RedlineError       a redline applied to a text that it was not made from
├── BriefError         an earlier brief that cannot be compared with
├── DraftError         a draft that the reports do not tell of, or not of it alone
├── ScenarioError      a scenario's model that cannot be used as it stands
├── ClusterError       a cluster that does not answer, has no workers, or reads in another way than this machine
├── StoreError         a dossier that cannot be opened, read or written as it stands
└── WeightsError       the reader's shipped weights are missing or damaged

Faults in what people give us to read are `ReportError` at the edge and become findings;
only a wrong call reaches the user as an exception.
"""

from __future__ import annotations


class NonpaperError(Exception):
    """Base of every error that Nonpaper raises on purpose."""


class SpanError(NonpaperError, ValueError):
    """A span that is empty, backward or outside its text."""


class ReportError(NonpaperError):
    """A report that cannot be read. `what` went wrong, `where`, and the `remedy`."""

    def __init__(self, what: str, *, where: str, remedy: str, code: str = "unreadable") -> None:
        super().__init__(f"{where}: {what}; {remedy}")
        self.what, self.where, self.remedy, self.code = what, where, remedy, code


class CorrectionsError(NonpaperError):
    """A person's file of corrections or reliabilities that cannot be used; the message names file, entry and field."""


class ProblemError(NonpaperError, ValueError):
    """A bargaining problem that cannot be analysed as it stands; the message says where and what to do."""


class MissingExtraError(NonpaperError):
    """An optional package is not installed; the message says what needs it and how to install it."""


class ExportError(NonpaperError, LookupError):
    """A format or a table that there is not; the message lists those there are."""


class RedlineError(NonpaperError, ValueError):
    """A redline applied to a text that it was not made from."""


class NoPackageError(ProblemError):
    """Red lines and links leave no package that all could sign, whatever it is worth; the message says which."""


class ScenarioError(NonpaperError):
    """A scenario's model that cannot be used as it stands; the message names file and line."""


class DraftError(NonpaperError, LookupError):
    """A draft that the reports do not tell of, or a name that fits several; the message lists the names there are."""


class BriefError(NonpaperError):
    """A file given as an earlier brief that does not say what it was made of; the message says what to give."""


class StoreError(NonpaperError):
    """A dossier that cannot be opened, read or written as it stands; the message says which, why and what to do."""


class ClusterError(NonpaperError):
    """A cluster that does not answer, has no workers, or reads otherwise; the message says which and what to do."""


class WeightsError(NonpaperError):
    """The reader's shipped weights are missing or damaged."""
