"""`python -m eval.scenarios_bench`: stability of large models, as medians over several runs, each row a process.

Rankings are random orders without ties (`strict`) or with many (`tied`), which is harder than what statements give;
infeasible states are random too. Timed is what `nonpaper scenario stability` computes: R, GMR, SMR and SEQ for every
decision maker, from the rankings on. Memory is the peak of the whole process.
"""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from typing import Any

import numpy as np

from nonpaper.model.scenario import Direction
from nonpaper.scenarios.cube import Cube
from nonpaper.scenarios.stability import VALUE_CONCEPTS, stable_states

# name, options, decision makers, share of infeasible states, irreversible options, runs, goal
ROWS: tuple[tuple[str, int, int, float, int, int, str], ...] = (
    ("12 options, reversible", 12, 3, 0.0, 0, 7, "under 0.1 s"),
    ("12 options, infeasible + irreversible", 12, 3, 0.2, 3, 7, "-"),
    ("16 options, infeasible + irreversible", 16, 4, 0.2, 4, 5, "under 5 s, under 1 GB"),
    ("20 options, reversible", 20, 3, 0.0, 0, 3, "under 5 s"),
    ("20 options, infeasible + irreversible", 20, 3, 0.2, 5, 3, "under 40 s, under 4 GB"),
    ("20 options, half of them irreversible", 20, 4, 0.2, 10, 3, "-"),
)


def main() -> int:
    if len(sys.argv) > 1:
        print(json.dumps(measured(*json.loads(sys.argv[1]))))
        return 0
    print(f"{'scenario stability':40} {'makers':>6} {'ranking':>8} {'median':>9} {'memory':>9}  goal")
    for name, options, makers, share, one_way, runs, goal in ROWS:
        for kind in ("strict", "tied"):
            call = json.dumps([options, makers, share, one_way, runs, kind])
            done = subprocess.run([sys.executable, "-m", "eval.scenarios_bench", call], capture_output=True, check=True)
            found = json.loads(done.stdout)
            print(
                f"{name:40} {makers:6} {kind:>8} {found['seconds']:7.3f} s {found['megabytes']:6.0f} MB  {goal}",
                flush=True,
            )
    return 0


def measured(options: int, makers: int, share: float, one_way: int, runs: int, kind: str) -> dict[str, Any]:
    chance = np.random.default_rng(1)
    size = 1 << options
    widths = [options // makers + (m < options % makers) for m in range(makers)]
    ways: list[Direction | None] = [None] * options
    for number, option in enumerate(chance.permutation(options)[:one_way].tolist()):
        ways[option] = "taken" if number % 2 == 0 else "dropped"
    feasible = chance.random(size) >= share
    ranks = [
        (chance.permutation(size) if kind == "strict" else chance.integers(0, 50, size)).astype(np.int32)
        for _ in range(makers)
    ]
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        space = Cube(widths, ways, feasible, ranks)
        for mover in range(makers):
            stable_states(space, ranks, [None] * makers, mover, VALUE_CONCEPTS)
        times.append(time.perf_counter() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": statistics.median(times), "megabytes": peak}


if __name__ == "__main__":
    sys.exit(main())
