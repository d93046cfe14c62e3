"""Judgements in the file: only added, in the order of time."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from nonpaper.store.records import Judged

_FIELDS = "id, at, number, author, reason, correction, undoes"
_PUT = f"INSERT INTO judgement ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING"  # noqa: S608


def put_judged(link: sqlite3.Connection, judged: Iterable[Judged]) -> None:
    """Adds each; one that is there already is left as it is."""
    rows = [(j.id, j.at, j.number, j.author, j.reason, j.correction, j.undoes) for j in judged]
    link.executemany(_PUT, rows)


def all_judged(link: sqlite3.Connection) -> tuple[Judged, ...]:
    """Every one in the order of time, those of one moment by their number and then by their id."""
    rows = link.execute(f"SELECT {_FIELDS} FROM judgement")  # noqa: S608
    names = _FIELDS.split(", ")
    return tuple(sorted((Judged(**dict(zip(names, row, strict=True))) for row in rows), key=_when))


def _when(judged: Judged) -> tuple[datetime, int, str]:
    return datetime.fromisoformat(judged.at), judged.number, judged.id
