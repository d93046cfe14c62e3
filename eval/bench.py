"""`python -m eval.bench`: how long things take, as medians over several runs; never part of a timed test."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from eval.data import ROOT

EXAMPLES = ROOT / "examples" / "reports"
RUNS = 5


def main() -> None:
    print(f"version, cold: {command('--version'):.2f} s (goal: under 0.3)")
    with tempfile.TemporaryDirectory() as work:
        page = str(Path(work) / "brief.html")
        one = command("brief", str(EXAMPLES / "01-harbour-post.txt"), "-o", page)
        web = command("brief", str(EXAMPLES / "03-hadrin-wire.html"), "-o", page)
        whole = command("brief", str(EXAMPLES), "-o", page)
    print(f"one article, cold, whole brief: text {one:.2f} s, HTML {web:.2f} s (goal: under 3)")
    print(f"all example reports, cold, whole brief: {whole:.2f} s")
    rate, words = warm_rate()
    print(f"reading, warm: {rate:,.0f} words per CPU-second over {words:,} words (goal: at least 2,000)")
    print(f"peak resident memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB (goal: under 400)")


def command(*words: str, ok: tuple[int, ...] = (0,)) -> float:
    """Median wall seconds of a whole process; its exit status must be one of `ok`."""
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        done = subprocess.run([sys.executable, "-m", "nonpaper", *words], check=False, capture_output=True)
        times.append(time.perf_counter() - start)
        if done.returncode not in ok:
            raise RuntimeError(done.stderr.decode())
    return statistics.median(times)


def warm_rate() -> tuple[float, int]:
    """Words read a CPU-second once the model is loaded, all threads counted, and the words read in one run."""
    from nonpaper.claims.reader import read
    from nonpaper.model.report import ReportText
    from nonpaper.reports.gather import gather

    texts = [item for item in gather([str(EXAMPLES)]) if isinstance(item, ReportText)]
    words = sum(len(t.text.split()) for t in texts)
    rates = []
    for _ in range(RUNS + 1):
        start = time.process_time()
        for text in texts:
            read(text)
        rates.append(words / (time.process_time() - start))
    return statistics.median(rates[1:]), words


if __name__ == "__main__":
    main()
