"""A held text cut into its units: what the reader of negotiating texts finds, with nothing left between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nonpaper.claims.page import Page
from nonpaper.claims.provisions.official.units import Unit as Sentence
from nonpaper.claims.provisions.official.units import units_of
from nonpaper.model.redline import Unit
from nonpaper.model.span import Span
from nonpaper.text.lists import list_blocks
from nonpaper.text.sentences import paragraphs, sentences


def units(text: str) -> tuple[Unit, ...]:
    """The points, articles and paragraphs of a text, in order; their spans cover it whole. Linear in the text.

    Sentences under one mark are one unit, and so is a paragraph that nothing numbers.
    """
    page = Page(text=text, sentences=sentences(text), paragraphs=paragraphs(text), lists=list_blocks(text))
    groups = list(_grouped(page, units_of(page)))
    bodies = [Span(group[0].span.start, group[-1].span.end) for group in groups]
    bodies += _rest(text, bodies[-1].end if bodies else 0)
    named = [(group[0].number, group[0].role) for group in groups] + [(None, "mark")] * (len(bodies) - len(groups))
    starts = [0, *(_after_space(text, body.end) for body in bodies[:-1]), len(text)]
    return tuple(
        Unit(span=Span(starts[at], starts[at + 1]), body=body, number=number, role=role)
        for at, (body, (number, role)) in enumerate(zip(bodies, named, strict=True))
    )


def _grouped(page: Page, found: Sequence[Sentence]) -> Iterator[list[Sentence]]:
    """Sentences that belong to one unit."""
    starts = {paragraph.start for paragraph in page.paragraphs}
    group: list[Sentence] = []
    for sentence in found:
        if group and _opens(group[-1], sentence, sentence.span.start in starts):
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _opens(before: Sentence, sentence: Sentence, on_own_line: bool) -> bool:
    """Whether a sentence begins a unit: a mark, another number, a heading's end, or a line of its own."""
    other = before.number != sentence.number or "heading" in (before.role, sentence.role)
    return sentence.marked or other or on_own_line


def _rest(text: str, after: int) -> list[Span]:
    """What stands after the last sentence, where it is more than white space; the whole text where it has none."""
    start = _after_space(text, after)
    return [Span(start, len(text))] if start < len(text) else [Span(0, len(text))] if text and not after else []


def _after_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
