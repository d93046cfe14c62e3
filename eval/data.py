"""Where the marked data lies, and what of it is missing. It is never part of the project."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NEEDED = (
    "data/polnear/dev.jsonl",
    "data/polnear/score.py",
    "data/gold/seed.jsonl",
    "data/gold/dev.jsonl",
    "data/gold/agreements.jsonl",
    "data/gold/score.py",
    "vocab/plan_versions.json",
)


def shared() -> Path:
    """The folder of reference data: `NONPAPER_SHARED`, or `shared` beside the project."""
    return Path(os.environ.get("NONPAPER_SHARED", ROOT.parent / "shared"))


def missing(folder: Path) -> tuple[str, ...]:
    """The needed files that are not in `folder`."""
    return tuple(name for name in NEEDED if not (folder / name).is_file())
