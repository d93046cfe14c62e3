"""How much of a long list the page shows. Nothing is dropped unsaid: each list tells how many more and where they are.

A page of some hundred reports shows everything. Of more, a reader reads the first of each list and looks the rest up;
a browser shows ten thousand reports in full to nobody. The JSON of the brief is whole whatever its size.
"""

from __future__ import annotations

import msgspec

from nonpaper.present.page import BriefView

WHOLE = 300
"""Reports up to which the page shows everything."""
ALL = 1 << 40


class Most(msgspec.Struct, frozen=True, kw_only=True):
    """The most entries: of a list, of a table's cell, of one account's evidence, of reports whole, of terms whole."""

    listed: int = ALL
    cell: int = ALL
    evidence: int = ALL
    reports: int = ALL
    terms: int = ALL


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """What of a page is shown in full: `stands`, `terms` and `reports` by anchor; other terms and reports get a line."""

    most: Most
    stands: frozenset[str]
    terms: frozenset[str]
    reports: frozenset[str]


def shown(view: BriefView) -> Shown:
    """Of each cell its first stances, of each text the terms that most reports state, of reports the newest."""
    bounded = len(view.reports) > WHOLE
    most = Most(listed=100, cell=6, evidence=6, reports=100, terms=40) if bounded else Most()
    texts = [*(d.terms for d in view.drafts), *view.outside.values()]
    ranked = [sorted(terms, key=lambda t: -t.reports)[: most.terms] for terms in texts]
    dated = sorted(view.reports, key=lambda r: r.day, reverse=True)
    return Shown(
        most=most,
        stands=frozenset(s.anchor for row in view.rows for c in row.cells for s in c.stands[: most.cell]),
        terms=frozenset(t.anchor for terms in ranked for t in terms),
        reports=frozenset(r.anchor for r in dated[: most.reports]),
    )
