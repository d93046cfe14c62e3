"""How each party is heard: in its own words, through others, or with no source named."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import itemgetter

from nonpaper.drafts.groups import grouped
from nonpaper.model.copy import WHOLE
from nonpaper.model.known import Carried
from nonpaper.model.position import Position
from nonpaper.model.reading import Reading
from nonpaper.model.standing import Heard
from nonpaper.remembered import each


def heard(readings: Sequence[Reading], found: Sequence[Carried] = ()) -> tuple[Heard, ...]:
    """Stances by party, counted by how they are known; the same stance in copies of one report counts once."""
    story = _stories(readings, found)
    rows = [(r, story.get(r.report.id, r.report.id)) for r in readings]
    voices = set(chain.from_iterable(each("voices", rows, lambda row: tuple(_voices(*row)))))
    counted: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for (how, party), times in Counter(map(itemgetter(0, 2), voices)).items():
        counted[party][how] = times
    return tuple(_heard(party, counts) for party, counts in sorted(counted.items()))


Voice = tuple[str, str, str, str, str, int]
"""How a stance is known, the story that has it, party, topic and stance, and which of its like it is in the report."""


def _voices(reading: Reading, story: str) -> Iterator[Voice]:
    times: Counter[tuple[str, ...]] = Counter()
    for position in reading.positions:
        if not position.unsure:
            key = (_how(reading, position), story, position.party, position.topic, position.stance)
            times[key] += 1  # the n-th of its like is one stance in all copies of a report
            yield (*key, times[key])


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
    here = {r.report.id for r in readings}
    return {r: s for r, s in grouped({report for pair in pairs for report in pair}, pairs).items() if r in here}
