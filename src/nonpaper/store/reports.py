"""Reports in the file: put in once, never altered."""

from __future__ import annotations

import sqlite3

from nonpaper.model.report import Report, ReportText
from nonpaper.store.rows import REPORT, REST, content, digest, report_of, report_row

ABOUT = ", ".join(f"report.{name}" for name in REPORT)
WHOLE = ", ".join(f"report.{name}" for name in (*REPORT, *REST))
_PUT = (
    f"INSERT INTO report ({', '.join((*REPORT, *REST))}, content, added, sha256) "  # noqa: S608 (our own names)
    f"VALUES ({', '.join('?' * 15)}) ON CONFLICT (content) DO NOTHING"
)


def put_report(link: sqlite3.Connection, received: ReportText, at: str) -> bool:
    """False where its content is there already."""
    row = report_row(received)
    return link.execute(_PUT, (*row, content(received), at, digest(*row))).rowcount == 1


def same_report(link: sqlite3.Connection, received: ReportText) -> str | None:
    """The id under which its content is kept."""
    found = link.execute("SELECT id FROM report WHERE content = ?", (content(received),)).fetchone()
    return str(found[0]) if found else None


def one_report(link: sqlite3.Connection, report: str) -> ReportText | None:
    """The report under an id, as received."""
    row = link.execute(f"SELECT {WHOLE} FROM report WHERE id = ?", (report,)).fetchone()  # noqa: S608
    return report_of(row) if row else None


def all_about(link: sqlite3.Connection) -> tuple[Report, ...]:
    """What is known about each, without texts."""
    rows = link.execute(f"SELECT {ABOUT} FROM report ORDER BY number")  # noqa: S608
    return tuple(Report(**dict(zip(REPORT, row, strict=True))) for row in rows)


class Came:
    """When each report came in, by its id, in their order. Of a file that stays open only what came since is listed.

    None is ever altered or deleted, and a later one has a greater number.
    """

    def __init__(self) -> None:
        self._last, self._added = 0, dict[str, str]()

    def added(self, link: sqlite3.Connection) -> dict[str, str]:
        """Of all reports in the file; for reading alone."""
        rows = link.execute("SELECT number, id, added FROM report WHERE number > ? ORDER BY number", (self._last,))
        new = rows.fetchall()
        if link.in_transaction:  # what is not in for good is not noted
            return {**self._added, **{report: at for _, report, at in new}}
        self._added.update({report: at for _, report, at in new})
        self._last = new[-1][0] if new else self._last
        return self._added
