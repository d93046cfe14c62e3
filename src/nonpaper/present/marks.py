"""A report's text cut into runs, each with the marks that cover it: claims, terms and stances may nest and cross."""

from __future__ import annotations

from itertools import pairwise

import msgspec

from nonpaper.model.reading import Reading
from nonpaper.model.span import Span


class Run(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A stretch of text with one set of marks, sorted; the runs of a report joined are its text."""

    text: str
    marks: tuple[str, ...] = ()


def runs(reading: Reading) -> tuple[Run, ...]:
    """The text in runs. Items that are unsure are not marked. O(n log n) in the number of marks."""
    marked = list(_marked(reading))
    edges = sorted({0, len(reading.text), *(e for span, _ in marked for e in (span.start, span.end))})
    starts: dict[int, list[str]] = {}
    ends: dict[int, list[str]] = {}
    for span, name in marked:
        starts.setdefault(span.start, []).append(name)
        ends.setdefault(span.end, []).append(name)
    open_now: list[str] = []
    out = []
    for start, end in pairwise(edges):
        for name in ends.get(start, ()):
            open_now.remove(name)
        open_now += starts.get(start, [])
        out.append(Run(text=reading.text[start:end], marks=tuple(sorted(set(open_now)))))
    return tuple(out)


def _marked(reading: Reading) -> list[tuple[Span, str]]:
    sources = [(s, "source") for c in reading.claims if not c.unsure for s in c.source]
    contents = [(s, "content") for c in reading.claims if not c.unsure for s in c.content]
    terms = [(p.span, "term") for p in reading.provisions if not p.unsure]
    stances = [(p.span, "stance") for p in reading.positions if not p.unsure]
    return [*sources, *contents, *terms, *stances]
