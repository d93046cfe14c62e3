"""How well everything is known: copies tied to what they copy, terms to their origins, parties to how heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nonpaper.drafts.circles import circles, circular
from nonpaper.drafts.copying import carried, early_copies
from nonpaper.drafts.credibility import credibility
from nonpaper.drafts.heard import heard
from nonpaper.drafts.standing import denied_of_texts, standing
from nonpaper.drafts.support import supports
from nonpaper.judgements import Confirmed, Copied
from nonpaper.model.copy import Copy
from nonpaper.model.credibility import Reliability
from nonpaper.model.draft import Consolidation, Term
from nonpaper.model.known import Known
from nonpaper.model.reading import Reading
from nonpaper.reports.copies import Published, find_copies


def how_known(
    readings: Sequence[Reading],
    together: Consolidation,
    *,
    judged: Sequence[Copied] = (),
    confirmed: Sequence[Confirmed] = (),
    reliability: Mapping[str, Reliability] | None = None,
) -> Known:
    """Everything about how well things are known. The order of reports does not matter.

    `judged` are the copies and `confirmed` the statements that a person named, `reliability` the letters that a person
    set, by outlet.
    """
    by_id = {r.report.id: r for r in sorted(readings, key=lambda r: r.report.id)}
    terms = [*(t for d in together.drafts for t in d.terms), *together.outside]
    found = carried(by_id, copies(readings), together.misdated, judged)
    rings = circles(tuple(by_id.values()))
    words = {t.id: _words(t, confirmed) for t in terms}
    support = supports(terms, by_id, found)
    return Known(
        support=support,
        standing={t.id: standing(t, by_id) for t in terms},
        credibility={
            t.id: credibility(t, support[t.id], by_id, confirmed=words, reliability=reliability) for t in terms
        },
        copies=found,
        circles=rings,
        heard=heard(tuple(by_id.values()), found),
        denied=denied_of_texts(by_id),
        findings=(
            *circular(rings),
            *early_copies(by_id, found),
            *(together.misdated[r] for r in sorted(together.misdated)),
        ),
    )


def _words(term: Term, confirmed: Sequence[Confirmed]) -> str:
    """Who calls a term confirmed, when and why; empty where nobody does."""
    refs = {(w.report, w.index) for w in term.wordings}
    return "; ".join(c.said for c in confirmed if (c.report, c.place) in refs)


def copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """The pairs of readings that copy one another."""
    return find_copies([Published(id=r.report.id, text=r.text, language=r.report.language) for r in readings])
