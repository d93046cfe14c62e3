"""What a worker does: says how it reads, and reads one report. The weights are loaded once a process."""

from __future__ import annotations

import threading
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from nonpaper.dossier.reader import state
from nonpaper.errors import ClusterError
from nonpaper.model.reading import Reading
from nonpaper.model.report import ReportText

if TYPE_CHECKING:
    from nonpaper.claims.bulk import Read

_LOADING = threading.Lock()


@cache
def reads_as() -> str:
    """Names what a reading made here depends on: the reader's state, and the versions of what runs its model."""
    return ", ".join([state(), *(f"{name} {version(name)}" for name in ("onnxruntime", "tokenizers"))])


def read_there(item: ReportText, wanted: str, read: Read | None = None) -> Reading:
    """The reading of a report by the shipped reader, or by `read`; ClusterError where it would not be as `wanted`."""
    if (own := reads_as()) != wanted:
        raise ClusterError(reads_otherwise("a worker that came later", own, wanted))
    return (read or _shipped())(item)


def reads_otherwise(who: str, own: str, wanted: str) -> str:
    """What is said of a worker that reads in another way."""
    return f"{who} has another reader ({own}; here: {wanted}); install the same Nonpaper there and start it again"


def _shipped() -> Read:
    from nonpaper.claims.reader import read
    from nonpaper.claims.shipped import THREADS, shipped

    with _LOADING:  # a worker may have several threads
        THREADS.set(1)
        shipped()
    return read
