"""The held-out part of the written sentences, as records of the reference gold's schema."""

from __future__ import annotations

import json
from pathlib import Path

from eval.data import ROOT
from training.gold import records

HELD_OUT = ROOT / "training" / "sentences" / "heldout"


def held_out(work: Path) -> Path:
    """One file of all of them, in `work`."""
    whole = work / "written.jsonl"
    lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records(sorted(HELD_OUT.glob("*.txt")))]
    whole.write_text("".join(lines), encoding="utf-8")
    return whole
