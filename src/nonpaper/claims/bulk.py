"""Many reports read side by side: the reader is a pure function of one report, so it maps over processes."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from nonpaper.claims.reader import read
from nonpaper.claims.shipped import THREADS
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import ReportText

AHEAD = 4
"""Reports handed to each process before the first is back: enough to keep it busy, few enough to stay in memory."""

Waiting = tuple[ReportText, "Future[Reading]"]


def read_all(items: Iterable[ReportText | Finding], jobs: int = 1) -> Iterator[Reading | Finding]:
    """One reading a report, findings passed on, in the order given, whatever `jobs` is. Memory stays flat.

    Where a process dies, what it had is read here, and so is the rest.
    """
    if jobs <= 1:
        yield from (item if isinstance(item, Finding) else read(item) for item in items)
        return
    context = multiprocessing.get_context("spawn")  # a fork would copy the runtime's threads in an unknown state
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_alone) as pool:
        waiting: deque[Finding | Waiting] = deque()
        for item in items:
            waiting.append(item if isinstance(item, Finding) else (item, _submitted(pool, item)))
            if len(waiting) >= AHEAD * jobs:
                yield _result(waiting.popleft())
        while waiting:
            yield _result(waiting.popleft())


def _alone() -> None:
    """One thread a process: the processes themselves fill the cores."""
    THREADS.set(1)


def _submitted(pool: ProcessPoolExecutor, item: ReportText) -> Future[Reading]:
    try:
        return pool.submit(read, item)
    except BrokenProcessPool as error:
        failed: Future[Reading] = Future()
        failed.set_exception(error)
        return failed


def _result(entry: Finding | Waiting) -> Reading | Finding:
    if isinstance(entry, Finding):
        return entry
    item, future = entry
    try:
        return future.result()
    except BrokenProcessPool:
        return read(item)
