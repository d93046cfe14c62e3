"""Time for others' parsers: what a hostile file makes endless is ended from outside.

A system alarm ends Python code in the main thread, where reports are read; where there is none (another thread, a
system without alarms) the block runs unbounded, and the bounds on size are all that holds.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from nonpaper.errors import ReportError

AGAIN = 0.2
"""Seconds between rings after the first: one that falls into a destructor or a collector's callback is lost."""


class _OutOfTime(BaseException):
    """No Exception, since parsers catch those."""


@contextmanager
def within(seconds: float, where: str) -> Iterator[None]:
    """ReportError where the block takes longer than this many seconds."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
    try:
        yield
    except _OutOfTime:
        signal.setitimer(signal.ITIMER_REAL, 0)
        what, remedy = f"takes more than {seconds:g} seconds to take apart", "paste its text into a .txt file"
        raise ReportError(what, where=where, remedy=remedy, code="too_slow") from None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _ring(_: int, __: object) -> NoReturn:
    raise _OutOfTime
