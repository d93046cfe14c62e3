"""The party by topic matrix: every stance kept, newest first; a blank means that nothing was read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from nonpaper.model.codes import Stance, Topic
from nonpaper.model.draft import Cell, Matrix, Stand
from nonpaper.model.reading import Reading

FOR: frozenset[Stance] = frozenset({"offers", "accepts", "accepts_in_principle", "accepts_ad_referendum"})
AGAINST: frozenset[Stance] = frozenset({"rejects", "red_line"})


def matrix(readings: Sequence[Reading]) -> Matrix:
    """Cells of all sure positions; parties by how much is read of them, topics by contention."""
    cells: dict[tuple[str, Topic], list[Stand]] = defaultdict(list)
    for reading in readings:
        for index, position in enumerate(reading.positions):
            if not position.unsure:
                stand = Stand(
                    report=reading.report.id,
                    index=index,
                    position=position,
                    quote=position.span.quote(reading.text),
                    published=reading.report.published,
                    own=position.basis == "self",
                )
                cells[position.party, position.topic].append(stand)
    made = [_cell(party, topic, stands) for (party, topic), stands in cells.items()]
    heard = Counter(cell.party for cell in made for _ in cell.stands)
    about = Counter(cell.topic for cell in made)
    parties = tuple(sorted(heard, key=lambda p: (-heard[p], p)))
    topics = tuple(sorted(about, key=lambda t: (t in ("plan", "process"), -about[t], t)))
    return Matrix(
        parties=parties,
        topics=topics,
        cells=tuple(sorted(made, key=lambda c: (topics.index(c.topic), parties.index(c.party)))),
    )


def _cell(party: str, topic: Topic, stands: list[Stand]) -> Cell:
    ordered = sorted(stands, key=lambda s: (s.report, s.index))
    ordered.sort(key=lambda s: s.published or "", reverse=True)
    return Cell(party=party, topic=topic, stands=tuple(ordered), contested=_contested(stands))


def _contested(stands: Sequence[Stand]) -> bool:
    """Whether a yes and a no stand side by side: own words against others', or two speakers of one party."""
    signs = {(s.position.stance in FOR) - (s.position.stance in AGAINST) for s in stands}
    return {1, -1} <= signs
