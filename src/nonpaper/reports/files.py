"""Which files a call names: folders opened, devices and broken links refused, sizes kept in bounds."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from nonpaper.errors import ReportError
from nonpaper.model.finding import Finding
from nonpaper.reports.assemble import left_out

SUFFIXES = {
    ".txt": "plain", ".text": "plain", ".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".pdf": "pdf", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".xml": "feed", ".rss": "feed", ".atom": "feed", ".rdf": "feed",
}  # fmt: skip
MOST_BYTES = 50_000_000
_LISTED = 5


def files_in(folder: str) -> Iterator[str | Finding]:
    """The reports in a folder and the folders in it, in order of name; then a note on what else lies there."""
    faults: list[Finding] = []
    read = 0
    others: list[str] = []
    for root, folders, names in os.walk(folder, onerror=lambda error: faults.append(left_out(_refused(error)))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            if suffix_of(name) in SUFFIXES:
                read += 1
                yield str(Path(root, name))
            else:
                others.append(shown(name))
    yield from faults
    if not read and not faults:
        yield left_out(_no_reports(folder))
    elif others:
        yield _others(folder, others)


def suffix_of(path: str) -> str:
    """The file name's ending in small letters, with its dot."""
    return Path(path).suffix.lower()


def shown(path: str) -> str:
    """A path that can be printed whatever bytes it has."""
    text = os.fsencode(path).decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def load(path: str) -> bytes:
    """The bytes of a regular file; ReportError where it is none, is locked away, or is too large."""
    where = shown(path)
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode):
            raise ReportError("is not a file", where=where, remedy="give a file or a folder", code="not_a_file")
        if status.st_size > MOST_BYTES:
            raise _too_large(where)
        with Path(path).open("rb") as file:
            return _bounded(file, where)
    except OSError as error:
        raise _refused(error, path) from error
    except ValueError as error:  # a null character in the name
        raise ReportError("is not a file name", where=where, remedy="check the name", code="missing") from error


def load_stream(stream: BinaryIO | None, where: str) -> bytes:
    """All bytes of standard input; ReportError where there is none or too much."""
    if stream is None:
        raise ReportError("is not connected", where=where, remedy="pipe a report into the command", code="missing")
    try:
        return _bounded(stream, where)
    except (OSError, ValueError) as error:
        raise ReportError(
            "cannot be read", where=where, remedy="pipe a report into the command", code="denied"
        ) from error


def _bounded(stream: BinaryIO, where: str) -> bytes:
    data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise _too_large(where)
    return data


def _too_large(where: str) -> ReportError:
    what = f"is larger than {MOST_BYTES // 1_000_000} MB"
    return ReportError(what, where=where, remedy="split it into single reports", code="too_long")


def _refused(error: OSError, path: str | None = None) -> ReportError:
    path = path or str(error.filename)
    where = shown(path)
    if isinstance(error, PermissionError):
        return ReportError("may not be read", where=where, remedy="ask for the right to read it", code="denied")
    if isinstance(error, FileNotFoundError) and Path(path).is_symlink():
        return ReportError("is a link to nothing", where=where, remedy="give the file itself", code="missing")
    if isinstance(error, FileNotFoundError):
        return ReportError("does not exist", where=where, remedy="check the path", code="missing")
    return ReportError("cannot be opened", where=where, remedy="check the path and the disk", code="denied")


def _no_reports(folder: str) -> ReportError:
    kinds = ", ".join(sorted(SUFFIXES))
    return ReportError(
        "is a folder without reports",
        where=shown(folder),
        remedy=f"put files into it that end in {kinds}",
        code="empty",
    )


def _others(folder: str, names: list[str]) -> Finding:
    listed = ", ".join(names[:_LISTED]) + (f" and {len(names) - _LISTED} more" if len(names) > _LISTED else "")
    what = f"holds files of other kinds, which were not read: {listed}"
    return Finding(
        code="other_kind",
        level="note",
        where=shown(folder),
        what=what,
        remedy="name them one by one to have them tried",
    )
