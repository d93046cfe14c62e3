"""Texts side by side, topic by topic, as far as reports show. A blank is the reports' silence, never a deletion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from nonpaper.present import words
from nonpaper.present.material import Material, Quote, quoted
from nonpaper.present.terms import DraftView, TermView

LONG = 110


class CompareCell(msgspec.Struct, frozen=True, kw_only=True):
    """One term in one text, shortened to its first words."""

    anchor: str
    said: str
    cut: bool
    text_status: str
    differ: bool


class CompareRow(msgspec.Struct, frozen=True, kw_only=True):
    """One topic: for each named text, the terms reported on it."""

    topic: str
    cells: tuple[tuple[CompareCell, ...], ...]


def compared(drafts: Sequence[DraftView]) -> tuple[CompareRow, ...]:
    """A row a topic, a column a named text; nothing where fewer than two texts are named."""
    named = [d for d in drafts if d.name]
    if len(named) < 2:
        return ()
    topics = dict.fromkeys(t.topic for d in named for t in d.terms)
    rows = [
        CompareRow(topic=topic, cells=tuple(tuple(_cell(t) for t in d.terms if t.topic == topic) for d in named))
        for topic in topics
    ]
    return tuple(sorted(rows, key=lambda r: (-sum(bool(c) for c in r.cells), r.topic)))


def _cell(term: TermView) -> CompareCell:
    said = term.accounts[0][1][0].quote.words
    return CompareCell(
        anchor=term.anchor,
        said=said[:LONG].rsplit(" ", 1)[0] if len(said) > LONG else said,
        cut=len(said) > LONG,
        text_status=term.text_status,
        differ=len(term.accounts) > 1,
    )


class QuestionView(msgspec.Struct, frozen=True, kw_only=True):
    """Two terms that may be one, asked of a person."""

    topic: str
    why: str
    sides: tuple[tuple[str, Quote], ...]


def questions(of: Material) -> Iterator[QuestionView]:
    """What could not be decided: each side with the words of its first report."""
    terms = {t.id: t for t in (*(t for d in of.together.drafts for t in d.terms), *of.together.outside)}
    for asked in of.together.questions:
        pair = [terms[asked.left], terms[asked.right]]
        first = [t.wordings[0] for t in pair]
        yield QuestionView(
            topic=words.topic(pair[0].topic),
            why=asked.why,
            sides=tuple(
                (f"term-{t.id}", quoted(of, w.report, w.provision.span)) for t, w in zip(pair, first, strict=True)
            ),
        )
