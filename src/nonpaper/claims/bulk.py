"""Many reports read side by side: the reader is a pure function of one report, so it maps over processes."""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import TypeVar

from nonpaper.claims.reader import read
from nonpaper.claims.shipped import THREADS
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import ReportText

AHEAD = 4
"""Reports handed to each process before the first is back: enough to keep it busy, few enough to stay in memory."""

Waiting = tuple[ReportText, "Future[Reading]"]
Given = TypeVar("Given")
Read = Callable[[ReportText], Reading]
"""What reads one report."""


def read_all(items: Iterable[ReportText | Finding], jobs: int = 1, read: Read = read) -> Iterator[Reading | Finding]:
    """One reading a report, findings passed on, in the order given, whatever `jobs` is. Memory stays flat.

    Where a process dies, what it had is read here, and so is the rest. `read` reads one; processes import it.
    """
    if jobs <= 1:
        yield from (item if isinstance(item, Finding) else read(item) for item in items)
        return
    context = multiprocessing.get_context("spawn")  # a fork would copy the runtime's threads in an unknown state
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_alone) as pool:
        yield from in_order(items, partial(_submitted, pool, read), partial(_result, read), lambda: AHEAD * jobs)


def in_order(
    items: Iterable[ReportText | Finding],
    give: Callable[[ReportText], Given],
    take: Callable[[Given], Reading | Finding],
    ahead: Callable[[], int],
) -> Iterator[Reading | Finding]:
    """What `take` gets for each report that `give` gave out, in the order of `items`; findings pass in their places.

    No more than `ahead` are out at once, and no item is asked for before its turn, so memory stays flat.
    """
    waiting: deque[Finding | Given] = deque()
    for item in items:
        waiting.append(item if isinstance(item, Finding) else give(item))
        while len(waiting) >= ahead():
            yield _taken(waiting.popleft(), take)
    while waiting:
        yield _taken(waiting.popleft(), take)


def _taken(entry: Finding | Given, take: Callable[[Given], Reading | Finding]) -> Reading | Finding:
    return entry if isinstance(entry, Finding) else take(entry)


def _alone() -> None:
    """One thread a process: the processes themselves fill the cores. None outlives a parent that was killed."""
    THREADS.set(1)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()  # a pool's processes hold its queue open for one another and would wait for ever
        os._exit(1)


def _submitted(pool: ProcessPoolExecutor, read: Read, item: ReportText) -> Waiting:
    try:
        return item, pool.submit(read, item)
    except BrokenProcessPool as error:
        failed: Future[Reading] = Future()
        failed.set_exception(error)
        return item, failed


def _result(read: Read, entry: Waiting) -> Reading:
    item, future = entry
    try:
        return future.result()
    except BrokenProcessPool:
        return read(item)
