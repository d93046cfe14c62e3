"""`python -m eval.dossier_bench`: a dossier of 10,000 invented reports: one more, the counts, opening, a check.

With `--rebuild 10000`: that many short reports are read by the shipped reader instead, by `rebuild` and by `add`, each
killed half way and given again; `--jobs` processes; about ten minutes each on two cores.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from eval.bench import command
from eval.rebuild_bench import rebuild_and_add
from eval.synthetic import reader, report, reports
from nonpaper.dossier.adding import add_reports
from nonpaper.dossier.file import Dossier, create_dossier, open_dossier

AT = "2031-03-15T12:00:00+00:00"


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
        with _open(path) as dossier:
            print(f"one more report and the counts: {seconds(lambda: _one_more(dossier, count)):.3f} s (goal: under 1)")
            print(
                f"every reading decoded, one at a time: {seconds(lambda: sum(1 for _ in dossier.store.kept())):.1f} s"
            )
            print(f"whole check: {seconds(lambda: _well(dossier)):.1f} s")
            print(f"peak resident memory so far: {memory():.0f} MB")
            print(f"all readings at once, as a brief needs them: {seconds(dossier.outcome):.1f} s")
    print(f"peak resident memory: {memory():.0f} MB (goal: under 1,000)")


def memory() -> float:
    """Most resident memory that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def seconds(work: Callable[[], object]) -> float:
    """Wall seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _open(path: Path) -> Dossier:
    return open_dossier(path, reader=reader())


def _filled(path: Path, count: int) -> None:
    with create_dossier(path, reader=reader()) as dossier:
        add_reports(dossier.store, reports(count), reader=reader(), at=AT)


def _one_more(dossier: Dossier, count: int) -> None:
    add_reports(dossier.store, [report(count)], reader=reader(), at=AT)
    if dossier.status().counts.reports != count + 1:
        raise AssertionError("the counts are wrong")


def _well(dossier: Dossier) -> None:
    if found := list(dossier.check()):
        raise AssertionError(found[:3])


if __name__ == "__main__":
    main()
