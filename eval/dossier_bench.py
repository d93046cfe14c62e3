"""`python -m eval.dossier_bench`: a dossier of 10,000 reports of invented talks: one more, a check, what people see.

`--reports N` for another size. The brief is made by the whole command, cold, and in an open dossier after one more
report. Seconds are wall, and in brackets of processor: on a machine that others use the two part.

With `--rebuild 10000`: that many short reports are read by the shipped reader instead, by `rebuild` and by `add`, each
killed half way and given again; `--jobs` processes; about ten minutes each on two cores.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from eval.bench import command
from eval.rebuild_bench import rebuild_and_add
from eval.talks import reader, report, reports
from nonpaper.dossier.adding import add_reports
from nonpaper.dossier.file import Dossier, create_dossier, open_dossier

AT = "2033-03-15T12:00:00+00:00"
NOW = datetime.fromisoformat(AT)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--reports", type=int, default=10_000)
    asked.add_argument("--rebuild", type=int, metavar="REPORTS")
    asked.add_argument("--jobs", type=int, default=2)
    given = asked.parse_args()
    if given.rebuild:
        with tempfile.TemporaryDirectory() as folder:
            raise SystemExit(int(not rebuild_and_add(Path(folder), given.rebuild, given.jobs)))
    count = given.reports
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "big.dossier"
        made = seconds(lambda: _filled(path, count))
        print(f"{count:,} reports added: {made:.1f} s, {made / count * 1000:.1f} ms each, without reading them")
        print(f"size: {path.stat().st_size / 1e6:.0f} MB")
        print(f"opening: {seconds(lambda: _open(path).close()):.3f} s (goal: under 0.5)")
        print(f"whole command `status`, cold: {command('status', str(path), ok=(0, 1)):.2f} s")
        for form in ("html", "json"):
            page = Path(folder) / f"brief.{form}"
            took = _brief(path, form, page)
            print(f"whole command `brief --format {form}`, cold: {took}; {page.stat().st_size / 1e6:.1f} MB written")
        with _open(path) as dossier:
            print(f"one more report and the counts: {seconds(lambda: _one_more(dossier, count)):.3f} s (goal: under 1)")
            print(
                f"every reading decoded, one at a time: {seconds(lambda: sum(1 for _ in dossier.store.kept())):.1f} s"
            )
            print(f"whole check: {seconds(lambda: _well(dossier)):.1f} s")
            print(f"peak resident memory so far: {memory():.0f} MB")
            print(f"all readings at once, as a brief needs them: {seconds(dossier.outcome):.1f} s")
            print(f"the page in an open dossier, first: {spent(lambda: dossier.brief(at=NOW))}")
            more = [spent(partial(_one_more_shown, dossier, count + n)) for n in range(1, 6)]
            print(f"one more report and the page again, five times: {', '.join(more)} (goal: under 1 s)")
    print(f"peak resident memory: {memory():.0f} MB (goal: under 1,000)")


def _brief(path: Path, form: str, page: Path) -> str:
    """Wall seconds, processor seconds and peak memory of one whole command."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    words = ("brief", str(path), "--format", form, "-o", str(page))
    done = subprocess.run([sys.executable, "-m", "nonpaper", *words], check=False, capture_output=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode())
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return f"{wall:.1f} s ({spent:.1f}), at most {after.ru_maxrss / 1024:.0f} MB"


def memory() -> float:
    """Most resident memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def seconds(work: Callable[[], object]) -> float:
    """Wall seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def spent(work: Callable[[], object]) -> str:
    """Wall seconds of one call, and in brackets those of processor."""
    start, busy = time.perf_counter(), time.process_time()
    work()
    return f"{time.perf_counter() - start:.1f} s ({time.process_time() - busy:.1f})"


def _open(path: Path) -> Dossier:
    return open_dossier(path, reader=reader())


def _filled(path: Path, count: int) -> None:
    with create_dossier(path, reader=reader()) as dossier:
        add_reports(dossier.store, reports(count), reader=reader(), at=AT)


def _one_more(dossier: Dossier, number: int) -> None:
    add_reports(dossier.store, [report(number)], reader=reader(), at=AT)
    if dossier.status().counts.reports != number + 1:
        raise AssertionError("the counts are wrong")


def _one_more_shown(dossier: Dossier, number: int) -> str:
    _one_more(dossier, number)
    return dossier.brief(at=NOW)


def _well(dossier: Dossier) -> None:
    if found := list(dossier.check()):
        raise AssertionError(found[:3])


if __name__ == "__main__":
    main()
