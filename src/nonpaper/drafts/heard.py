"""How each party is heard: in its own words, through others, or with no source named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from nonpaper.drafts.groups import grouped
from nonpaper.model.copy import WHOLE
from nonpaper.model.known import Carried
from nonpaper.model.position import Position
from nonpaper.model.reading import Reading
from nonpaper.model.standing import Heard


def heard(readings: Sequence[Reading], found: Sequence[Carried] = ()) -> tuple[Heard, ...]:
    """Stances by party, counted by how they are known; the same stance in copies of one report counts once."""
    story = _stories(readings, found)
    counted: defaultdict[str, set[tuple[object, ...]]] = defaultdict(set)
    for reading in readings:
        times: Counter[tuple[object, ...]] = Counter()
        for position in reading.positions:
            if not position.unsure:
                of = story.get(reading.report.id, reading.report.id)
                key = (_how(reading, position), of, position.party, position.topic, position.stance)
                times[key] += 1  # the n-th of its like is one stance in all copies of a report
                counted[position.party].add((*key, times[key]))
    return tuple(_heard(party, Counter(str(key[0]) for key in keys)) for party, keys in sorted(counted.items()))


def _heard(party: str, counts: Counter[str]) -> Heard:
    return Heard(party=party, own=counts["own"], others=counts["others"], unsourced=counts["unsourced"])


def _how(reading: Reading, position: Position) -> str:
    if position.basis == "self":
        return "own"
    if position.basis != "reporter":
        return "others"
    claim = reading.claims[position.claim] if position.claim is not None else None
    return "unsourced" if claim is None or claim.kind == "none" else "others"


def _stories(readings: Sequence[Reading], found: Sequence[Carried]) -> dict[str, str]:
    """For each report that is a whole copy or has one: the least id among all that are the same story."""
    pairs = [(t.copy.left, t.copy.right) for t in found if t.copy.kind in WHOLE or t.copy.kind == "near"]
    tied = {report for pair in pairs for report in pair}
    return {r: s for r, s in grouped([r.report.id for r in readings], pairs).items() if r in tied}
