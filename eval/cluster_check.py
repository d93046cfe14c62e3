"""`python -m eval.cluster_check`: a real cluster of two workers reads, while its workers and scheduler are killed.

Scheduler and workers are processes of their own on this machine, started as a user starts them, and the commands are
the program's own. Exit 1 where a promise of docs/cluster.md does not hold.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import distributed
import msgspec

from eval.data import ROOT
from eval.synthetic import read, report, reports
from nonpaper.dossier.cluster import cluster_reader
from nonpaper.dossier.file import open_dossier
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.model.report import ReportText

DASK = [sys.executable, "-m", "dask"]
DEADLY = 7


class Cluster:
    """A scheduler and workers, each a process."""

    def __init__(self, folder: Path) -> None:
        self.port, self.log = _free_port(), (folder / "cluster.log").open("ab")
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard")
        self.workers: list[subprocess.Popen[bytes]] = []

    def work(self, count: int = 1, **more: str) -> None:
        """Starts so many workers, and waits until the cluster has them."""
        for _ in range(count):
            self.workers.append(
                self._start(
                    "worker", self.address, "--nthreads", "1", "--no-dashboard", **more
                )  # a nanny and its worker
            )
        dask: Any = distributed
        with dask.Client(self.address, timeout=120, set_as_default=False) as asking:
            if self.workers:
                asking.wait_for_workers(len(self.workers), timeout=300)

    def kill_a_worker(self) -> None:
        """Ends one worker's process, not the nanny that starts it again, as a full memory would."""
        nanny = self.workers[0].pid
        os.kill(next(child for child in _children(nanny)), signal.SIGKILL)

    def stop(self) -> None:
        """Ends all."""
        for process in (*self.workers, self.scheduler):
            process.terminate()
        for process in (*self.workers, self.scheduler):
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:  # a nanny that was just starting a worker again
                process.kill()
                process.wait()
        self.log.close()

    def _start(self, *words: str, **more: str) -> subprocess.Popen[bytes]:
        environment = os.environ | {"PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"} | more
        return subprocess.Popen([*DASK, *words], stdout=self.log, stderr=self.log, env=environment)


@contextmanager
def cluster(folder: Path, workers: int) -> Iterator[Cluster]:
    """A cluster that ends with the block."""
    made = Cluster(folder)
    try:
        made.work(workers)
        yield made
    finally:
        made.stop()


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--reports", type=int, default=120)
    count = asked.parse_args().reports
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "given").mkdir()
        rows = [{"id": r.report.id, "text": r.text} for r in reports(count)]
        (folder / "given" / "all.jsonl").write_bytes(b"\n".join(msgspec.json.encode(row) for row in rows))
        held = [fault_free(said, check(folder, count)) for said, check in CHECKS.items()]
    return 0 if all(held) else 1


def fault_free(said: str, found: str) -> bool:
    """Prints what was checked and what was found to be otherwise."""
    print(f"{'no' if found else 'ok':3} {said}" + (f": {found}" if found else ""), flush=True)
    return not found


def _same_bytes(folder: Path, count: int) -> str:
    given = str(folder / "given")
    with cluster(folder, 2) as them:
        over = command("read", given, "--format", "jsonl", "--scheduler", them.address)
    here = command("read", given, "--format", "jsonl")
    return (
        "" if (over.stdout, over.returncode) == (here.stdout, 0) and here.stdout.count(b"\n") == count else said(over)
    )


def _worker_killed(folder: Path, count: int) -> str:
    with cluster(folder, 2) as them:
        return _added(folder / "worker.dossier", them, count, them.kill_a_worker, ends=0)


def _scheduler_killed(folder: Path, count: int) -> str:
    path = folder / "scheduler.dossier"
    with cluster(folder, 2) as them:
        found = _added(path, them, count, them.scheduler.kill, ends=2)
    kept = _stored(path)
    if found or not 0 < kept < count:
        return found or f"{kept} kept"
    with cluster(folder, 2) as again:
        done = command("add", str(path), str(folder / "given"), "--scheduler", again.address)
    wanted = f"{count - kept} reports added, {kept} there already".encode()
    return "" if wanted in done.stderr and _stored(path) == count else said(done)


def _deadly(folder: Path, _: int) -> str:
    few = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    os.environ |= few
    with cluster(folder, 2) as them, cluster_reader(them.address, _ends_at(DEADLY)) as reader:
        found = list(reader.read_all(reports(20), 1))
    left = [f for f in found if isinstance(f, Finding)]
    wanted = [left[0] if left and n == DEADLY else read(report(n)) for n in range(20)]
    return "" if found == wanted and [f.where for f in left] == [report(DEADLY).report.path] else repr(left)


def _ends_at(number: int) -> Callable[[ReportText], Reading]:
    deadly = report(number).report.id

    def act(item: ReportText) -> Reading:
        if item.report.id == deadly:
            os.kill(os.getpid(), signal.SIGKILL)
        return read(item)

    return act


def _other_reader(folder: Path, _: int) -> str:
    shutil.copytree(ROOT / "src" / "nonpaper", folder / "other" / "nonpaper", ignore=shutil.ignore_patterns("*.onnx"))
    cues = folder / "other" / "nonpaper" / "claims" / "topics.toml"
    cues.write_text(cues.read_text("utf-8") + "\n# another state\n", "utf-8")
    with cluster(folder, 1) as them:
        them.work(1, PYTHONPATH=str(folder / "other"))
        return _refused(folder, them.address, "has another reader")


def _no_workers(folder: Path, _: int) -> str:
    with cluster(folder, 0) as them:
        return _refused(folder, them.address, "has no workers")


def _unreachable(folder: Path, _: int) -> str:
    return _refused(folder, f"tcp://127.0.0.1:{_free_port()}", "no scheduler answers")


def _something_else(folder: Path, _: int) -> str:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        return _refused(folder, f"tcp://127.0.0.1:{silent.getsockname()[1]}", "no scheduler answers")


CHECKS = {
    "the bytes of --jobs 1": _same_bytes,
    "a worker killed: all read, each once": _worker_killed,
    "the scheduler killed: what was read is kept, the same call goes on": _scheduler_killed,
    "a report that ends its workers is left out by name, the rest is read": _deadly,
    "a worker with another reader is refused": _other_reader,
    "no workers": _no_workers,
    "no scheduler": _unreachable,
    "something else at that address": _something_else,
}


def _refused(folder: Path, address: str, why: str) -> str:
    """Whether `read` says in one line why it will not, and leaves with 2."""
    done = command("read", str(folder / "given"), "--scheduler", address)
    lines = done.stderr.decode().strip().splitlines()
    return "" if done.returncode == 2 and not done.stdout and len(lines) == 1 and why in lines[0] else said(done)


def _added(path: Path, them: Cluster, count: int, strike: Callable[[], None], ends: int) -> str:
    """`add` over the cluster, which is struck when a quarter is in; it is to end so, with one line."""
    command("new", str(path))
    call = ["add", str(path), str(path.parent / "given"), "--scheduler", them.address]
    with subprocess.Popen(_command(*call), stderr=subprocess.PIPE) as adding:
        while adding.poll() is None and _stored(path) < count // 4:
            time.sleep(0.05)
        strike()
        lines = (adding.stderr.read() if adding.stderr else b"").decode().strip().splitlines()
    with open_dossier(path) as dossier:
        faults = list(dossier.check())
    whole = ends or _stored(path) == count
    return "" if adding.returncode == ends and len(lines) == 1 and not faults and whole else f"{lines} {faults}"


def _stored(path: Path) -> int:
    with open_dossier(path) as dossier:
        return dossier.status().counts.reports


def command(*words: str) -> subprocess.CompletedProcess[bytes]:
    """A whole command."""
    return subprocess.run(_command(*words), capture_output=True, check=False)


def _command(*words: str) -> list[str]:
    return [sys.executable, "-m", "nonpaper", *words]


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    """How a command ended, for a message."""
    return json.dumps([done.returncode, done.stderr.decode(errors="replace")[-600:], len(done.stdout)])


def _children(parent: int) -> Iterator[int]:
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                spawned = b"spawn_main" in (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if spawned and int(fields[1]) == parent:
                yield int(entry.name)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


if __name__ == "__main__":
    sys.exit(main())
