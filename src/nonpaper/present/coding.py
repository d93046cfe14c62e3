"""Proposed codes for people: each provision with its words, its codes and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from nonpaper.model.provision import Provision
from nonpaper.model.reading import Reading
from nonpaper.present import words
from nonpaper.present.exports.rows import CodeRow
from nonpaper.present.ids import wording_anchor
from nonpaper.present.material import named

NOTICE = "Proposed by rules, not confirmed by a person."


def code_lines(readings: Sequence[Reading], rows: Sequence[CodeRow]) -> Iterator[str]:
    """Every provision that is not unsure, with its codes, or that no rule met it."""
    of = {row: list(found) for row, found in groupby(rows, key=lambda r: r.provision)}
    yield NOTICE
    for reading in readings:
        yield ""
        yield named(reading)
        for index, item in enumerate(reading.provisions):
            if item.unsure:
                continue
            number = f"{item.number}. " if item.number else ""
            yield f"  {number}“{' '.join(item.span.quote(reading.text).split())}” ({_state(item)})"
            yield from _codes(of.get(wording_anchor(reading.report.id, index), []))


def _state(item: Provision) -> str:
    """What it is presented as and, of a term alone, how it is said to stand in the text."""
    moved = {"in": "", "dropped": "said to be dropped", "open": "said to be left open"}
    stands = moved[item.text_status] if item.presented_as == "draft" else ""
    return ", ".join(filter(None, (words.PRESENTED[item.presented_as], stands, item.status)))


def _codes(rows: Sequence[CodeRow]) -> Iterator[str]:
    if not rows:
        yield "      no rule met it"
    for rule, found in groupby(rows, key=lambda r: r.rule):
        yield f"      {', '.join(f'{r.vocabulary} {r.code} {r.name}' for r in found)}"
        yield f"        {rule}"
