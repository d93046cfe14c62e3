"""The two latest texts side by side, as far as reports show. A blank is the reports' silence, never a deletion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

import msgspec

from nonpaper.drafts.changes import compare
from nonpaper.model.comparison import Change, Comparison, Passage
from nonpaper.model.draft import Dispute
from nonpaper.present import words
from nonpaper.present.draft.comparing import KINDS, detail, heading, summary
from nonpaper.present.draft.lines import dated
from nonpaper.present.draft.listing import opened
from nonpaper.present.later import Later
from nonpaper.present.material import Material, Quote, quoted
from nonpaper.remembered import each

LONG = 150
"""Characters of a passage shown in the table; the whole stands with its term."""


class CompareCell(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One report's words for a matter in one text, shortened, with where they are from."""

    anchor: str
    said: str
    cut: bool
    text_status: str
    by: str
    more: int = 0


class CompareRow(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """One matter: what reports show of it, and the passages of both texts, one a wording."""

    kind: str
    label: str
    topic: str
    note: str
    left: tuple[CompareCell, ...]
    right: tuple[CompareCell, ...]
    details: tuple[str, ...]


class CompareView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Two texts by name, the earlier first."""

    left: str
    right: str
    of_reports: bool
    rows: tuple[CompareRow, ...]


def compared(of: Material) -> CompareView | None:
    """The two texts that were reported last, of those with a term; None where there is but one."""
    named = [d for d in of.together.drafts if d.name and d.terms]
    if len(named) < 2:
        return None
    made = compare(named[1], named[0], of.readings)
    names, order = (made.left, made.right, made.of_reports), list(KINDS)
    rows = each("compared", made.changes, partial(_row, made), names)
    ordered = sorted(rows, key=lambda r: (order.index(r.kind), r.topic))
    return CompareView(left=made.left, right=made.right, of_reports=made.of_reports, rows=tuple(ordered))


def _row(of: Comparison, change: Change) -> CompareRow:
    said = summary(change).removeprefix(": ") if (change.left and change.right) or change.sides else ""
    return CompareRow(
        kind=change.kind,
        label="" if change.sides else heading(of, change.kind).partition(";")[0],
        topic=words.topic(change.topic),
        note=opened(said) if change.sides else said,
        left=tuple(_cells(change.left)),
        right=tuple(_cells(change.right)),
        details=tuple(detail(d) for d in change.details),
    )


def _cells(passages: Sequence[Passage]) -> Iterator[CompareCell]:
    """One cell a wording and value; further reports of it are counted."""
    groups: dict[tuple[str, str], list[Passage]] = {}
    for passage in passages:
        groups.setdefault((passage.text_status, (passage.value or "").casefold()), []).append(passage)
    for (status, _), group in groups.items():
        said, first = group[0].evidence.words, group[0].evidence
        yield CompareCell(
            anchor=f"term-{group[0].term}",
            said=said[:LONG].rsplit(" ", 1)[0] if len(said) > LONG else said,
            cut=len(said) > LONG,
            text_status=status,
            by=f"{first.outlet}, {dated(first)}",
            more=len(group) - 1,
        )


class QuestionView(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """Two terms that may be one, asked of a person."""

    topic: str
    why: str
    sides: tuple[tuple[str, Quote], ...]


def questions(of: Material) -> Sequence[QuestionView]:
    """What could not be decided: each side with the words of its first report."""
    return Later(of.together.questions, partial(_question, of))


def _question(of: Material, asked: Dispute) -> QuestionView:
    pair = [of.terms[asked.left], of.terms[asked.right]]
    first = [t.wordings[0] for t in pair]
    return QuestionView(
        topic=words.topic(pair[0].topic),
        why=asked.why,
        sides=tuple((f"term-{t.id}", quoted(of, w.report, w.provision.span)) for t, w in zip(pair, first, strict=True)),
    )
