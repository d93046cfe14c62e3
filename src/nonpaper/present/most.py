"""How much of a long list the page shows. Nothing is dropped unsaid: each list tells how many more and where they are.

A page of some hundred reports shows everything. Of more, a reader reads the first of each list and looks the rest up;
a browser shows ten thousand reports in full to nobody. The JSON of the brief is whole whatever its size.
"""

from __future__ import annotations

import msgspec

WHOLE = 300
"""Reports up to which the page shows everything."""
ALL = 1 << 40


class Most(msgspec.Struct, frozen=True, kw_only=True):
    """At most so many in a list, a table's cell, a term, an account of it; reports and terms shown whole."""

    listed: int = ALL
    cell: int = ALL
    accounts: int = ALL
    evidence: int = ALL
    reports: int = ALL
    terms: int = ALL


EVERYTHING, FIRST = Most(), Most(listed=100, cell=6, accounts=12, evidence=6, reports=100, terms=40)


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What of a page is shown in full, by anchor; other terms and reports get a line.

    `on` are the same stances by topic in words.
    """

    most: Most
    stands: frozenset[str]
    on: dict[str, frozenset[str]]
    terms: frozenset[str]
    events: frozenset[str]
    reports: frozenset[str]


def most_of(reports: int) -> Most:
    """What the page of so many reports shows.

    >>> most_of(8) == Most(), most_of(10_000).evidence
    (True, 6)
    """
    return EVERYTHING if reports <= WHOLE else FIRST
