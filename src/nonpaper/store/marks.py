"""Who may see a report, in the file: each report with its highest mark, and with all where it has several.

A person's mark takes the place of all others. What merging brings is added, so that a word whose rank rises later still
counts: order and repetition make no difference.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping


def put_mark(link: sqlite3.Connection, word: str, rank: int, reports: Iterable[str]) -> None:
    """Marks reports with a word and no other."""
    named = [(one,) for one in reports]
    link.execute("INSERT INTO handling VALUES (?, ?) ON CONFLICT DO NOTHING", (word, rank))
    link.executemany("DELETE FROM marked WHERE report = ?", named)
    link.executemany("UPDATE report SET handling = ? WHERE id = ?", [(word, one) for (one,) in named])


def all_marks(link: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """All words by report, in the order of the alphabet."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    rows = link.execute(
        "SELECT id, handling FROM report WHERE handling IS NOT NULL UNION SELECT report, word FROM marked"
    )
    for report, word in rows:
        found[report].add(word)
    return {report: tuple(sorted(words)) for report, words in found.items()}


def unite_marks(link: sqlite3.Connection, ranks: Mapping[str, int], marks: Mapping[str, Iterable[str]]) -> None:
    """The union; of two words of one rank the later in the alphabet is shown as the highest. O(marks)."""
    raised = "INSERT INTO handling VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET rank = max(rank, excluded.rank)"
    link.executemany(raised, list(ranks.items()))
    own = all_marks(link)
    every = {one: sorted({*own.get(one, ()), *marks.get(one, ())}) for one in {*own, *marks}}
    several = [(one, word) for one, words in every.items() if len(words) > 1 for word in words]
    link.executemany("INSERT INTO marked VALUES (?, ?) ON CONFLICT DO NOTHING", several)
    known = dict(link.execute("SELECT word, rank FROM handling"))
    highest = [(max(words, key=lambda w: (known[w], w)), one) for one, words in every.items()]
    link.executemany("UPDATE report SET handling = ? WHERE id = ?", highest)
