"""Precedents for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nonpaper.model.precedent import Passage, Precedent
from nonpaper.present.material import day


def precedent_lines(texts: Sequence[Precedent], rows: Sequence[Precedent]) -> Iterator[str]:
    """Each answer: agreement, number and date; the exact words; where they stand; why it was found."""
    if texts:
        yield "In the texts, in their exact words:"
        yield from (line for place, answer in enumerate(texts, 1) for line in _answer(place, answer))
    if rows:
        yield "Agreements that a database describes so (its words, not the agreements'):"
        yield from (line for place, answer in enumerate(rows, 1) for line in _answer(place, answer))
    if not texts and not rows:
        yield "Nothing found. It may be there in other words."


def _answer(place: int, answer: Precedent) -> Iterator[str]:
    of = answer.passage
    said = " ".join(of.words.split())
    yield f"{place}. {_heading(of)}"
    if said != of.agreement:
        yield f"   {said.removeprefix(of.agreement).lstrip('. ')}" if of.kind == "row" else f"   “{said}”"
    at = f"{of.where}, characters {of.start}–{of.end}" if of.start is not None else of.where
    yield f"   {at}; {'; '.join(answer.why)}"
    if of.codes:
        yield f"   codes{'' if of.kind == 'row' else ' proposed'}: {', '.join(of.codes)}"
    yield ""


def _heading(of: Passage) -> str:
    number = f", point {of.number}" if of.number else ""
    return " ".join(of.agreement.split()) + number + (f" ({day(of.signed)})" if of.signed else "")
