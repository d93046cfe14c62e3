"""`python -m eval`: measure, print, hold against the floors. Exit 1 where one is missed.

Without the reference data it says what is missing; where `CI` is set that is a failure.
"""

from __future__ import annotations

import os
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

from eval import consolidation, data
from eval.measure import demands_as_terms, gold_scores, polnear_scores, readings_of
from eval.versions import version_scores
from eval.written import held_out
from nonpaper.dossier.reader import Reader, quick_reader


def main() -> int:
    folder = data.shared()
    if gone := data.missing(folder):
        print("not measured; missing beside the project, in shared/: " + ", ".join(gone), file=sys.stderr)
        return 1 if os.environ.get("CI") else 0
    with tempfile.TemporaryDirectory() as work:
        scores = measured(folder, Path(work)) | {
            f"quick {name}": found for name, found in read_by(folder, Path(work), quick_reader()).items()
        }
    show(scores)
    floors = tomllib.loads((data.ROOT / "eval" / "floors.toml").read_text("utf-8"))
    misses = [*missed(scores, floors["at_least"], below=True), *missed(scores, floors["at_most"], below=False)]
    for miss in misses:
        print("MISSED", miss)
    print(f"{len(floors['at_least']) + len(floors['at_most'])} limits, {len(misses)} missed")
    return 1 if misses else 0


def measured(folder: Path, work: Path) -> dict[str, dict[str, Any]]:
    return read_by(folder, work) | {
        "drafts": consolidation.scores(),
        "versions": version_scores(folder / "vocab" / "plan_versions.json"),
    }


def read_by(folder: Path, work: Path, reader: Reader | None = None) -> dict[str, dict[str, Any]]:
    """The scores of what a reader finds, the thorough one where none is given. It reads each file once."""
    polnear, scorer = folder / "data" / "polnear", folder / "data" / "gold" / "score.py"
    marked = marked_files(folder / "data" / "gold", work)
    readings = {name: readings_of(file, reader) for name, file in marked.items()}
    scores = {n: gold_scores(file, readings[n], scorer, work, *EXTRA.get(n, ())) for n, file in marked.items()}
    # Agreements are texts themselves: all that is marked in them is a term.
    reported = {n: file for n, file in marked.items() if n != "official"}
    return {
        "polnear": polnear_scores(polnear / "dev.jsonl", polnear / "score.py", work, reader),
        **scores,
        "terms": {f"misstated on {n}": demands_as_terms(file, readings[n]) for n, file in reported.items()},
    }


EXTRA = {"dev": ("--lang", "en")}
"""What the scorer is told of a file beside where it lies."""


def marked_files(gold: Path, work: Path) -> dict[str, Path]:
    """The hand-marked files, each by the name that its scores have."""
    reports = sorted((data.ROOT / "eval" / "reports").glob("*.jsonl"))
    return {
        "seed": gold / "seed.jsonl",
        "dev": gold / "dev.jsonl",
        "official": gold / "agreements.jsonl",
        "invented": invented(work),
        "written": held_out(work),
        **{file.stem: file for file in reports},
    }


def invented(work: Path) -> Path:
    """All invented articles in one file."""
    files = sorted((data.ROOT / "eval" / "invented").glob("*.jsonl"))
    whole = work / "invented.jsonl"
    whole.write_text("".join(f.read_text("utf-8") for f in files), encoding="utf-8")
    return whole


def show(scores: dict[str, dict[str, Any]]) -> None:
    for corpus, result in scores.items():
        for name, row in result.items():
            print(f"{corpus:8} {name:24} {row}")


def missed(scores: dict[str, dict[str, Any]], limits: dict[str, float], *, below: bool) -> list[str]:
    """The limits that do not hold, each with what was measured."""
    found = []
    for path, limit in limits.items():
        value = at(scores, path.split("/"))
        if value is None or (value < limit if below else value > limit):
            found.append(f"{path}: {value}, limit {limit}")
    return found


def at(scores: Any, path: list[str]) -> float | None:
    """The figure at a path of keys; None where nothing was measured, which misses every limit."""
    for key in path:
        if not isinstance(scores, dict) or key not in scores:
            return None
        scores = scores[key]
    return float(scores) if isinstance(scores, int | float) else None


if __name__ == "__main__":
    sys.exit(main())
