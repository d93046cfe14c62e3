"""`python -m eval.speed --peer "COMMAND"`: words read a CPU-second, beside a peer in one run.

Both readers run, the thorough and the quick one. The peer's command is given, as its last word, a folder of plain text
files, one article each; its CPU time is that of the process and its children, start included, as is ours. They take
turns, on one core, since a second thread costs CPU time that it saves in waiting; medians and ratios are printed.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shlex
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from eval.data import shared

OURS = ("thorough", "quick")


def main() -> int:
    options = arguments()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as work:
        texts = [json.loads(line)["text"] for line in options.texts.read_text("utf-8").splitlines()[: options.articles]]
        for number, text in enumerate(texts):
            (Path(work) / f"{number:05}.txt").write_text(text, encoding="utf-8")
        words = sum(len(text.split()) for text in texts)
        ours = [sys.executable, "-m", "nonpaper", "read", "--format", "jsonl", "--reader"]
        sides = {name: [*ours, name] for name in OURS}
        if options.peer:
            sides["peer"] = shlex.split(options.peer)
        rates: dict[str, list[float]] = {name: [] for name in sides}
        for _ in range(options.runs):
            for name, command in sides.items():
                rates[name].append(words / cpu_seconds([*command, work]))
    return show(rates, words)


def show(rates: dict[str, list[float]], words: int) -> int:
    print(f"{words:,} words, {len(rates[OURS[0]])} runs each, start of the program included")
    for name, found in rates.items():
        print(f"{name:10} {statistics.median(found):8,.0f} words per CPU-second (median)")
    for name in OURS if "peer" in rates else ():
        print(f"{name} to peer {statistics.median(rates[name]) / statistics.median(rates['peer']):8.1f}")
    return 0


def cpu_seconds(command: list[str]) -> float:
    """CPU time of a whole process and its children; its output is thrown away."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", help="a command that reads a folder of text files, named as its last word")
    parser.add_argument(
        "--texts", type=Path, default=shared() / "data" / "polnear" / "dev.jsonl", help="JSON Lines with text"
    )
    parser.add_argument("--articles", type=int, default=84)
    parser.add_argument("--runs", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
