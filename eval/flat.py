"""`python -m eval.flat`: whether memory stays flat over many reports; peak resident size after some and after all.

Exit 1 where the peak over 10,000 short reports is more than a tenth above that over the first 1,000.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
from pathlib import Path

from nonpaper.dossier import each_reading

FEW, MANY = 1_000, 10_000
ALLOWED = 1.10
SENTENCE = "The draft of report {n} would require Kessara to cut its army to {n} in 30 days, two officials said.\n"


def main() -> int:
    with tempfile.TemporaryDirectory() as work:
        path = Path(work) / "reports.jsonl"
        lines = (json.dumps({"id": str(n), "text": SENTENCE.format(n=n)}) + "\n" for n in range(MANY))
        path.write_text("".join(lines), encoding="utf-8")
        few = many = 0.0
        for count, _ in enumerate(each_reading([str(path)]), 1):
            few = peak() if count == FEW else few
            many = peak()
    print(f"peak resident memory: {few:.0f} MB after {FEW:,} reports, {many:.0f} MB after {count:,}")
    return 0 if many <= ALLOWED * few else 1


def peak() -> float:
    """Peak resident size of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    sys.exit(main())
