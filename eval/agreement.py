"""`python -m eval.agreement`: how far two annotators of the same reports agree, and the reader with one of them.

The second marks (eval/twice/marks.jsonl) were made from the guidelines alone, by one who saw neither the first marks
nor the program. They stand in for a reader: the gold's own scorer holds them against the first.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval import data
from eval.measure import place, readings_of, run
from nonpaper.present import record_line

REPORTS = data.ROOT / "eval" / "reports"
FIRST = ("longer_apart", "later")
"""Files whose reports, or some of them, were marked twice."""
FOUND = ("attributions", "provisions", "obligor", "beneficiary", "positions", "conditions")
RIGHT = (
    "attribution kind",
    "attribution party",
    "provision topic",
    "provision presented_as",
    "position topic",
    "position stance",
    "position basis",
)
Record = dict[str, Any]


def main() -> int:
    scorer = data.shared() / "data" / "gold" / "score.py"
    if not scorer.is_file():
        print("not measured; missing beside the project: shared/data/gold/score.py", file=sys.stderr)
        return 0
    second = {r["text"]: r for r in records(REPORTS.parent / "twice" / "marks.jsonl")}
    with tempfile.TemporaryDirectory() as folder:
        for name in FIRST:
            show(name, *compared(name, second, scorer, Path(folder)))
    return 0


def compared(name: str, second: dict[str, Record], scorer: Path, work: Path) -> tuple[int, Record, Record]:
    """How many reports of a file were marked twice; the scores of the second marks and of the reader on these."""
    twice = [r for r in records(REPORTS / f"{name}.jsonl") if r["text"] in second]
    gold, marks, read = (work / f"{name}.{kind}" for kind in ("gold.jsonl", "marks.jsonl", "read.jsonl"))
    gold.write_text("".join(json.dumps(r) + "\n" for r in twice), "utf-8")
    marks.write_text("".join(json.dumps(as_read(second[r["text"]])) + "\n" for r in twice), "utf-8")
    read.write_text("".join(record_line(r) + "\n" for r in readings_of(gold)), "utf-8")
    return len(twice), run(scorer, gold, marks, work / "both.json"), run(scorer, gold, read, work / "reader.json")


def records(path: Path) -> Iterator[Record]:
    """The marked reports of a file."""
    yield from map(json.loads, path.read_text("utf-8").splitlines())


def as_read(record: Record) -> Record:
    """Marks in the form of a reading: places for words."""
    text = record["text"]
    return {
        "text": text,
        "claims": [c | {part: placed(text, c, part) for part in ("source", "content")} for c in record["attributions"]],
        "provisions": [item_as_read(text, p) | {"draft": p.get("version")} for p in record["provisions"]],
        "positions": [item_as_read(text, p) for p in record["positions"]],
        "origins": record["origins"],
    }


def item_as_read(text: str, item: Record) -> Record:
    """A marked term or stance, and its conditions, with the place of each."""
    conditions = [c | {"span": placed(text, c, "span")[0]} for c in item.get("conditions", [])]
    return item | {"span": placed(text, item, "span")[0], "conditions": conditions}


def placed(text: str, item: Record, part: str) -> list[list[int]]:
    """Where the words of a part stand, none where it is empty."""
    return [list(place(text, item, part))] if item[part] else []


def show(name: str, count: int, both: Record, reader: Record) -> None:
    """A table of both."""
    print(f"{name}: {count} reports marked twice\n  {'':32}{'annotators':>12}{'the reader':>12}")
    for kind in FOUND:
        print(f"  {kind + ', F1':32}{both[kind]['f1']:12}{reader[kind]['f1']:12}")
    for kind in RIGHT:
        print(f"  {kind + ', right':32}{both[kind]['right']:12}{reader[kind]['right']:12}")


if __name__ == "__main__":
    sys.exit(main())
