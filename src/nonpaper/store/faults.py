"""SQLite's errors in plain words: which file, what is wrong, what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from nonpaper.errors import StoreError

_WORDS = (
    ("locked", "another program is writing in it; try again when that has finished"),
    ("is full", "there is no room left to write; nothing of this step is in it, earlier work is whole; make room"),
    ("disk i/o", "the disk would not take or give the data; earlier work is whole; check room and permissions"),
    ("readonly", "it may only be read; make the file and its folder writable, or work on a copy"),
    ("read-only", "it may only be read; make the file and its folder writable, or work on a copy"),
    ("unable to open", "it cannot be opened; check the name and that the folder is writable"),
    ("not a database", "it is not a dossier; name a file made by `nonpaper new`"),
    ("malformed", "it is damaged; go back to a backup, or save what `nonpaper check` can still read"),
)


@contextmanager
def told(path: str) -> Iterator[None]:
    """Inside the block an error of SQLite's becomes a StoreError that names the file."""
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {_said(str(error))}") from error


def _said(error: str) -> str:
    return next((words for sign, words in _WORDS if sign in error.lower()), f"SQLite refuses ({error}); run a check")
