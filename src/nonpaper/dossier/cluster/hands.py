"""Reports handed to a cluster and taken back: a bounded number at once, each read once, whoever dies."""

from __future__ import annotations

import time
from collections import deque
from typing import Any

from nonpaper.claims.bulk import AHEAD, Read
from nonpaper.dossier.cluster.connect import ask, lost
from nonpaper.dossier.cluster.worker import read_there, reads_as
from nonpaper.errors import ClusterError, NonpaperError
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import ReportText

PULSE = 5.0
"""Seconds between two looks at whether there are workers."""
PATIENCE = 60.0
"""Seconds without any worker after which reading stops: workers that died have been started again by then."""


class Task:
    """A report that was given out: `future` until it was asked for, then `found`; None where its workers died."""

    def __init__(self, item: ReportText, future: Any) -> None:
        self.item, self.future = item, future
        self.found: Reading | Finding | None = None


class Hands:
    """Gives reports to the workers and takes readings back, in the order in which they were given."""

    def __init__(self, client: Any, address: str, read: Read | None) -> None:
        self._client, self._address, self._read = client, address, read
        self._wanted = reads_as()
        self._out: deque[Task] = deque()
        self._ahead, self._counted = 0, float("-inf")

    def ahead(self) -> int:
        """How many reports may be out at once; the workers are counted anew every few seconds."""
        if time.monotonic() - self._counted > PULSE:
            self._ahead, self._counted = max(2, AHEAD * self._threads()), time.monotonic()
        return self._ahead

    def give(self, item: ReportText) -> Task:
        """Gives out a report."""
        self._out.append(self._given(item))
        return self._out[-1]

    def take(self, task: Task) -> Reading | Finding:
        """The reading of the report given out first of all that are still out, waited for.

        Where too many workers died that had it, it may have died with another that killed them. So the others are
        waited for, and it is read once more with nothing beside it; if it ends its workers then, it is left out.
        A worker that came later without this program ends at any report, so all are asked anew first.
        """
        self._out.popleft()
        if (found := self._found(task)) is not None:
            return found
        for other in self._out:
            self._found(other)
        self._wait_for_workers()
        ask(self._client, self._address)
        return self._found(self._given(task.item)) or _left_out(task.item, "deadly", "ended every worker that read it")

    def _given(self, item: ReportText) -> Task:
        try:
            return Task(item, self._client.submit(read_there, item, self._wanted, self._read, pure=False))
        except RuntimeError as error:  # the client has given up
            raise lost(self._address) from error

    def _found(self, task: Task) -> Reading | Finding | None:
        if task.future is not None:
            task.found = self._result(task)
            task.future = None  # the cluster may forget it
        return task.found

    def _result(self, task: Task) -> Reading | Finding | None:
        from distributed import CancelledError, KilledWorker

        while True:
            try:
                return task.future.result(timeout=PULSE)  # type: ignore[no-any-return]
            except TimeoutError:
                self._wait_for_workers()
            except KilledWorker:
                return None
            except (CancelledError, OSError) as error:
                raise lost(self._address) from error
            except NonpaperError:
                raise
            except Exception as error:  # noqa: BLE001 (whatever a worker met)
                return _left_out(
                    task.item, "worker", f"could not be read by a worker ({type(error).__name__}: {error})"
                )

    def _wait_for_workers(self) -> None:
        end = time.monotonic() + PATIENCE
        while not self._threads():
            if time.monotonic() > end:
                raise ClusterError(
                    f"{self._address}: no worker is left; what was read before is kept; start workers, and give the "
                    "same call again for the rest"
                )
            time.sleep(PULSE / 5)

    def _threads(self) -> int:
        try:
            return sum(self._client.nthreads().values())
        except (OSError, TimeoutError, RuntimeError) as error:
            raise lost(self._address) from error


def _left_out(item: ReportText, code: str, what: str) -> Finding:
    path = item.report.path
    return Finding(code=code, level="left_out", where=path, what=what, remedy=f"read it alone: nonpaper read {path}")
