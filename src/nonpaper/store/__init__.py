"""A dossier in one SQLite file: the port that use cases speak to, and the only folder that knows SQLite."""

from __future__ import annotations

from nonpaper.store.header import is_dossier
from nonpaper.store.open import create_store, open_store
from nonpaper.store.port import Store
from nonpaper.store.records import Arrival, Counts, Judged, Kept, Step
from nonpaper.store.rows import content
from nonpaper.store.verify import judgement_id

__all__ = [
    "Arrival",
    "Counts",
    "Judged",
    "Kept",
    "Step",
    "Store",
    "content",
    "create_store",
    "is_dossier",
    "judgement_id",
    "open_store",
]
