"""What addresses answered with, in the file: bytes once by their hash, never altered."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from nonpaper.store.records import Arrival


def put_arrivals(link: sqlite3.Connection, report: str, arrivals: Iterable[Arrival]) -> None:
    """Adds each; one that is there already is left as it is."""
    for one in arrivals:
        link.execute("INSERT INTO received VALUES (?, ?) ON CONFLICT DO NOTHING", (one.sha256, one.data))
        row = (report, one.url, one.at, one.kind, one.sha256)
        link.execute("INSERT INTO arrival VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", row)


def arrivals_of(link: sqlite3.Connection, report: str) -> tuple[Arrival, ...]:
    """Those of one report in the order of time."""
    rows = link.execute(
        "SELECT url, at, kind, sha256, data FROM arrival JOIN received USING (sha256) "
        "WHERE report = ? ORDER BY at, url",
        (report,),
    )
    return tuple(Arrival(**dict(zip(("url", "at", "kind", "sha256", "data"), row, strict=True))) for row in rows)
