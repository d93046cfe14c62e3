"""`python -m eval.analysis_bench [--peer "COMMAND"]`: bargaining analysis timed on seeded instances.

A peer's command is given, as its last word, a problem in JSON (nonpaper-negotiation-domain/1) and prints one JSON
object with `frontier`, a list of utility vectors; its whole process is timed, start included. Every frontier is
computed in a process of its own, whose peak memory is printed. Seconds are of CPU, so that a machine shared with other
work gives the same figures; wall seconds stand beside the longer ones.
"""

from __future__ import annotations

import argparse
import json
import resource
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from eval.data import shared
from nonpaper.analysis import For, amendments, load_problem, packages, parse_problem
from nonpaper.analysis.acceptance import acceptance
from nonpaper.analysis.alone import egalitarian, nash, solve
from nonpaper.analysis.frontier import frontier, thin
from nonpaper.analysis.table import table
from nonpaper.model.problem import Issue, Preference, Problem, Proposal, exactly

SEEDS = (1, 2, 3)
HARD_SEEDS = tuple(range(1, 11))
FORMULAS = {
    "real": "weights: random((parties, issues)), scaled to sum to 1 a party; values: random((parties, issues, 3)); "
    "rounded to 15 decimals, read exactly; reservation values 0",
    "integer": "scores: integers(0, 101, (parties, issues, 3)), weights 1; reservation values 0",
    "amend": "values: random((parties, issues, 3)) rounded to 6 decimals; draft: integers(0, 3, issues); weights "
    "unknown; every reservation value 0.40 (28 issues) or 0.45 (100)",
    "hard amend": "as amend, every reservation value 0.45 (28 issues) or 0.48 (100); seeds 1 to 10",
}
EXPECTED = {
    "nash": "nash",
    "egalitarian": "egalitarian_maxmin_gain",
    "kalai_smorodinsky": "kalai_smorodinsky_maxmin_normalised_gain",
    "utilitarian": "max_welfare",
}


def main() -> int:
    options = arguments()
    if options.one:
        print(json.dumps(one(*options.one)))
        return 0
    print("formulas (numpy default_rng(seed), in this order):")
    for name, formula in FORMULAS.items():
        print(f"  {name}: {formula}")
    print(f"{'what':58} {'goal':>9}  measured")
    for what, goal, measured in rows(options.peer):
        print(f"{what:58} {goal:>9}  {measured}", flush=True)
    return 0


def rows(peer: str | None) -> Iterator[tuple[str, str, str]]:
    yield from frontiers()
    if peer:
        yield from against(peer)
    yield from solutions()
    yield from changes()
    yield from hard_changes()
    yield acceptances()
    yield domains()


def frontiers() -> Iterator[tuple[str, str, str]]:
    for kind, issues, goal in (("real", 14, "< 0.1 s"), ("integer", 28, "< 5 s"), ("real", 28, "< 10 s")):
        found = [child(kind, issues, seed) for seed in SEEDS]
        shown = "; ".join(
            f"{f['seconds']:.2f} s (wall {f['wall']:.2f}), {f['points']:,} points, {f['megabytes']:.0f} MB"
            + (", CUT" if f["cut"] else "")
            for f in found
        )
        yield f"exact frontier, {issues} x 3 x 4, {kind}, seeds {SEEDS}", goal, shown


def child(kind: str, issues: int, seed: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "eval.analysis_bench", "--one", kind, str(issues), str(seed)]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def one(kind: str, issues: str, seed: str) -> dict[str, float]:
    numbers = table(additive(kind, int(issues), 4, int(seed)))
    start, wall = time.process_time(), time.perf_counter()
    found = frontier(numbers)
    seconds, wall = time.process_time() - start, time.perf_counter() - wall
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "wall": wall, "points": len(found.sums), "megabytes": memory, "cut": found.cut}


def against(peer: str) -> Iterator[tuple[str, str, str]]:
    """The peer's frontier beside ours, on problems it can enumerate; the last takes it minutes."""
    for issues in (8, 10, 14):
        problem = as_domain(additive("real", issues, 4, 1))
        with tempfile.TemporaryDirectory() as work:
            path = Path(work) / "problem.json"
            path.write_text(json.dumps(problem))
            start = time.perf_counter()
            done = subprocess.run([*shlex.split(peer), str(path)], check=False, capture_output=True, text=True)
            theirs = time.perf_counter() - start
            read, _ = parse_problem(path.read_bytes())
        if done.returncode:
            yield "exact frontier beside the peer", "same", f"the peer failed: {done.stderr.strip()[-200:]}"
            return
        start = time.perf_counter()
        ours = sorted(list(p.utilities.values()) for p in packages(needed(read)).frontier)
        mine = time.perf_counter() - start
        points = sorted(json.loads(done.stdout.splitlines()[-1])["frontier"])
        same = len(points) == len(ours) and np.abs(np.array(points) - np.array(ours)).max() < 1e-9
        yield (
            f"exact frontier beside the peer, {issues} x 3 x 4, real",
            "same",
            f"ours {mine:.3f} s, peer {theirs:.1f} s, {theirs / mine:,.0f} times; {len(ours):,} points, "
            + ("the same" if same else f"peer has {len(points):,}: NOT the same"),
        )


def solutions() -> Iterator[tuple[str, str, str]]:
    cases: tuple[tuple[str, Callable[..., Any], int, int, str], ...] = (
        ("Nash", nash, 28, 4, "< 0.5 s"),
        ("Nash", nash, 100, 5, "< 1 s"),
        ("max-min", egalitarian, 100, 5, "< 4 s"),
    )
    for name, goal, issues, parties, limit in cases:
        shown = []
        for seed in SEEDS:
            numbers = thin(table(additive("real", issues, parties, seed)))
            seconds, solved = timed(partial(solve, numbers.floats, numbers.floor, goal(numbers.floor)))
            shown.append(f"{seconds:.2f} s, gap {solved.gap:.0e}")
        yield f"{name}, {issues} x 3 x {parties}, seeds {SEEDS}", limit, "; ".join(shown)


def changes() -> Iterator[tuple[str, str, str]]:
    for issues, reserve, limit in ((28, "0.40", "< 3 s"), (100, "0.45", "< 30 s")):
        shown = []
        for seed in SEEDS:
            problem = unweighted(issues, 5, seed, Fraction(reserve))
            seconds, found = timed(partial(amendments, problem, problem.drafts[0], For.jointly), runs=1)
            answer = "none" if found.cost is None else f"{found.cost:g} changes, gap {found.gap:g}"
            shown.append(f"{seconds:.2f} s, {answer}")
        yield f"fewest changes, 90 % of 1,000 samples, {issues} x 5, seeds {SEEDS}", limit, "; ".join(shown)


def hard_changes() -> Iterator[tuple[str, str, str]]:
    """Drafts that need many changes, where the proof may stop short: the gap that is left is shown."""
    for issues, reserve, limit in ((28, "0.45", "gap <= 1"), (100, "0.48", "gap <= 1")):
        times, gaps, costs = [], [], []
        for seed in HARD_SEEDS:
            problem = unweighted(issues, 5, seed, Fraction(reserve))
            seconds, found = timed(partial(amendments, problem, problem.drafts[0], For.jointly), runs=1)
            times.append(seconds)
            gaps.append("none found" if found.gap is None else f"{found.gap:g}")
            costs.append("-" if found.cost is None else f"{found.cost:g}")
        seconds_of = f"median {statistics.median(times):.1f} s, worst {max(times):.1f} s"
        yield (
            f"fewest changes, hard drafts, 90 % of 1,000 samples, {issues} x 5, reservation values {reserve}",
            limit,
            f"{seconds_of}; changes {', '.join(costs)}; gaps {', '.join(gaps)}",
        )


def acceptances() -> tuple[str, str, str]:
    problem = unweighted(28, 4, 1, Fraction(1, 2))
    seconds, found = timed(lambda: acceptance(problem, problem.drafts[0], samples=100_000, seed=1))
    shares = ", ".join(f"{p.share.low:.4f} ± {p.share.low_error:.4f}" for p in found.parties)
    return "acceptability of a draft, 100,000 weights x 4, 28 issues", "< 1 s", f"{seconds:.2f} s; shares {shares}"


def domains() -> tuple[str, str, str]:
    paths = sorted((shared() / "cases" / "domains").glob("*.json"))
    right = sum(agrees(path) for path in paths)
    return "reference domains, all expected values within 1e-9", "all", f"{right} of {len(paths)}"


def agrees(path: Path) -> bool:
    expected = json.loads(path.read_text())["expected"]
    problem, _ = load_problem(str(path))
    answer = packages(needed(problem))
    pairs = [(answer.frontier, expected["pareto_IR"])]
    pairs += [(answer.solutions[name], expected[key]) for name, key in EXPECTED.items()]
    return all(same([list(p.utilities.values()) for p in points], right) for points, right in pairs)


def needed(problem: Problem | None) -> Problem:
    """The problem read; a bench on files that cannot be read has nothing to say."""
    if problem is None:
        raise SystemExit("a problem of the bench cannot be read")
    return problem


def same(found: list[list[float]], expected: list[list[float]]) -> bool:
    return len(found) == len(expected) and bool(
        np.abs(np.array(sorted(found)) - np.array(sorted(expected))).max() < 1e-9
    )


def timed(work: Callable[[], Any], runs: int = 3) -> tuple[float, Any]:
    """Median CPU seconds of some runs, and the last result."""
    times, result = [], None
    for _ in range(runs):
        start = time.process_time()
        result = work()
        times.append(time.process_time() - start)
    return statistics.median(times), result


def additive(kind: str, issues: int, parties: int, seed: int) -> Problem:
    """A problem of three options an issue with known weights; see `FORMULAS`."""
    random = np.random.default_rng(seed)
    if kind == "integer":
        scores = random.integers(0, 101, (parties, issues, 3))
        scale = [[Fraction(1)] * issues for _ in range(parties)]
        values = [[[Fraction(int(v)) for v in options] for options in row] for row in scores]
    else:
        raw = random.random((parties, issues))
        scale = [[decimal(w, 15) for w in row / row.sum()] for row in raw]
        values = [[[decimal(v, 15) for v in options] for options in row] for row in random.random((parties, issues, 3))]
    return Problem(
        title=f"{kind} {issues} x 3 x {parties}, seed {seed}",
        author="eval",
        issues=tuple(Issue(name=f"issue {k}", options=("a", "b", "c")) for k in range(issues)),
        parties=tuple(
            Preference(
                name=f"party {j}",
                reservation=exactly(0),
                weights=tuple(scale[j]),
                values=tuple(tuple(exactly(v) for v in options) for options in values[j]),
            )
            for j in range(parties)
        ),
    )


def unweighted(issues: int, parties: int, seed: int, reserve: Fraction) -> Problem:
    """A draft at random among parties whose weights are not known; see `FORMULAS`."""
    random = np.random.default_rng(seed)
    values = random.random((parties, issues, 3))
    draft = tuple(int(o) for o in random.integers(0, 3, issues))
    return Problem(
        title=f"draft {issues} x 3 x {parties}, seed {seed}",
        author="eval",
        issues=tuple(Issue(name=f"issue {k}", options=("a", "b", "c")) for k in range(issues)),
        parties=tuple(
            Preference(
                name=f"party {j}",
                reservation=exactly(reserve),
                values=tuple(tuple(exactly(decimal(v, 6)) for v in options) for options in values[j]),
            )
            for j in range(parties)
        ),
        drafts=(Proposal(name="draft", choices=draft),),
    )


def decimal(value: float, digits: int) -> Fraction:
    return Fraction(f"{value:.{digits}f}")


def as_domain(problem: Problem) -> dict[str, Any]:
    """The problem in JSON; values are scaled so that each issue's largest is 1, and weights to match."""
    parties = []
    for party in problem.parties:
        rows_of = [[float(v.low) for v in row] for row in party.values]
        parties.append(
            {
                "name": party.name,
                "reservation": 0,
                "weights": [float(w) for w in party.weights or ()],
                "values": rows_of,
            }
        )
    issues = [{"name": i.name, "values": list(i.options)} for i in problem.issues]
    return {"format": "nonpaper-negotiation-domain/1", "name": problem.title, "issues": issues, "parties": parties}


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", help="a command that prints the frontier of the problem file named as its last word")
    parser.add_argument("--one", nargs=3, metavar=("KIND", "ISSUES", "SEED"), help="time one frontier, print JSON")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
