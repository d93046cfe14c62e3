"""The matrix: who stands where on what, as the reports have it. A missing cell says nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nonpaper.drafts.when import newest_first
from nonpaper.model.codes import Topic
from nonpaper.model.draft import Cell, Matrix, Stand
from nonpaper.model.reading import Reading
from nonpaper.positions.signs import contested, sign
from nonpaper.remembered import each, remembered


def matrix(readings: Sequence[Reading]) -> Matrix:
    """Cells by topic and party, each newest first; topics by contention, parties by name, so that none comes first.

    Unsure positions are left out. A stance on the plan or on the talks stays in its own row: a party that rejects a
    plan has not thereby rejected each of its terms. Nothing is superseded: every dated stand is kept.
    """
    cells: defaultdict[tuple[Topic, str], list[Stand]] = defaultdict(list)
    for stand in (stand for listed in each("stands", readings, _stands) for stand in listed):
        cells[stand.position.topic, stand.position.party].append(stand)
    topics = sorted({topic for topic, _ in cells}, key=lambda topic: _contention(cells, topic))
    return Matrix(
        parties=tuple(sorted({party for _, party in cells})),
        topics=tuple(topics),
        cells=tuple(
            _cell(party, topic, tuple(cells[topic, party]))
            for topic, party in sorted(cells, key=lambda key: (topics.index(key[0]), key[1]))
        ),
    )


def _contention(cells: dict[tuple[Topic, str], list[Stand]], topic: Topic) -> tuple[object, ...]:
    """Terms first, where a yes and a no meet above a no alone, then the most voices; the plan and the talks last."""
    stands = [s for (about, _), listed in cells.items() if about == topic for s in listed]
    signs = {sign(s.position.stance) for s in stands}
    return topic in ("plan", "process"), not {1, -1} <= signs, -1 not in signs, -len(stands), topic


@remembered
def _cell(party: str, topic: Topic, stands: tuple[Stand, ...]) -> Cell:
    return Cell(party=party, topic=topic, stands=tuple(sorted(stands, key=_order)), contested=contested(stands))


def _stands(reading: Reading) -> tuple[Stand, ...]:
    return tuple(
        Stand(
            report=reading.report.id,
            index=index,
            position=position,
            quote=position.span.quote(reading.text),
            published=reading.report.published,
            own=position.basis == "self",
        )
        for index, position in enumerate(reading.positions)
        if not position.unsure
    )


def _order(stand: Stand) -> tuple[object, ...]:
    """Newest first; within a report as the text goes."""
    return (*newest_first(stand.published), stand.report, stand.position.span, stand.index)
