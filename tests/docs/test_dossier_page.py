"""The page on the dossier names every table and column, and its example of a query runs."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from nonpaper.store import create_store
from nonpaper.store.schema import VERSIONS

PAGE = (Path(__file__).parents[2] / "docs" / "dossier.md").read_text("utf-8")


def test_every_table_and_column_is_told(tmp_path: Path) -> None:
    create_store(str(tmp_path / "a.dossier")).close()
    link = sqlite3.connect(tmp_path / "a.dossier")
    tables = [name for (name,) in link.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    real = {name: [c[1] for c in link.execute(f"PRAGMA table_info({name})")] for name in tables}
    query = re.search(r"^    (SELECT .*;)$", PAGE, re.MULTILINE)
    assert query is not None
    assert link.execute(query[1]).fetchall() == []
    link.close()
    told = {
        name: re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE)
        for name, part in re.findall(r"^### `(\w+)`.*?\n(.*?)(?=^###|\Z)", PAGE, re.MULTILINE | re.DOTALL)
    }
    assert told == real
    assert f"at present {len(VERSIONS)}" in PAGE
