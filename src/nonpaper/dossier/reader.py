"""The readers that a dossier's readings come from, and the name of their present state."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import NamedTuple

from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import ReportText

ReadAll = Callable[[Iterable[ReportText | Finding], int], Iterator[Reading | Finding]]


class Reader(NamedTuple):
    """One reading a report, in the order given, with so many processes; `name` changes whenever a reading might."""

    name: str
    read_all: ReadAll


def shipped_reader() -> Reader:
    """The reader that comes with the package; nothing of it is loaded before it reads."""
    return Reader(state(), _read_all)


def quick_reader() -> Reader:
    """The same reader with the narrower of its two networks: about half of the time, and less is found.

    >>> import nonpaper
    >>> nonpaper.read("reports", reader=nonpaper.quick_reader())
    <3 reports read, 0 findings>
    """
    return Reader(f"{state()} quick", _read_all_quickly)


def _read_all(items: Iterable[ReportText | Finding], jobs: int) -> Iterator[Reading | Finding]:
    from nonpaper.claims.bulk import read_all

    return read_all(items, jobs)


def _read_all_quickly(items: Iterable[ReportText | Finding], jobs: int) -> Iterator[Reading | Finding]:
    from nonpaper.claims.bulk import read_all
    from nonpaper.claims.reader import read_quickly

    return read_all(items, jobs, read_quickly)


@cache
def state() -> str:
    """Twelve digits of the hash of all that a reading depends on: rules, cue data, records, the list of weights."""
    made = hashlib.sha256()
    for folder in ("model", "text", "claims"):
        for path, data in sorted(_files(files("nonpaper") / folder, folder)):
            made.update(f"{path}\0{len(data)}\0".encode() + data)
    return made.hexdigest()[:12]


def _files(folder: Traversable, at: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        path = f"{at}/{entry.name}"
        if entry.is_dir():
            yield from _files(entry, path)
        elif entry.name.endswith((".py", ".toml")) or entry.name == "SHA256SUMS":
            yield path, entry.read_bytes()
