"""The brief of the example reports, word for word as people read it. `UPDATE_GOLDEN=1 pytest` writes it anew."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

from nonpaper.dossier import brief

ROOT = Path(__file__).parents[3]
GOLDEN = ROOT / "tests" / "golden" / "brief.txt"
NOW = datetime(2031, 3, 15, 9, 0, tzinfo=UTC)
_BREAKS = re.compile(r"</(?:p|li|h\d|dt|dd|td|th|tr|summary|article|section|text|title|caption)>|<br>")


def as_text(page: str) -> str:
    """What a reader sees of the page, a line a block, without the reports themselves."""
    body = page[page.index("<body>") : page.index('<section id="reports">')]
    plain = unescape(re.sub(r"<[^>]+>", "", _BREAKS.sub("\n", body.replace("\n", " "))))
    lines = (" ".join(line.split()) for line in plain.split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def test_the_brief_of_the_examples_reads_as_agreed() -> None:
    page, _ = brief([str(ROOT / "examples" / "reports")], now=NOW)
    seen = as_text(page)
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(seen, encoding="utf-8")
    assert seen == GOLDEN.read_text(encoding="utf-8")
