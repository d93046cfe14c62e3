"""The matrix: who stands where on what, as the reports have it. A missing cell says nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nonpaper.drafts.when import newest_first
from nonpaper.model.codes import Topic
from nonpaper.model.draft import Cell, Matrix, Stand
from nonpaper.model.reading import Reading
from nonpaper.positions.signs import contested, sign
from nonpaper.remembered import by_key, each, remembered


def matrix(readings: Sequence[Reading]) -> Matrix:
    """Cells by topic and party, each newest first; topics by contention, parties by name, so that none comes first.

    Unsure positions are left out. A stance on the plan or on the talks stays in its own row: a party that rejects a
    plan has not thereby rejected each of its terms. Nothing is superseded: every dated stand is kept.
    """
    found = by_key("stands", each("stands", readings, _stands))
    by_topic: defaultdict[Topic, list[Cell]] = defaultdict(list)
    for (topic, party), stands in sorted(found.items()):
        by_topic[topic].append(_cell(party, topic, stands))
    topics = sorted(by_topic, key=lambda topic: _contention(topic, by_topic[topic]))
    return Matrix(
        parties=tuple(sorted({party for _, party in found})),
        topics=tuple(topics),
        cells=tuple(cell for topic in topics for cell in by_topic[topic]),
    )


def _contention(topic: Topic, cells: Sequence[Cell]) -> tuple[object, ...]:
    """Terms first, where a yes and a no meet above a no alone, then the most voices; the plan and the talks last."""
    signs = frozenset[int]().union(*map(_signs, cells))
    voices = sum(len(cell.stands) for cell in cells)
    return topic in ("plan", "process"), not {1, -1} <= signs, -1 not in signs, -voices, topic


@remembered
def _signs(cell: Cell) -> frozenset[int]:
    return frozenset(sign(s.position.stance) for s in cell.stands)


@remembered
def _cell(party: str, topic: Topic, stands: tuple[Stand, ...]) -> Cell:
    return Cell(party=party, topic=topic, stands=tuple(sorted(stands, key=_order)), contested=contested(stands))


def _stands(reading: Reading) -> dict[tuple[Topic, str], list[Stand]]:
    """By topic and party."""
    found: defaultdict[tuple[Topic, str], list[Stand]] = defaultdict(list)
    for index, position in enumerate(reading.positions):
        if not position.unsure:
            found[position.topic, position.party].append(
                Stand(
                    report=reading.report.id,
                    index=index,
                    position=position,
                    quote=position.span.quote(reading.text),
                    published=reading.report.published,
                    own=position.basis == "self",
                )
            )
    return found


def _order(stand: Stand) -> tuple[object, ...]:
    """Newest first; within a report as the text goes."""
    return (*newest_first(stand.published), stand.report, stand.position.span, stand.index)
