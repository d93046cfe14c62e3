"""`python -m eval.speed --peer "COMMAND"`: words read a CPU-second, beside a peer in one run.

Both readers run, the thorough and the quick one. The peer's command is given, as its last word, a folder of plain text
files, one article each; its CPU time is that of the process and its children, as is ours. They take turns, on one
core, since a second thread costs CPU time that it saves in waiting. Medians are printed with the start of each program
(what it takes for one sentence) and without it, since of many reports that is nothing; ratios are with it.
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
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from eval.data import shared

NAMES = ("thorough", "quick")
OURS = (sys.executable, "-m", "nonpaper", "read", "--format", "jsonl", "--reader")
SENTENCE = "Envoys met in the capital on Monday, officials said, and will meet again."


class Taken(NamedTuple):
    """CPU-seconds for all texts, and for one sentence."""

    all: float
    start: float


def main() -> int:
    options = arguments()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as work:
        texts = [json.loads(line)["text"] for line in options.texts.read_text("utf-8").splitlines()[: options.articles]]
        many, one = (written(Path(work) / name, found) for name, found in (("many", texts), ("one", [SENTENCE])))
        sides = {name: [*OURS, name] for name in NAMES}
        if options.peer:
            sides["peer"] = shlex.split(options.peer)
        compiled = os.environ | {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{work}/compiled"}
        for command in sides.values():  # modules are then compiled, as those of what is installed are
            cpu_seconds([*command, one], compiled)
        taken: dict[str, list[Taken]] = {name: [] for name in sides}
        for _ in range(options.runs):
            for name, command in sides.items():
                taken[name].append(Taken(*(cpu_seconds([*command, folder], compiled) for folder in (many, one))))
    return show(taken, sum(len(text.split()) for text in texts))


def written(folder: Path, texts: Sequence[str]) -> str:
    """A folder with these texts, a file each."""
    folder.mkdir()
    for number, text in enumerate(texts):
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
    return str(folder)


def show(taken: Mapping[str, Sequence[Taken]], words: int) -> int:
    print(f"{words:,} words, {len(taken[NAMES[0]])} runs each; words per CPU-second (medians)")
    rates = {name: statistics.median(words / t.all for t in found) for name, found in taken.items()}
    for name, found in taken.items():
        without = statistics.median(words / (t.all - t.start) for t in found)
        start = statistics.median(t.start for t in found)
        print(f"{name:10} {rates[name]:8,.0f}, without its start of {start:.1f} s {without:8,.0f}")
    for name in NAMES if "peer" in rates else ():
        print(f"{name} to peer {rates[name] / rates['peer']:8.1f}")
    return 0


def cpu_seconds(command: list[str], environment: Mapping[str, str]) -> float:
    """CPU time of a whole process and its children; its output is thrown away."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
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
