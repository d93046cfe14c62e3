"""A dossier's reports all read by the shipped reader, in a command that is killed half way: time, memory, what is kept.

Memory is the resident memory of the command and all its processes together, pages that they share counted once for
each, as seen five times a second: no less than what is used.
"""

from __future__ import annotations

import os
import pty
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from eval.synthetic import reader, report
from nonpaper.dossier.adding import add_reports
from nonpaper.dossier.file import create_dossier, open_dossier
from nonpaper.model.report import ReportText

AT = "2031-03-15T12:00:00+00:00"
SENTENCES = 8
"""About a hundred words a report."""
GOAL = 1_000
"""MB, of all processes together."""
PAGE = os.sysconf("SC_PAGE_SIZE")
_PROGRESS = re.compile(rb"read (\d+): ")


class Ran(NamedTuple):
    """One command: how it ended, its seconds, the most memory in MB, the last count on its progress line, its words."""

    status: int
    seconds: float
    memory: float
    progress: int
    said: str


def rebuild_and_add(folder: Path, count: int, jobs: int) -> bool:
    """Both commands over `count` reports each, each killed half way and given again; whether all held."""
    return all([_rebuilt(folder / "old.dossier", count, jobs), _added(folder, count, jobs)])


def _rebuilt(path: Path, count: int, jobs: int) -> bool:
    with create_dossier(path, reader=reader()) as dossier:
        add_reports(dossier.store, _short(count), reader=reader(), at=AT)
    return _twice("rebuild", [str(path)], path, count, jobs)


def _added(folder: Path, count: int, jobs: int) -> bool:
    given, path = folder / "given", folder / "new.dossier"
    given.mkdir()
    for start in range(0, count, 1000):
        lines = (msgspec.json.encode(_row(r)) for r in _short(min(1000, count - start), start=10**6 + start))
        (given / f"{start:06}.jsonl").write_bytes(b"\n".join(lines))
    create_dossier(path).close()
    return _twice("add", [str(path), str(given)], path, count, jobs)


def _short(count: int, *, start: int = 0) -> Iterator[ReportText]:
    return (report(number, sentences=SENTENCES) for number in range(start, start + count))


def _row(received: ReportText) -> dict[str, str | None]:
    about = received.report
    return {"id": about.id, "text": received.text, "outlet": about.outlet, "published": about.published}


def _twice(command: str, words: list[str], path: Path, count: int, jobs: int) -> bool:
    call = [command, *words, "--jobs", str(jobs)]
    first = ran(call, until=lambda done: done >= count // 2)
    kept = _read(path)
    second = ran(call)
    all_read, faults = _read(path), _faults(path)
    peak = max(first.memory, second.memory)
    print(f"{command} --jobs {jobs}, {count:,} reports of about {13 * SENTENCES} words")
    print(f"  killed at progress {first.progress:,} after {first.seconds:.0f} s; {kept:,} kept")
    print(f"  given again: {second.said} after {second.seconds:.0f} s, exit {second.status}; {all_read:,} read in all")
    print(f"  {1000 * (first.seconds + second.seconds) / count:.0f} ms a report; faults found by a check: {faults}")
    print(f"  peak memory of all processes: {peak:.0f} MB (goal: under {GOAL:,})", flush=True)
    again = f"{count - kept} report" in second.said
    return peak < GOAL and second.status == 0 and again and all_read == count and not faults and kept >= count // 2 - 1


def _read(path: Path) -> int:
    """Reports that today's reader has read."""
    with open_dossier(path) as dossier:
        counts = dossier.status().counts
        return counts.reports - counts.behind


def _faults(path: Path) -> int:
    with open_dossier(path) as dossier:
        return sum(1 for _ in dossier.check())


def ran(words: list[str], until: Callable[[int], bool] = lambda _: False) -> Ran:
    """The command run at a terminal of its own; it is killed once its progress line has `until`."""
    mouth, end = pty.openpty()
    begun = time.perf_counter()
    command = [sys.executable, "-m", "nonpaper", *words]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=end, start_new_session=True) as child:
        os.close(end)
        heard = bytearray()
        ears = threading.Thread(target=_hear, args=(mouth, heard))
        ears.start()
        most, done = 0.0, 0
        while child.poll() is None:
            most = max(most, _resident(child.pid))
            done = int((_PROGRESS.findall(bytes(heard[-400:])) or [done])[-1])
            if until(done):
                child.send_signal(signal.SIGKILL)
            time.sleep(0.2)
    seconds = time.perf_counter() - begun
    _gone(child.pid)
    ears.join()
    return Ran(child.returncode, seconds, most, done, _last_words(bytes(heard)))


def _hear(mouth: int, heard: bytearray) -> None:
    try:
        while more := os.read(mouth, 65536):
            heard += more
    except OSError:  # how a terminal says that nobody is left at the other end
        pass
    os.close(mouth)


def _last_words(heard: bytes) -> str:
    lines = re.sub(rb"\r|\x1b\[K", b"\n", heard).decode(errors="replace").split("\n")
    return next((line for line in reversed(lines) if line.strip()), "")


def _gone(session: int) -> None:
    """Waits for the processes of a killed command; AssertionError where they stay."""
    for _ in range(50):
        if not list(_processes(session)):
            return
        time.sleep(0.2)
    raise AssertionError("a killed command left processes behind")


def _resident(session: int) -> float:
    return sum(pages for _, pages in _processes(session)) * PAGE / 1e6


def _processes(session: int) -> Iterator[tuple[int, int]]:
    """The processes of a session, each with its resident pages."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            if int(fields[3]) == session and fields[0] != "Z":
                yield int(entry.name), int(fields[21])
