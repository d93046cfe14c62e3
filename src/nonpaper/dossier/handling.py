"""Who may see what: marks on reports, and what is left when some may not be seen."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from nonpaper.errors import StoreError
from nonpaper.judgements import Corrections
from nonpaper.judgements.find import NotFoundError, report_at
from nonpaper.model.finding import Finding
from nonpaper.model.reading import Reading
from nonpaper.store import Store


def mark(store: Store, word: str, names: Sequence[str], rank: int | None) -> tuple[str, ...]:
    """Marks the reports named; their ids. StoreError, and nothing marked, for an unknown report or word."""
    known = store.ranks()
    if word not in known and (rank is None or not word.strip()):
        raise StoreError(f'{store.path}: "{word}" is unknown; one of {_words(known)}, or give a new word its rank')
    if rank is not None and known.get(word, rank) != rank:
        raise StoreError(f'{store.path}: "{word}" has the rank {known[word]}; choose another word')
    every = [Reading(report=about, text="") for about in store.reports()]
    try:
        ids = tuple(every[report_at(every, name)].report.id for name in names)
    except NotFoundError as error:
        raise StoreError(f"{store.path}: {error}") from None
    store.handle(word, known.get(word, rank or 0), ids)
    return ids


def allowed(store: Store, word: str) -> tuple[tuple[str, ...], int]:
    """Ids of the reports marked `word` or lower, and how many others there are; StoreError for an unknown word."""
    ranks = store.ranks()
    if word not in ranks:
        raise StoreError(f'{store.path}: "{word}" is unknown; one of {_words(ranks)}')
    handled = store.handled()
    shown = tuple(one for one, mark in handled.items() if mark is not None and ranks[mark] <= ranks[word])
    return shown, len(handled) - len(shown)


def about_only(decided: Corrections, shown: Collection[str]) -> Corrections:
    """The entries that name these reports alone: another, told as not found, would quote what may not be seen."""
    seen = set(shown)
    entries = tuple(e for e in decided.entries if {p.report for p in (e.place, e.right) if p is not None} <= seen)
    return msgspec.structs.replace(decided, entries=entries)


def without_others(reading: Reading) -> Reading:
    """The reading without notes on how its report relates to others, which may not be seen."""
    return msgspec.structs.replace(reading, findings=tuple(f for f in reading.findings if f.code != "id"))


def not_shown(path: str, word: str, hidden: int) -> tuple[Finding, ...]:
    """What a page says of reports that are not shown on it: that there are so many."""
    if not hidden:
        return ()
    what = f'{hidden} reports are not shown: marked higher than "{word}", or not marked'
    remedy = "nothing on this page rests on them"
    return (Finding(code="handling", level="note", where=path, what=what, remedy=remedy),)


def _words(ranks: dict[str, int]) -> str:
    return ", ".join(ranks)
