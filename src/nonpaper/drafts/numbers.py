"""Faults of a text's own numbering, and two texts that go by one name: findings, with nothing taken away."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nonpaper.model.finding import Finding
from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.remembered import each


def duplicates(readings: Sequence[Reading]) -> Iterator[Finding]:
    """A finding for each number under which one report gives two points of one text."""
    return (found for listed in each("duplicates", readings, _duplicates) for found in listed)


def _duplicates(reading: Reading) -> tuple[Finding, ...]:
    numbered = sorted((p for p in reading.provisions if p.number and not p.unsure), key=lambda p: p.span)
    by: dict[tuple[str | None, str], list[Provision]] = defaultdict(list)
    for item in numbered:
        by[item.draft, item.number or ""].append(item)
    again = {
        at: [b for a, b in pairwise(items) if _opens_again(reading.text, a, b, numbered)] for at, items in by.items()
    }
    return tuple(_duplicate(reading, *at, by[at][0], found) for at, found in again.items() if found)


def _duplicate(
    reading: Reading, draft: str | None, number: str, first: Provision, again: Sequence[Provision]
) -> Finding:
    return Finding(
        code="duplicate_number",
        level="doubt",
        where=reading.report.path,
        what=f"two points of {f'the {draft} text' if draft else 'a text'} bear the number {number}: "
        + "; ".join(f"“{p.span.quote(reading.text)}”" for p in (first, *again)),
        remedy="both are kept, told apart by their words; compare with the source",
        span=again[0].span,
    )


def _opens_again(text: str, a: Provision, b: Provision, numbered: Sequence[Provision]) -> bool:
    """Whether the number is printed anew between two points, or another point stands between them."""
    printed = re.search(rf"(?m)^\W*{re.escape(a.number or '')}[.):]", text[a.span.end : b.span.start])
    between = any(a.span.end <= p.span.start < b.span.start and p.number != a.number for p in numbered)
    return printed is not None or between


def rival_texts(readings: Sequence[Reading]) -> Iterator[Finding]:
    """A finding for each name that two full texts claim with different words."""
    texts: dict[str, list[tuple[Reading, str]]] = defaultdict(list)
    whole = [(r, own) for r, own in zip(readings, each("own words", readings, _own_words), strict=True) if own]
    for reading, own in sorted(whole, key=lambda row: row[0].report.id):
        for name, said in own:
            texts[name].append((reading, said))
    for name, found in sorted(texts.items()):
        if len({said for _, said in found}) > 1:
            yield Finding(
                code="two_texts_one_name",
                level="doubt",
                where="; ".join(r.report.path for r, _ in found),
                what=f"{len(found)} full texts with different words go by the name {name}",
                remedy="the terms of all are kept, accounts side by side; a corrections file can name them apart",
            )


def _own_words(reading: Reading) -> tuple[tuple[str, str], ...]:
    """The texts that a report has whole, with all that it gives of each."""
    own: dict[str, list[str]] = defaultdict(list)
    for p in reading.provisions:
        if p.draft and p.status in ("published", "signed") and not p.unsure:
            own[p.draft].append(" ".join(p.span.quote(reading.text).casefold().split()))
    return tuple((name, "\n".join(said)) for name, said in own.items())
