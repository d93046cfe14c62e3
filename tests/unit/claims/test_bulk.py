"""Reading side by side: the same records in the same order, and nothing lost where a process dies."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

import pytest

from nonpaper.claims.bulk import _result, read_all
from nonpaper.claims.reader import read, read_quickly
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import Report, ReportText

TEXTS = [
    ReportText(
        report=Report(id=f"r{n}", path=f"{n}.txt"),
        text=f"The minister said the {20 + n}-point plan would require Kessara to cut its army to {n}0,000.",
    )
    for n in range(1, 5)
]
FAULT = Finding(code="empty", level="left_out", where="x.txt", what="is empty", remedy="give a report")


def test_the_number_of_processes_changes_nothing() -> None:
    items = [TEXTS[0], FAULT, *TEXTS[1:]]
    alone = list(read_all(items, 1))
    assert list(read_all(items, 2)) == alone
    assert alone[1] is FAULT
    assert [r.report.id for r in alone if not isinstance(r, Finding)] == ["r1", "r2", "r3", "r4"]


def test_what_a_dead_process_had_is_read_here() -> None:
    dead: Future = Future()
    dead.set_exception(BrokenProcessPool("killed"))
    for reader in (read, read_quickly):
        (alone,) = read_all(TEXTS[:1], 1, reader)
        assert _result(reader, (TEXTS[0], dead)) == alone


def test_the_quick_reader_reads_quickly_in_every_process() -> None:
    """Plain statements are found by both networks; the same whether it reads here or in two processes."""
    quick = list(read_all(TEXTS, 1, read_quickly))
    assert list(read_all(TEXTS, 2, read_quickly)) == quick
    for text, one in zip(TEXTS, quick, strict=True):
        assert isinstance(one, Reading)
        slow = read(text)
        assert [p.span for p in one.provisions] == [p.span for p in slow.provisions]
        assert [c.content for c in one.claims] == [c.content for c in slow.claims]


def test_nothing_is_read_before_it_is_asked_for() -> None:
    taken: list[str] = []

    def watched():
        for item in TEXTS:
            taken.append(item.report.id)
            yield item

    readings = read_all(watched(), 1)
    next(readings)
    assert taken == ["r1"]


KILLED = """
import multiprocessing, os
from concurrent.futures import ProcessPoolExecutor
from nonpaper.claims.bulk import _alone
pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), initializer=_alone)
print(pool.submit(os.getpid).result(), flush=True)
os.kill(os.getpid(), 9)
"""


@pytest.mark.skipif(os.name != "posix", reason="kills")
def test_no_process_outlives_a_command_that_was_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as command:
        assert command.stdout is not None
        left = int(command.stdout.readline())
        assert command.wait(30) == -9
        assert _ends(left)


def _ends(process: int) -> bool:
    """Whether a process, soon, is gone or only waits for its end to be noted."""
    for _ in range(160):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    os.kill(process, 9)
    return False
