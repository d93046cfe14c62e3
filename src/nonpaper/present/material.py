"""What the page is made of, and exact quotations from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain
from operator import attrgetter

import msgspec

from nonpaper.drafts import how_known
from nonpaper.drafts.credibility import by_outlet
from nonpaper.drafts.evidence import cut
from nonpaper.drafts.origins import canonical
from nonpaper.model.credibility import Reliability
from nonpaper.model.draft import Consolidation, Matrix, Term
from nonpaper.model.known import Known
from nonpaper.model.reading import Reading
from nonpaper.model.span import Span
from nonpaper.remembered import each, remembered

NAME = 48
"""Characters of a report's name where it is named in passing."""
AROUND = 320
"""Characters of a sentence shown before and after a quotation; what is longer is cut, with a mark."""


class Quote(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Exact words of a report, the rest of their sentence, and where they stand."""

    report: str
    start: int
    end: int
    words: str
    before: str = ""
    after: str = ""
    outlet: str = ""
    published: str = ""
    chain: tuple[str, ...] = ()


class Material(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """The readings by id in the order given, and what was put together of them.

    `days` are those of the reports by id in the same order, None for one that has none or one that cannot be right.
    `terms` are all that were put together, by id.
    `outlets` are those of the reports, `reliability` the letters that a person set, both by the outlet's one name that
    counts; the latter empty where nobody did.
    """

    readings: dict[str, Reading]
    days: dict[str, date | None]
    together: Consolidation
    terms: dict[str, Term]
    matrix: Matrix
    known: Known
    reliability: dict[str, Reliability]
    outlets: frozenset[str]


def material(
    readings: Sequence[Reading],
    together: Consolidation,
    matrix: Matrix,
    known: Known | None = None,
    reliability: Mapping[str, Reliability] | None = None,
) -> Material:
    """Everything that the sections share. Linear in the text; `known` is found where it is not given."""
    by_id = {r.report.id: r for r in readings}
    days = dict(zip(by_id, each("days", tuple(by_id.values()), lambda r: iso(r.report.published)), strict=True))
    terms = tuple(chain(*(draft.terms for draft in together.drafts), together.outside))
    return Material(
        readings=by_id,
        days=days | dict.fromkeys(together.misdated),
        together=together,
        terms=dict(zip(map(attrgetter("id"), terms), terms, strict=True)),
        matrix=matrix,
        known=known or how_known(readings, together, reliability=reliability),
        reliability=by_outlet(reliability or {}),
        outlets=frozenset(each("outlet", readings, lambda r: canonical(r.report.outlet or "").casefold())),
    )


def quoted(of: Material, report: str, span: Span, claim: int | None = None) -> Quote:
    """The words of a span in their sentence, with the chain from whoever said them to the report."""
    return quote(of.readings[report], span, claim)


@remembered
def quote(reading: Reading, span: Span, claim: int | None = None) -> Quote:
    """The same, where the reading is at hand."""
    before, after = _around(reading.text, cut(reading.text), span)
    return Quote(
        report=reading.report.id,
        start=span.start,
        end=span.end,
        words=span.quote(reading.text),
        before=before,
        after=after,
        outlet=named(reading),
        published=day(reading.report.published),
        chain=_chain(reading, claim),
    )


def _around(text: str, cut: Sequence[Span], span: Span) -> tuple[str, str]:
    first = _sentence(cut, span.start)
    last = _sentence(cut, span.end - 1)
    start = min(first.start, span.start) if first else span.start
    end = max(last.end, span.end) if last else span.end
    before, after = text[start : span.start], text[span.end : end]
    return ("…" + before[-AROUND:] if len(before) > AROUND else before), (
        after[:AROUND] + "…" if len(after) > AROUND else after
    )


def _sentence(cut: Sequence[Span], at: int) -> Span | None:
    which = bisect_right(cut, at, key=lambda s: s.start) - 1
    return cut[which] if which >= 0 and at < cut[which].end else None


def _chain(reading: Reading, claim: int | None) -> tuple[str, ...]:
    """From the source, through its carriers, to this report; the report alone where no claim holds the words."""
    if claim is None or claim >= len(reading.claims):
        return (named(reading),)
    found = reading.claims[claim]
    who = " ".join(" ".join(s.quote(reading.text) for s in found.resolved or found.source).split())
    chain = (who or "source not given", *reversed(found.via), named(reading))
    return tuple(step for i, step in enumerate(chain) if i == 0 or step != chain[i - 1])


def named(reading: Reading) -> str:
    """A report's outlet, or the best name there is for it, cut where it is long."""
    name = reading.report.outlet or reading.report.title or reading.report.path
    return name if len(name) <= NAME else name[: NAME - 1].rsplit(" ", 1)[0] + "…"


def when(of: Material, report: str) -> date | None:
    """The day of a report, None where it has none or one that cannot be right."""
    return of.days[report]


@lru_cache(maxsize=20_000)
def day(stated: str | None) -> str:
    """An ISO date or time as a day for people.

    >>> day("2031-03-04T10:00:00+01:00")
    '4 March 2031'
    """
    found = iso(stated)
    return f"{found.day} {found:%B %Y}" if found else "date not known"


@lru_cache(maxsize=20_000)
def iso(stated: str | None) -> date | None:
    """The day of an ISO date or time, None where there is none."""
    try:
        return date.fromisoformat((stated or "")[:10])
    except ValueError:
        return None


def many(count: int, one: str, more: str | None = None) -> str:
    """A count with its noun.

    >>> many(1, "report"), many(2, "report")
    ('1 report', '2 reports')
    """
    return f"{count} {one if count == 1 else more or one + 's'}"


def spelled(count: int) -> str:
    """A count as it opens a sentence, in a word up to twelve.

    >>> spelled(7), spelled(40)
    ('Seven', '40')
    """
    small = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")
    return small[count] if count < len(small) else str(count)


def listed(names: Sequence[str]) -> str:
    """Names as a list in a sentence.

    >>> listed(["a", "b", "c"])
    'a, b and c'
    """
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
