"""Runs the reader over marked reports and the data's own scorers over what it read."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from nonpaper.dossier import read_reports
from nonpaper.dossier.reader import Reader
from nonpaper.model.claim import Claim
from nonpaper.model.reading import Reading
from nonpaper.present import record_line


def readings_of(gold: Path, reader: Reader | None = None) -> Sequence[Reading]:
    """What a reader, the thorough one where none is given, finds in the reports of one file."""
    return read_reports([str(gold)], reader=reader).readings


def gold_scores(gold: Path, readings: Sequence[Reading], scorer: Path, work: Path, *extra: str) -> dict[str, Any]:
    """Scores of provisions, positions and claims on hand-marked reports; unsure items are left out by the scorer."""
    read = work / f"{gold.stem}.read.jsonl"
    read.write_text("".join(record_line(r) + "\n" for r in readings), encoding="utf-8")
    return run(scorer, gold, read, work / f"{gold.stem}.json", *extra)


def demands_as_terms(gold: Path, readings: Sequence[Reading]) -> int:
    """How many stated terms of a draft overlap by half what the gold has as no term: each would mislead."""
    marked = {r["text"]: r for r in map(json.loads, gold.read_text("utf-8").splitlines())}
    count = 0
    for reading in readings:
        record = marked[reading.text]
        wanted = [place(record["text"], p) for p in record["provisions"] if p["presented_as"] != "draft"]
        stated = [p.span for p in reading.provisions if not p.unsure and p.presented_as == "draft"]
        count += sum(overlaps(w, (s.start, s.end)) for s in stated for w in wanted)
    return count


def place(text: str, item: dict[str, Any], part: str = "span") -> tuple[int, int]:
    """Where the words of a marked item, or of a part of it, stand; `nth` says which time they do."""
    at = -1
    for _ in range(item.get("nth", {}).get(part, 1)):
        at = text.index(item[part], at + 1)
    return at, at + len(item[part])


def overlaps(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two stretches share half of the shorter."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return 2 * shared >= min(one[1] - one[0], other[1] - other[0])


def polnear_scores(gold: Path, scorer: Path, work: Path, reader: Reader | None = None) -> dict[str, Any]:
    """Attribution scores on PolNeAR: outermost claims only, since only those are marked there.

    It is plain news, so `terms of no text` counts what is stated there as a draft's and is none.
    """
    documents = [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]
    source, predicted = work / "polnear.texts.jsonl", work / "polnear.read.jsonl"
    source.write_text("".join(json.dumps({"id": d["doc_id"], "text": d["text"]}) + "\n" for d in documents), "utf-8")
    readings = readings_of(source, reader)
    predicted.write_text("".join(json.dumps(as_polnear(r)) + "\n" for r in readings), encoding="utf-8")
    stated = sum(not p.unsure and p.presented_as == "draft" for r in readings for p in r.provisions)
    return run(scorer, gold, predicted, work / "polnear.json") | {"terms of no text": stated}


def as_polnear(reading: Reading) -> dict[str, Any]:
    """A reading in the corpus's own form."""
    outermost = [c for c in reading.claims if c.inside is None and not c.unsure]
    return {"doc_id": reading.report.id, "attributions": [pieces(c) for c in outermost]}


def pieces(claim: Claim) -> dict[str, list[list[int]]]:
    """The three parts of a claim as lists of offsets."""
    parts = {"source": claim.source, "cue": claim.cue, "content": claim.content}
    return {name: [[s.start, s.end] for s in spans] for name, spans in parts.items()}


def run(scorer: Path, gold: Path, read: Path, out: Path, *extra: str) -> dict[str, Any]:
    """One run of a scorer, its result as data."""
    call = [sys.executable, str(scorer), str(gold), str(read), "--json", str(out), *extra]
    subprocess.run(call, check=True, capture_output=True)
    result: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return result
