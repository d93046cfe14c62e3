"""Pages that stand at the top of the folder and have no place of their own yet, so that none is lost from the site."""

from __future__ import annotations

from pathlib import Path

DOCS = Path(__file__).resolve().parent.parent
PLACED = {"index", "analysis", "cluster", "dossier", "exports", "python", "scenarios"}


def others() -> str:
    """Entries of a table of contents one folder down, in the order of their names."""
    return "\n".join(f"../{page.stem}" for page in sorted(DOCS.glob("*.md")) if page.stem not in PLACED)
