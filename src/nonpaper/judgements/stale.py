"""The finding for an entry that no longer finds what it is about."""

from __future__ import annotations

from nonpaper.judgements.records import Entry
from nonpaper.model.finding import Finding


def stale(file: str, entry: Entry, why: str) -> Finding:
    """An entry that was not applied, and why."""
    return Finding(
        code="stale_correction",
        level="doubt",
        where=f"{file or 'corrections'}, entry {entry.number} [[{entry.kind}]], report {entry.place.report}",
        what=why,
        remedy="it was not applied; correct or delete the entry",
    )
