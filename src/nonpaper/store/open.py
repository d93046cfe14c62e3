"""Opens and makes dossiers: connections, settings, versions."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from nonpaper.errors import StoreError
from nonpaper.store.faults import told
from nonpaper.store.header import APPLICATION_ID, is_database, is_dossier
from nonpaper.store.schema import VERSIONS
from nonpaper.store.sqlite import SqliteStore

WAIT = 5.0
"""Seconds that a writer waits for another to finish."""


def create_store(path: str) -> SqliteStore:
    """A new, empty dossier; StoreError where something has that name already. It appears whole or not at all."""
    if os.path.lexists(path):
        raise StoreError(f"{path}: is there already; choose another name")
    part = f"{path}.{os.getpid()}.part"
    with told(path):
        try:
            _make(part)
            _into_place(part, path)
        finally:
            for end in ("", "-wal", "-shm"):
                Path(part + end).unlink(missing_ok=True)
    return open_store(path)


def _make(part: str) -> None:
    made = sqlite3.connect(part, isolation_level=None)
    try:
        made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        made.execute("PRAGMA journal_mode = WAL")
        migrate(made, len(VERSIONS))
    finally:
        made.close()


def _into_place(part: str, path: str) -> None:
    try:
        os.link(part, path)  # unlike a rename, never takes another's place
    except FileExistsError:
        raise StoreError(f"{path}: is there already; choose another name") from None
    except OSError:
        try:
            Path(part).rename(path)  # a file system without links
        except OSError as error:
            raise StoreError(f"{path}: cannot be made ({error.strerror or error}); check the folder") from error


def open_store(path: str, *, wait: float = WAIT) -> SqliteStore:
    """The dossier in a file, brought to this program's version; StoreError where it is none, newer or damaged.

    A file that may only be read is opened for reading; an older one is then brought up in memory.
    """
    _must_be_dossier(path)
    with told(path):
        writable = os.access(path, os.W_OK) and os.access(Path(path).resolve().parent, os.W_OK)
        link = _connected(path, writable, wait)
        try:
            found = int(link.execute("PRAGMA user_version").fetchone()[0])
            if found > len(VERSIONS):
                raise StoreError(
                    f"{path}: was written by a newer Nonpaper (version {found} of the file; this program knows "
                    f"{len(VERSIONS)}); use that one"
                )
            if found < len(VERSIONS):
                link = link if writable else _in_memory(link)
                migrate(link, len(VERSIONS))
            _same_tables(link, path)
        except BaseException:
            link.close()
            raise
    return SqliteStore(link, path, writable=writable)


def _must_be_dossier(path: str) -> None:
    if is_dossier(path):
        return
    if is_database(path):
        raise StoreError(f"{path}: is another program's database, not a dossier; name a file made by `nonpaper new`")
    if not Path(path).exists():
        raise StoreError(f"{path}: is not there; check the name, or make it: nonpaper new {path}")
    raise StoreError(f"{path}: is not a dossier, or cannot be read; name a file made by `nonpaper new`")


def _connected(path: str, writable: bool, wait: float) -> sqlite3.Connection:
    file = Path(path).resolve()  # the log lies beside the file that a link leads to
    log = Path(f"{file}-wal")
    waiting = log.exists() and log.stat().st_size > 0
    mode = "mode=rw" if writable else "mode=ro" if waiting else "immutable=1"
    link = sqlite3.connect(f"{file.as_uri()}?{mode}", uri=True, timeout=wait, isolation_level=None)
    settings = ["foreign_keys = ON", "trusted_schema = OFF", "cell_size_check = ON", "synchronous = FULL"]
    for setting in settings + (["journal_mode = WAL"] if writable else []):
        link.execute(f"PRAGMA {setting}")
    return link


def _in_memory(link: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    link.backup(copy)
    link.close()
    return copy


def migrate(link: sqlite3.Connection, to: int) -> None:
    """Brings the tables to version `to`, all in one transaction: the file is at the old version or at the new one."""
    link.execute("BEGIN IMMEDIATE")
    try:
        found = int(link.execute("PRAGMA user_version").fetchone()[0])  # another may have been faster
        for statement in (s for version in VERSIONS[found:to] for s in version):
            link.execute(statement)
        link.execute(f"PRAGMA user_version = {max(found, to)}")
        link.execute("COMMIT")
    except BaseException:
        if link.in_transaction:
            link.execute("ROLLBACK")
        raise


def _same_tables(link: sqlite3.Connection, path: str) -> None:
    """A file from elsewhere may carry triggers that act when we write: only our own are let in."""
    ours, own = _objects(link), _pattern()
    changed = [name for name, sql in own.items() if ours.get(name) != sql]
    foreign = [n for (kind, n) in ours if kind == "trigger" and (kind, n) not in own]
    if changed or foreign:
        named = ", ".join([name for _, name in changed] + foreign)
        raise StoreError(
            f"{path}: its tables are not as Nonpaper makes them ({named}); export a backup from the source"
        )


def _pattern() -> dict[tuple[str, str], str]:
    link = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(link, len(VERSIONS))
        return _objects(link)
    finally:
        link.close()


def _objects(link: sqlite3.Connection) -> dict[tuple[str, str], str]:
    rows = link.execute("SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'trigger')")
    return {(str(kind), str(name)): str(sql) for kind, name, sql in rows}
