"""Work under way: a row while it lasts, so that what stopped half way can be told."""

from __future__ import annotations

import os
import sqlite3

from nonpaper.store.records import Step


def begin(link: sqlite3.Connection, what: str, at: str) -> int:
    """Notes a piece of work; its number."""
    row = (what, at, os.getpid())
    return int(link.execute("INSERT INTO step (what, begun, process, done) VALUES (?, ?, ?, 0)", row).lastrowid or 0)


def count(link: sqlite3.Connection, step: int) -> None:
    """One more thing is stored; in the transaction that stores it."""
    link.execute("UPDATE step SET done = done + 1 WHERE number = ?", (step,))


def forget(link: sqlite3.Connection, step: int) -> None:
    """The work has ended, or it was told that it did not."""
    link.execute("DELETE FROM step WHERE number = ?", (step,))


def gone(link: sqlite3.Connection) -> tuple[Step, ...]:
    """Pieces of work whose process is no longer there."""
    rows = link.execute("SELECT number, what, begun, process, done FROM step ORDER BY number")
    steps = (Step(number=n, what=w, begun=b, process=p, done=d) for n, w, b, p, d in rows)
    return tuple(step for step in steps if not _runs(step.process))


def _runs(process: int) -> bool:
    if process == os.getpid():
        return True
    if os.name != "posix" or process <= 0:  # elsewhere signal 0 would end the process rather than ask for it
        return False
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        pass
    return True
