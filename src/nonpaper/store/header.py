"""What a file is, from its first hundred bytes: no database need be opened to know."""

from __future__ import annotations

from pathlib import Path

MAGIC = b"SQLite format 3\x00"
APPLICATION_ID = 0x4E507031  # "NPp1"


def is_database(path: str) -> bool:
    """Whether the file begins as an SQLite database does; False where it cannot be read."""
    return _head(path).startswith(MAGIC)


def is_dossier(path: str) -> bool:
    """Whether the file is a dossier: an SQLite database that carries our mark. False where it cannot be read."""
    head = _head(path)
    return head.startswith(MAGIC) and int.from_bytes(head[68:72], "big") == APPLICATION_ID


def _head(path: str) -> bytes:
    try:
        if not Path(path).is_file():
            return b""
        with Path(path).open("rb") as file:
            return file.read(100)
    except (OSError, ValueError):
        return b""
